import type { Readable } from 'node:stream'
import { readCsv } from './csv-table.ts'
import { natureOf } from './file-nature.ts'
import { ReadingError } from './reading-error.ts'
import { openSource, readHead } from './source-file.ts'
import type { Table, TableHints } from './table.ts'
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
    if (nature === 'text') return await readCsv(file, head, hints)
    if (nature === 'workbook') return await readWorkbook(file, hints)
    throw new ReadingError({ code: nature })
  } catch (error) {
    await file.release()
    throw error
  }
}
