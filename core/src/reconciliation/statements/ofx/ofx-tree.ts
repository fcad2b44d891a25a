import { oneLine } from '../written-text.ts'

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

/** Elements of a file at most, and how far within one another: some fifty thousand movements. */
const mostElements = 600_000
const deepest = 50

export type OfxTree = { readonly root: OfxElement; readonly unclosed: OfxElement | undefined } | 'tooLarge'

/** Reads both syntaxes, 1.x SGML and 2.x XML, as one tree; no entity is expanded but those of single characters. */
export function readOfxTree(text: string): OfxTree {
  const root: OfxElement = { name: '', line: 1, children: [], value: null }
  const open: OfxElement[] = [root]
  const lineAt = lineCounter(text)
  let leaf: OfxElement | undefined
  let count = 0
  for (const { kind, words, at } of piecesOf(text)) {
    if (kind === 'words') {
      if (leaf) leaf.value = `${leaf.value ?? ''}${words}`
      continue
    }
    leaf = undefined
    const name = (/^<\/?([\w.:-]+)/.exec(words)?.[1] ?? '').toUpperCase()
    if (words.startsWith('</')) close(open, name)
    else {
      if (++count > mostElements || open.length > deepest) return 'tooLarge'
      if (name === 'STMTTRN') close(open, name)
      leaf = { name, line: lineAt(at), children: [], value: null }
      open.at(-1)?.children.push(leaf)
      if (aggregates.test(name) && !words.endsWith('/>')) open.push(leaf)
    }
  }
  const unclosed = open.find(({ name }) => name === 'BANKTRANLIST' || name === 'STMTTRN')
  return { root, unclosed }
}

interface Piece {
  readonly kind: 'tag' | 'words'
  readonly words: string
  readonly at: number
}

/** Tags, and the words between them; comments and instructions are left out. Each sign is looked at once. */
function* piecesOf(text: string): Generator<Piece> {
  // A comment that never ends is text; so are all that begin after it.
  const ends = { '<!--': true, '<![CDATA[': true }
  let from = 0
  let tagEnd = text.indexOf('>')
  for (let at = text.indexOf('<'); at >= 0; ) {
    const mark = text.startsWith('<!--', at) ? '<!--' : text.startsWith('<![CDATA[', at) ? '<![CDATA[' : null
    const closing = mark === '<!--' ? '-->' : mark ? ']]>' : '>'
    if (!mark && tagEnd >= 0 && tagEnd < at) tagEnd = text.indexOf('>', at)
    const end = !mark ? tagEnd : ends[mark] ? text.indexOf(closing, at + 1) : -1
    if (end < 0 && !mark) break
    if (end < 0 && mark) ends[mark] = false
    const next = text.indexOf('<', at + 1)
    const isTag = mark ? end >= 0 : /[A-Za-z/?!]/.test(text[at + 1] ?? '') && (next < 0 || end < next)
    if (!isTag) {
      at = next
      continue
    }
    yield { kind: 'words', words: decodeEntities(text.slice(from, at)), at: from }
    from = end + closing.length
    if (mark === '<![CDATA[') yield { kind: 'words', words: text.slice(at + mark.length, end), at }
    else if (/[A-Za-z/]/.test(text[at + 1] ?? '')) yield { kind: 'tag', words: text.slice(at, from), at }
    at = text.indexOf('<', from)
  }
}

function close(open: OfxElement[], name: string): void {
  const at = open.findLastIndex((one) => one.name === name)
  if (at > 0) open.length = at
}

/** Lines of the file by place, asked for in growing order: each line end is looked for once. */
function lineCounter(text: string): (index: number) => number {
  let line = 1
  let next = text.indexOf('\n')
  return (index) => {
    while (next >= 0 && next < index) {
      line++
      next = text.indexOf('\n', next + 1)
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
  return found ? oneLine(found.value ?? '') : null
}

/** Every element of a name below, in the order of the file, not within one another. */
export function ofxBelow(from: OfxElement, names: readonly string[]): OfxElement[] {
  return from.children.flatMap((child) => (names.includes(child.name) ? [child] : ofxBelow(child, names)))
}
