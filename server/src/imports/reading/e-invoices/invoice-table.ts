import { readFile } from 'node:fs/promises'
import { eInvoiceFields } from '@quittance/core/imports/e-invoices/invoice-rows.ts'
import { fieldLabel } from '@quittance/core/imports/fields.ts'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import { asCurrency } from '@quittance/core/money/money.ts'
import { natureOf } from '../file-nature.ts'
import { ReadingError } from '../reading-error.ts'
import type { SourceFile } from '../source-file.ts'
import type { Table } from '../table.ts'
import type { ZipPart } from '../workbook/zip-parts.ts'
import { archiveParts, largestPart, nameOf, partBytes } from './archive-parts.ts'
import type { DroppedFile } from './dropped-file.ts'
import { leftOut, type ReadPart, readPart, unreadable } from './read-part.ts'

/** Amounts come with a point and days as 2026-12-31; a person who corrects one writes the day first. */
const known = {
  mapping: eInvoiceFields,
  formats: {
    decimal: '.',
    decimalProven: true,
    dateOrder: 'dmy',
    dateOrderProven: true,
    currency: asCurrency('EUR'),
    typedNumbers: false,
    makeNumbers: false,
  },
} as const

/** A PDF or an XML alone as a table. Throws `ReadingError` from its rows where it cannot be read: it is all there is. */
export function singleTable(file: SourceFile, name: string, nature: 'pdf' | 'xml'): Table {
  async function* parts(): AsyncGenerator<ReadPart> {
    if (file.size > largestPart)
      throw new ReadingError({ code: 'partTooLarge', value: String(largestPart / 1_000_000) })
    const part = await readPart(name, await readFile(file.path), nature)
    if (part.file.problem) throw new ReadingError(part.file.problem)
    yield part
  }
  return tableOfParts(file, parts(), () => file.size)
}

/** Files of an archive that may each take more than a file may: each costs seconds. */
const mostHeavy = 10

/** An archive as a table: the invoices in it, each file that holds none told in `files`. Throws `ReadingError`. */
export async function archiveTable(file: SourceFile): Promise<Table> {
  const parts = await archiveParts(file)
  let read = 0
  async function* all(): AsyncGenerator<ReadPart> {
    let useful = 0
    let heavy = 0
    for (const part of parts) {
      const one = await readArchived(file.path, part)
      read += part.packed
      if (one.file.kind !== 'other') useful++
      if (one.isHeavy && ++heavy > mostHeavy) throw new ReadingError({ code: 'pdfTooHeavy' })
      yield one
    }
    if (useful === 0) throw new ReadingError({ code: 'noInvoices' })
  }
  return tableOfParts(file, all(), () => read)
}

async function readArchived(path: string, part: ZipPart): Promise<ReadPart> {
  const name = nameOf(part.name)
  try {
    const bytes = await partBytes(path, part, (head) => ['pdf', 'xml'].includes(natureOf(head)))
    if (!bytes) return leftOut(name, part.unpacked, null)
    return await readPart(name, bytes, natureOf(bytes.subarray(0, 4096)) === 'pdf' ? 'pdf' : 'xml')
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error
    return unreadable(name, part.unpacked, error.problem)
  }
}

/** Words of pages kept for the PDFs of one archive: ten thousand pages have some three hundred each. */
const mostKeys = 3_000_000

function tableOfParts(file: SourceFile, parts: AsyncIterable<ReadPart>, read: () => number): Table {
  const files: DroppedFile[] = []
  async function* rows(): AsyncGenerator<SourceRow> {
    let line = 0
    let room = mostKeys
    try {
      for await (const part of parts) {
        room -= part.file.inText.length
        files.push({
          ...part.file,
          ...(room < 0 && { inText: [] }),
          position: files.length + 1,
          line: part.rows.length > 0 ? line + 1 : null,
        })
        for (const cells of part.rows) yield { line: ++line, cells: withoutNul(cells) }
      }
    } finally {
      await file.release()
    }
  }
  return {
    format: {
      kind: 'eInvoices',
      encoding: null,
      separator: null,
      quote: null,
      headerLine: 0,
      sheet: null,
      sheets: [],
    },
    known,
    headers: eInvoiceFields.map((field) => fieldLabel(field, 'fr')),
    rows: rows(),
    skipped: [],
    files,
    progress: () => ({ read: read(), size: file.size }),
    close: file.release,
  }
}

const withoutNul = (cells: readonly string[]): string[] => cells.map((cell) => cell.replaceAll('\0', ''))
