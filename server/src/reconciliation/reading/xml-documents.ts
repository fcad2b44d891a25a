import type { XmlElement } from '@quittance/core/imports/e-invoices/xml-element.ts'
import { ReadingError } from '../../imports/reading/reading-error.ts'
import { readXmlTree } from '../../imports/reading/xml-tree.ts'
import { largestStatement, mostFiles } from './limits.ts'

/** Elements of one document: some ten thousand entries with all their details. */
const mostElements = 1_000_000

/**
 * Reads the XML documents of a file, one after the other: banks put several into one. Throws `ReadingError` with the line
 * of the file.
 */
export function readXmlDocuments(bytes: Uint8Array): XmlElement[] {
  let firstLine = 1
  let left = mostElements
  return documentsOf(bytes).map((part) => {
    const root = orTooLarge(() => readXmlTree(part, { bytes: largestStatement, elements: left, firstLine }))
    firstLine += lineEnds(part)
    left -= countElements(root)
    return root
  })
}

/** The reader of XML speaks of invoices. */
function orTooLarge<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ReadingError) || error.problem.code !== 'xmlTooLarge') throw error
    const value = String(largestStatement / 1_000_000)
    throw new ReadingError({ ...error.problem, code: 'statementTooLarge', value }, { cause: error })
  }
}

/** Declarations begin documents; so does a `Document` behind the end of another, where none stands around them. */
function documentsOf(bytes: Uint8Array): Uint8Array[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const isBare = /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:[\w.-]+:)?Document[\s>]/.test(
    text.slice(0, 20_000),
  )
  const starts: number[] = []
  const start = (at: number): void => {
    if (starts.push(at) > mostFiles) throw new ReadingError({ code: 'tooManyFiles', value: String(mostFiles) })
  }
  for (const { index } of text.matchAll(/<\?xml\s/g)) start(index)
  if (isBare)
    for (const end of text.matchAll(/<\/(?:[\w.-]+:)?Document\s{0,100}>(?=\s{0,1000}<(?:[\w.-]+:)?Document[\s>])/g))
      start(end.index + end[0].length)
  const from = starts.sort((a, b) => a - b).filter((at, index) => index > 0 || text.slice(0, at).trim() !== '')
  const first = starts[0]
  const cuts = first !== undefined && from[0] === first && isDeclared(text, first) ? from.slice(1) : from
  const all = [0, ...cuts.filter((at) => at > 0)]
  return all.map((at, index) => bytes.subarray(at, all[index + 1] ?? bytes.length))
}

/** Only a byte order mark before the declaration: it begins the first document. */
const isDeclared = (text: string, at: number): boolean =>
  text.slice(0, at).replace('\u00ef\u00bb\u00bf', '').trim() === ''

function lineEnds(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++
  return count
}

const countElements = (root: XmlElement): number => root.children.reduce((sum, child) => sum + countElements(child), 1)
