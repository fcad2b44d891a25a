/** An element of OFX: an aggregate with children, or one with a value. Names are upper case. */
export interface OfxElement {
  readonly name: string
  readonly line: number
  readonly children: OfxElement[]
  value: string | null
}

/**
 * Elements that hold others. In the SGML of version 1 values have no end tag, and an empty one looks like the beginning
 * of an aggregate: so only these are taken for aggregates.
 */
const aggregates =
  /^(?:OFX|\w+MSGSRSV\d|\w*TRNRS|\w*STMTRS|SONRS|STATUS|FI|BANKACCTFROM|CCACCTFROM|BANKACCTTO|CCACCTTO|BANKTRANLIST|BANKTRANLISTP|STMTTRN|STMTTRNP|LEDGERBAL|AVAILBAL|BALLIST|BAL|PAYEE|EXTDPAYEE|CURRENCY|ORIGCURRENCY|IMAGEDATA|INVACCTFROM|CLOSING)$/

const token = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[/?!]?[A-Za-z][^<>]*>/g

/** Elements of a file at most: a hundred thousand movements. */
const mostElements = 1_500_000

export type OfxTree = { readonly root: OfxElement; readonly unclosed: OfxElement | undefined } | 'tooLarge'

/** Reads both syntaxes, 1.x SGML and 2.x XML, as one tree; no entity is expanded but those of single characters. */
export function readOfxTree(text: string): OfxTree {
  const root: OfxElement = { name: '', line: 1, children: [], value: null }
  const open: OfxElement[] = [root]
  const lines = lineCounter(text)
  let leaf: OfxElement | undefined
  let from = 0
  let count = 0
  const say = (words: string): void => {
    if (leaf) leaf.value = `${leaf.value ?? ''}${words}`
  }
  for (const found of text.matchAll(token)) {
    const [tag] = found
    say(decodeEntities(text.slice(from, found.index)))
    from = found.index + tag.length
    if (tag.startsWith('<![CDATA[')) say(tag.slice(9, -3))
    if (/^<[?!]/.test(tag)) continue
    leaf = undefined
    const name = (/^<\/?([\w.:-]+)/.exec(tag)?.[1] ?? '').toUpperCase()
    if (tag.startsWith('</')) close(open, name)
    else {
      if (++count > mostElements) return 'tooLarge'
      if (name === 'STMTTRN') close(open, name)
      leaf = { name, line: lines(found.index), children: [], value: null }
      open.at(-1)?.children.push(leaf)
      if (aggregates.test(name) && !tag.endsWith('/>')) open.push(leaf)
    }
  }
  const unclosed = open.find(({ name }) => name === 'BANKTRANLIST' || name === 'STMTTRN')
  return { root, unclosed }
}

function close(open: OfxElement[], name: string): void {
  const at = open.findLastIndex((one) => one.name === name)
  if (at > 0) open.length = at
}

/** Lines of the file by place, asked for in growing order. */
function lineCounter(text: string): (index: number) => number {
  let line = 1
  let from = 0
  return (index) => {
    for (let at = text.indexOf('\n', from); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) {
      line++
      from = at + 1
    }
    return line
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Ampersands that begin no entity stay as they are: banks do not escape them. */
const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
        const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
        if (code === undefined) return entities[String(name).toLowerCase()] ?? whole
        return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
      })
    : text

export const ofxAll = (from: OfxElement | undefined, name: string): OfxElement[] =>
  from?.children.filter((child) => child.name === name) ?? []

export const ofxOne = (from: OfxElement | undefined, name: string): OfxElement | undefined => ofxAll(from, name)[0]

/** The value of a child: '' where it is there and empty, null where it is not. */
export const ofxValue = (from: OfxElement | undefined, name: string): string | null => {
  const found = ofxOne(from, name)
  return found ? (found.value ?? '').replace(/\s+/g, ' ').trim() : null
}

/** Every element of a name below, in the order of the file, not within one another. */
export function ofxBelow(from: OfxElement, names: readonly string[]): OfxElement[] {
  return from.children.flatMap((child) => (names.includes(child.name) ? [child] : ofxBelow(child, names)))
}
