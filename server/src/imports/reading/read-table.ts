import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { readCsv } from './csv-table.ts'
import { archiveTable, singleTable } from './e-invoices/invoice-table.ts'
import { openFec } from './fec-file.ts'
import { natureOf } from './file-nature.ts'
import { ledgerTable } from './ledger/ledger-table.ts'
import { ReadingError } from './reading-error.ts'
import { openSource, readHead, type SourceFile } from './source-file.ts'
import type { Table, TableHints } from './table.ts'
import { detectEncoding, namedEncoding, type TextEncoding, type TextHead } from './text-encoding.ts'
import { readWorkbook } from './workbook/workbook-table.ts'

/** Files larger than this are refused: ten times a list of a million invoices. */
const largestFile = 1_000_000_000

/**
 * Opens a file (or a stream of its bytes) as a table: finds what it is, its encoding, separator, sheet and headers, then
 * gives its rows one by one. Throws `ReadingError` here, or later from `rows`, when it cannot be read.
 * Read `rows` to the end or call `close`: a stream was copied to a temporary file that then goes.
 */
export async function readTable(source: string | Readable, hints: TableHints = {}): Promise<Table> {
  const file = await openSource(source, hints.maxBytes ?? largestFile)
  try {
    const head = await readHead(file.path, 512 * 1024)
    const nature = natureOf(head)
    if (nature === 'text') {
      const text = { head, encoding: await encodingOf(file, head, hints) }
      return (await readLedger(file, text, hints)) ?? (await readCsv(file, text, hints))
    }
    if (nature === 'workbook') return await readWorkbook(file, hints)
    if (nature === 'pdf' || nature === 'xml') return singleTable(file, hints.name ?? basename(file.path), nature)
    if (nature === 'zip') return await archiveTable(file)
    throw new ReadingError({ code: nature })
  } catch (error) {
    await file.release()
    throw error
  }
}

/** undefined where the text is no ledger, or a person has said how to read it as a table. */
async function readLedger(file: SourceFile, text: TextHead, hints: TableHints): Promise<Table | undefined> {
  if (hints.separator || hints.headerLine) return undefined
  const fec = openFec(file.path, text)
  return fec && ledgerTable(fec, file)
}

/** What a person said; else what the whole file is written in. */
const encodingOf = ({ path }: SourceFile, head: Buffer, { encoding, found }: TableHints): Promise<TextEncoding> =>
  encoding !== undefined
    ? Promise.resolve(namedEncoding(encoding))
    : found
      ? Promise.resolve(found)
      : detectEncoding(path, head)
