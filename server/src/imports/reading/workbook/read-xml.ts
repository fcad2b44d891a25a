import { SaxesParser } from 'saxes'
import { ReadingError } from '../reading-error.ts'
import { damaged } from './zip-parts.ts'

/** What an XML part says, in its order; names without their prefix. */
export interface XmlReader {
  readonly opens: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly closes: (name: string) => void
  readonly says: (text: string) => void
}

/** Bytes between two tags at most: a cell is one text, and no text of an invoice is a megabyte. */
const longestText = 2_000_000

/** Attributes of one tag at most; workbooks have a dozen. */
const mostAttributes = 300

/**
 * Reads an XML part piece by piece, yielding after each so that the caller takes what has come of it. A document type is
 * refused, so that no entity is ever expanded. Throws `ReadingError` where it is not well formed.
 */
export async function* readXml(bytes: AsyncIterable<Buffer>, reader: XmlReader): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let quiet = 0
  const refuse = (): never => {
    throw damaged()
  }
  parser.on('error', (error) => {
    throw damaged(error)
  })
  parser.on('doctype', refuse)
  let attributesHeard = 0
  parser.on('attribute', () => {
    if (++attributesHeard > mostAttributes) refuse()
  })
  parser.on('opentag', ({ name, attributes }) => {
    quiet = 0
    attributesHeard = 0
    reader.opens(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    quiet = 0
    reader.closes(localName(name))
  })
  parser.on('text', reader.says)
  parser.on('cdata', reader.says)
  let decoder: InstanceType<typeof TextDecoder> | undefined
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk))
    quiet += chunk.length
    parser.write(decoder.decode(chunk, { stream: true }))
    if (quiet > longestText) throw new ReadingError({ code: 'workbookTooLarge' })
    yield
  }
  parser.write(decoder?.decode() ?? '').close()
  yield
}

const encodingOf = (head: Buffer): 'utf-16be' | 'utf-16le' | 'utf-8' =>
  head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8'

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** A small part, to its end. */
export async function readWhole(bytes: AsyncIterable<Buffer>, reader: XmlReader): Promise<void> {
  for await (const _ of readXml(bytes, reader)) {
    // what it says is kept by the reader
  }
}

/** « _x000D_ » is how workbooks write what XML cannot hold (ECMA-376 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
