import type { XmlElement } from '@quittance/core/imports/e-invoices/xml-element.ts'
import { SaxesParser } from 'saxes'
import { ReadingError } from './reading-error.ts'

/** Largest XML read as one tree: a hundred times a long invoice. */
export const largestXml = 20_000_000
const deepest = 100
const mostElements = 200_000

/** Shared by all elements without attributes, or without children, which are most of them. */
const noAttributes: Record<string, string> = {}
const noChildren: readonly XmlElement[] = []

/** What one document may hold at most. */
export interface XmlLimits {
  readonly bytes: number
  /** Elements, and attributes. */
  readonly elements: number
  /** Of the file it stands in, where it is not alone there. */
  readonly firstLine?: number
}

const ofInvoice: XmlLimits = { bytes: largestXml, elements: mostElements }

interface Open {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: XmlElement[]
  readonly line: number
  text: string
}

/**
 * Reads bytes as one XML tree. A document type is refused before anything in it is looked at, so that no entity is ever
 * expanded or fetched; depth, size and number of elements and attributes are limited. Throws `ReadingError` with the line.
 */
export function readXmlTree(bytes: Uint8Array, limits: XmlLimits = ofInvoice): XmlElement {
  if (bytes.length > limits.bytes) throw new ReadingError({ code: 'xmlTooLarge' })
  const open: Open[] = [{ name: '', attributes: {}, children: [], text: '', line: 1 }]
  let elements = 0
  let attributesHeard = 0
  const parser = new SaxesParser({ xmlns: false, position: true })
  const line = (): number => parser.line + (limits.firstLine ?? 1) - 1
  const refuse = (code: 'brokenXml' | 'xmlDocumentType' | 'xmlTooLarge', value?: string): never => {
    throw new ReadingError({ code, line: line(), ...(value === undefined ? {} : { value }) })
  }
  parser.on('error', (error) => refuse('brokenXml', error.message.replace(/^\d+:\d+: /, '')))
  parser.on('doctype', () => refuse('xmlDocumentType'))
  parser.on('attribute', () => {
    if (++attributesHeard > limits.elements) refuse('xmlTooLarge')
  })
  parser.on('opentag', ({ name, attributes }) => {
    elements++
    if (open.length > deepest || elements > limits.elements) refuse('xmlTooLarge')
    const own = Object.entries(attributes).map(([key, value]) => [localName(key), String(value)] as const)
    const kept = own.length === 0 ? noAttributes : Object.fromEntries(own)
    open.push({ name: localName(name), attributes: kept, children: [], text: '', line: line() })
  })
  const addText = (text: string): void => {
    const last = open.at(-1)
    if (last) last.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const closed = open.pop()
    if (!closed) return
    const { name, attributes, line: at, text, children } = closed
    // A copy is as long as it need be: one that grew by a push keeps room for sixteen more.
    const kept = children.length === 0 ? noChildren : children.slice()
    open.at(-1)?.children.push({ name, attributes, children: kept, text: text.trim(), line: at })
  })
  parser.write(decodeXml(bytes)).close()
  const root = open[0]?.children[0]
  return root ?? refuse('brokenXml')
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** XML 1.0 §4.3.3: a byte order mark, else the declaration, else UTF-8; bytes that do not fit are refused, not bent. */
function decodeXml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 400))
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(head.toString('latin1').replace(/^ï»¿/, ''))
  const label = markedEncoding(head) ?? declared?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError)
      throw new ReadingError(
        { code: 'wrongEncoding', value: label, ...undecodableLine(bytes, label) },
        { cause: error },
      )
    throw error
  }
}

/** The first line whose bytes do not fit; nothing where lines cannot be told before decoding, or the name is no encoding. */
function undecodableLine(bytes: Uint8Array, label: string): { readonly line?: number } {
  if (/^utf-?(?:16|32)/i.test(label)) return {}
  for (let from = 0, line = 1; from < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, from)
    const to = end === -1 ? bytes.length : end + 1
    try {
      new TextDecoder(label, { fatal: true }).decode(bytes.subarray(from, to))
    } catch (error) {
      return error instanceof TypeError ? { line } : {}
    }
    from = to
  }
  return {}
}

function markedEncoding(head: Buffer): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le'
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be'
  return head[0] === 0xef && head[1] === 0xbb ? 'utf-8' : undefined
}
