import { unzipSync as gunzipOrInflate } from 'node:zlib'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import { refusePdfBombs } from './e-invoices/refuse-pdf-bombs.ts'
import { ReadingError } from './reading-error.ts'
import { largestXml } from './xml-tree.ts'

export interface PdfAttachment {
  readonly name: string
  /** `AFRelationship` (ISO 32000-2, 14.13): Factur-X asks for Data, Source or Alternative. */
  readonly relationship: string | null
  readonly bytes: Uint8Array
}

/** Bytes of all attachments together at most, each counted once. */
const mostBytes = 60_000_000

/** Names a PDF gives its attachments at most. */
const mostAttachments = 500

/**
 * The files embedded in a PDF, wherever its name tree puts them. One that opens to more than an XML may have, or is packed
 * in a way other than Flate, is left out, and so are those beyond the limits.
 */
export function attachmentsIn(pdf: PDFDocument): readonly PdfAttachment[] {
  const found: PdfAttachment[] = []
  const open = openOnce()
  for (const [, object] of pdf.context.enumerateIndirectObjects())
    for (const specification of fileSpecifications(object)) {
      if (found.length === mostAttachments) return found
      const attachment = attachmentOf(specification, open)
      if (attachment && !found.some(({ name, bytes }) => name === attachment.name && same(bytes, attachment.bytes)))
        found.push(attachment)
    }
  return found
}

/** One stream under a thousand names is opened once. */
function openOnce(): (stream: PDFRawStream) => Uint8Array | undefined {
  const opened = new Map<PDFRawStream, Uint8Array | undefined>()
  let room = mostBytes
  return (stream) => {
    if (opened.has(stream)) return opened.get(stream)
    const bytes = room > 0 ? unpack(stream) : undefined
    room -= bytes?.length ?? 0
    opened.set(stream, bytes)
    return bytes
  }
}

/** Throws `ReadingError` where it cannot be read, is encrypted, or opens to more than an invoice may. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  refusePdfBombs(bytes)
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false })
    if (pdf.context.lookup(pdf.context.trailerInfo.Root) instanceof PDFDict) return pdf
  } catch (error) {
    const isEncrypted = error instanceof Error && /encrypt/i.test(error.message)
    throw new ReadingError({ code: isEncrypted ? 'protectedPdf' : 'brokenPdf' }, { cause: error })
  }
  throw new ReadingError({ code: 'brokenPdf' })
}

/** A file specification is an object of its own, or stands within an array or the tree that names it. */
function fileSpecifications(object: unknown): readonly PDFDict[] {
  if (object instanceof PDFDict) {
    const inner = [object.get(PDFName.of('Names')), object.get(PDFName.of('AF'))]
    return [...(object.has(PDFName.of('EF')) ? [object] : []), ...inner.flatMap(fileSpecifications)]
  }
  if (!(object instanceof PDFArray)) return []
  return object.asArray().flatMap((item) => (item instanceof PDFDict && item.has(PDFName.of('EF')) ? [item] : []))
}

function attachmentOf(specification: PDFDict, open: ReturnType<typeof openOnce>): PdfAttachment | undefined {
  const files = specification.lookup(PDFName.of('EF'))
  if (!(files instanceof PDFDict)) return undefined
  const stream = files.lookup(PDFName.of('F')) ?? files.lookup(PDFName.of('UF'))
  if (!(stream instanceof PDFRawStream)) return undefined
  const bytes = open(stream)
  if (!bytes) return undefined
  const relationship = specification.lookup(PDFName.of('AFRelationship'))
  return {
    name: textOf(specification.lookup(PDFName.of('UF'))) ?? textOf(specification.lookup(PDFName.of('F'))) ?? '',
    relationship: relationship instanceof PDFName ? relationship.decodeText() : null,
    bytes,
  }
}

const textOf = (object: unknown): string | undefined =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined

/** Opened with a limit that zlib keeps: a stream of a few kilobytes that would open to gigabytes is never opened. */
function unpack(stream: PDFRawStream): Uint8Array | undefined {
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  const filters = filter instanceof PDFArray ? filter.asArray() : filter === undefined ? [] : [filter]
  if (filters.length === 0) return stream.contents.length > largestXml ? undefined : stream.contents
  if (filters.length > 1 || filters[0] !== PDFName.of('FlateDecode')) return undefined
  try {
    return gunzipOrInflate(stream.contents, { maxOutputLength: largestXml })
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && 'code' in error)) return undefined
    throw error
  }
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
