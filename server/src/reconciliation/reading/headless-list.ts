import { readFile, stat } from 'node:fs/promises'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import type { StatementFile } from '@quittance/core/reconciliation/statements/statement-file.ts'
import { detectHeadlessColumns } from '@quittance/core/reconciliation/statements/table/headless-columns.ts'
import { readStatementTable } from '@quittance/core/reconciliation/statements/table/read-statement-table.ts'
import { CsvError, parse } from 'csv-parse/sync'
import { decodeStatement } from './statement-text.ts'

/** Bytes of such a list at most: twenty years of a busy account. */
const largest = 10_000_000
/** Rows that are looked at before all are. */
const looked = 50

/** A CSV whose first row is a movement like the others; null where its cells are not a bank's beyond doubt. */
export async function readHeadlessList(path: string): Promise<StatementFile | null> {
  if ((await stat(path)).size > largest) return null
  const { text, readAs } = decodeStatement(await readFile(path))
  for (const separator of [';', '\t', ',']) {
    if (!mappingOf(rowsIn(text, separator, looked))) continue
    const rows = rowsIn(text, separator)
    const mapping = mappingOf(rows)
    const headers = mapping?.map(() => '') ?? []
    const read = mapping && readStatementTable({ headers, rows, titles: [], mapping })
    if (!read || 'problem' in read) continue
    return { ...read, facts: { encoding_read_as: readAs, separator, header_line: null, ...read.facts } }
  }
  return null
}

const mappingOf = (rows: readonly SourceRow[]) => detectHeadlessColumns(rows.map(({ cells }) => cells))

/** The rows of a text, at most so many; none where it is no CSV with that separator. */
function rowsIn(text: string, separator: string, most?: number): SourceRow[] {
  try {
    const records = parse(text, {
      ...{ delimiter: separator, bom: true, info: true, relax_column_count: true, skip_empty_lines: true },
      max_record_size: 100_000,
      ...(most !== undefined && { to: most }),
    }) as unknown as readonly { readonly record: string[]; readonly info: { readonly lines: number } }[]
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (error) {
    if (error instanceof CsvError) return []
    throw error
  }
}
