import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { openFec } from '../reading/fec-file.ts'
import { natureOf } from '../reading/file-nature.ts'
import { readTable } from '../reading/read-table.ts'
import { ReadingError } from '../reading/reading-error.ts'
import { openSource, readHead } from '../reading/source-file.ts'
import { detectEncoding } from '../reading/text-encoding.ts'
import { inspectDrop, inspectInvoicePdf, inspectInvoiceXml } from './inspect-e-invoice.ts'
import { inspectFec } from './inspect-fec.ts'
import { inspectTable } from './inspect-table.ts'
import type { Inspection } from './inspection.ts'

/** Larger files are refused unopened. */
const largestFile = 1_000_000_000
/** A PDF or XML is held whole: an invoice with its drawings is far below. */
const largestWhole = 50_000_000

/**
 * Says what a file holds, by its content and not by its name; nothing is stored. A file that cannot be read is an answer
 * with its reason, not an error.
 */
export async function inspectFile(path: string): Promise<Inspection> {
  let kind = 'unknown'
  try {
    const { size } = await openSource(path, largestFile)
    const head = await readHead(path, 512 * 1024)
    const nature = natureOf(head)
    if (nature === 'pdf' || nature === 'xml') {
      kind = 'e-invoice'
      if (size > largestWhole) throw new ReadingError({ code: 'fileTooLarge', value: String(largestWhole / 1_000_000) })
      const bytes = await readFile(path)
      return nature === 'pdf' ? await inspectInvoicePdf(bytes) : inspectInvoiceXml(bytes)
    }
    if (nature === 'zip') {
      kind = 'e-invoices'
      return await inspectDrop(await readTable(path))
    }
    const fec = nature === 'text' ? openFec(path, { head, encoding: await detectEncoding(path, head) }) : undefined
    if (!fec) return await inspectTable(await readTable(path))
    kind = 'fec'
    return await inspectFec(fec, await isAscii(path))
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error
    return { kind, error: error.problem }
  }
}

async function isAscii(path: string): Promise<boolean> {
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>)
    if (chunk.some((byte) => byte >= 0x80)) return false
  return true
}
