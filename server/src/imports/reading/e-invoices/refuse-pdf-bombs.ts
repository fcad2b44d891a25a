import { inflateSync } from 'node:zlib'
import { PDFArray, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { ReadingError } from '../reading-error.ts'

/** What one stream may open to. */
const largestStream = 30_000_000

/** What all streams of a PDF may open to before its text is looked for. */
const largestText = 150_000_000

/** What all its directories may open to together. */
const largestDirectories = 60_000_000

/** What may stand before its streams, looked at for what they are; more of it is no PDF but the word « stream » again and again. */
const mostLookedAt = 40_000_000

/**
 * The directories of a PDF are unpacked whole when it is opened: those that would open to gigabytes are refused before.
 * Throws `ReadingError`.
 */
export function refusePdfBombs(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let room = largestDirectories
  let lookedAt = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue
    const head = dictionaryBefore(file, at)
    lookedAt += head.length
    if (lookedAt > mostLookedAt) throw new ReadingError({ code: 'brokenPdf' })
    if (!/ObjStm|XRef|\/Type\s*[%\d]/.test(head)) continue
    const [filter, ...others] =
      head.match(/(?:Flate|LZW|RunLength|ASCIIHex|ASCII85|Crypt|DCT|JPX)(?:Decode)?|\/Fl\b/g) ?? []
    if (filter === undefined) continue
    const opened =
      others.length > 0 || !/^(?:Flate|\/Fl)/.test(filter)
        ? undefined
        : openedLength(file.subarray(at + 6), largestStream)
    room -= opened ?? 0
    if (opened === undefined || room < 0)
      throw new ReadingError({
        code: 'pdfTooLarge',
        value: String((room < 0 ? largestDirectories : largestStream) / 1_000_000),
      })
  }
}

/** With names as they are meant: `#53` is an S. */
function dictionaryBefore(file: Buffer, at: number): string {
  const near = file.subarray(Math.max(0, at - 20_000), at)
  const text = near.subarray(Math.max(0, near.lastIndexOf('endobj'))).toString('latin1')
  return text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** undefined where it is past the most; nothing where it is not packed so. */
function openedLength(packed: Buffer, most: number): number | undefined {
  const start = packed[0] === 13 && packed[1] === 10 ? 2 : 1
  try {
    return inflateSync(packed.subarray(start), { maxOutputLength: most }).length
  } catch (error) {
    return (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? undefined : 0
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
