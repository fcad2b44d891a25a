import type { Readable } from 'node:stream'
import { type DetectedColumn, detectColumns, mappingOf } from '@quittance/core/imports/detect-columns.ts'
import { detectFormats } from '@quittance/core/imports/formats.ts'
import { openNumberRegister } from '@quittance/core/imports/number-register.ts'
import { type InvoiceRow, parseRow } from '@quittance/core/imports/parse-row.ts'
import { type FileKind, recogniseFile } from '@quittance/core/imports/recognise-file.ts'
import type { Refusal } from '@quittance/core/imports/refusals.ts'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import { asCurrency } from '@quittance/core/money/money.ts'
import { readTable } from '../read-table.ts'
import type { Table } from '../table.ts'

export interface Dry {
  readonly table: Table
  readonly rows: number
  readonly kind: FileKind
  readonly invoices: readonly InvoiceRow[]
  readonly refusals: readonly Refusal[]
}

function found(
  sample: readonly (readonly string[])[],
  { columns, table }: { columns: readonly DetectedColumn[]; table: Table },
) {
  const mapping = mappingOf(columns)
  const typedNumbers = table.format.kind === 'xlsx'
  return { mapping, formats: detectFormats(sample, { mapping, currency: asCurrency('EUR'), typedNumbers }) }
}

/** Reads a file as an import would, all of it in memory. */
export async function dryRun(source: string | Readable): Promise<Dry> {
  const table = await readTable(source)
  const rows: SourceRow[] = []
  for await (const row of table.rows) rows.push(row)
  const sample = rows.slice(0, 300).map(({ cells }) => cells)
  const columns = detectColumns(table.headers, sample)
  const { mapping, formats } = table.known ?? found(sample, { columns, table })
  const numbers = openNumberRegister(table.headers, mapping)
  const invoices: InvoiceRow[] = []
  const refusals: Refusal[] = []
  for (const row of rows) {
    const parsed = parseRow(row, { headers: table.headers, mapping, formats })
    if (!parsed.ok) refusals.push(...parsed.refusals)
    else {
      const standing = numbers.enter(parsed.row)
      if (standing.kind === 'refused') refusals.push(standing.refusal)
      else if (standing.kind !== 'repeated') invoices.push(standing.row)
    }
  }
  return { table, rows: rows.length, kind: recogniseFile(columns, sample), invoices, refusals }
}
