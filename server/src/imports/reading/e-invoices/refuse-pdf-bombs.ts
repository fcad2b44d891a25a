import { inflateSync } from 'node:zlib'
import { PDFArray, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { ReadingError } from '../reading-error.ts'

/** What one stream may open to. */
const largestStream = 30_000_000

/** What all streams of a PDF may open to before its text is looked for. */
const largestText = 150_000_000

/**
 * The directories of a PDF are unpacked whole when it is opened: one that would open to gigabytes is refused before. Throws
 * `ReadingError`.
 */
export function refusePdfBombs(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue
    const head = dictionaryBefore(file, at)
    if (!/ObjStm|XRef|\/Type\s*[%\d]/.test(head)) continue
    const [filter, ...others] =
      head.match(/(?:Flate|LZW|RunLength|ASCIIHex|ASCII85|Crypt|DCT|JPX)(?:Decode)?|\/Fl\b/g) ?? []
    if (filter === undefined) continue
    if (others.length > 0 || !/^(?:Flate|\/Fl)/.test(filter) || opensPast(file.subarray(at + 6), largestStream))
      throw new ReadingError({ code: 'pdfTooLarge', value: String(largestStream / 1_000_000) })
  }
}

/** With names as they are meant: `#53` is an S. */
function dictionaryBefore(file: Buffer, at: number): string {
  const from = Math.max(0, file.lastIndexOf('endobj', at), at - 20_000)
  const text = file.subarray(from, at).toString('latin1')
  return text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function opensPast(packed: Buffer, most: number): boolean {
  const start = packed[0] === 13 && packed[1] === 10 ? 2 : 1
  try {
    inflateSync(packed.subarray(start), { maxOutputLength: most })
    return false
  } catch (error) {
    return (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE'
  }
}

/** Whether what its text is made of opens to a size that a reader of texts can bear. Pictures are never opened for it. */
export function isTextBearable(pdf: PDFDocument): boolean {
  let all = 0
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    if (object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image')) continue
    const size = openedSize(object)
    all += size
    if (size > largestStream || all > largestText) return false
  }
  return true
}

function openedSize(stream: PDFRawStream): number {
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  const filters = filter instanceof PDFArray ? filter.asArray() : filter === undefined ? [] : [filter]
  if (filters.length === 0) return stream.contents.length
  if (filters.length > 1 || filters[0] !== PDFName.of('FlateDecode')) return Number.POSITIVE_INFINITY
  try {
    return inflateSync(stream.contents, { maxOutputLength: largestStream }).length
  } catch (error) {
    return (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? Number.POSITIVE_INFINITY : 0
  }
}
