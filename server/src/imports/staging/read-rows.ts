import { rankedNumber } from '@quittance/core/imports/number-register.ts'
import { type InvoiceRow, parseRow } from '@quittance/core/imports/parse-row.ts'
import type { Warning } from '@quittance/core/imports/refusals.ts'
import { type Corrections, cleanCell, type Reading, type SourceRow } from '@quittance/core/imports/row-cells.ts'
import type { RefusedRow } from '../refused-rows.ts'
import type { HeldRow } from './source-rows.ts'

export interface ReadRow {
  readonly row: InvoiceRow
  readonly warnings: readonly Warning[]
  readonly source: SourceRow
  readonly corrections: Corrections
}

/** All the rows of one invoice: one, or one a due line. */
export type InvoiceRows = readonly [ReadRow, ...ReadRow[]]

/** The same rows, each saying something else. */
export const changedRow = ([first, ...others]: InvoiceRows, change: (row: InvoiceRow) => InvoiceRow): InvoiceRows => {
  const changed = (read: ReadRow): ReadRow => ({ ...read, row: change(read.row) })
  return [changed(first), ...others.map(changed)]
}

type Typed = ReadonlyMap<number, Corrections>

/** One row, with what a person typed for it; made numbers come without their rank. */
export type Parsed = { readonly kind: 'read'; readonly read: ReadRow } | ReadRefused

interface ReadRefused {
  readonly kind: 'refused'
  readonly source: SourceRow
  readonly why: RefusedRow
}

export function parseSource(source: SourceRow, reading: Reading, typed: Typed): Parsed {
  const corrections = typed.get(source.line) ?? {}
  const parsed = parseRow(source, reading, corrections)
  if (parsed.ok) return { kind: 'read', read: { row: parsed.row, warnings: parsed.warnings, source, corrections } }
  const { line } = source
  return { kind: 'refused', source, why: { line, invoiceNumber: parsed.invoiceNumber, refusals: parsed.refusals } }
}

/** Rows kept as those of one invoice each, read once more. Those that could not be read would have been kept otherwise. */
export function readHeld(rows: readonly HeldRow[], reading: Reading, typed: Typed): InvoiceRows[] {
  const invoices = new Map<number, [ReadRow, ...ReadRow[]]>()
  for (const { firstLine, rank, line, cells } of rows) {
    const parsed = parseSource({ line, cells }, reading, typed)
    if (parsed.kind === 'refused') throw new Error(`Line ${line} was read before, and can no longer be`)
    const read = ranked(parsed.read, rank)
    const invoice = invoices.get(firstLine)
    if (invoice) invoice.push(read)
    else invoices.set(firstLine, [read])
  }
  return [...invoices.values()]
}

const ranked = (read: ReadRow, rank: number | null): ReadRow =>
  rank === null ? read : { ...read, row: { ...read.row, number: rankedNumber(read.row.number, rank) } }

/** A person typed again what stands in the file: it is right as it is. */
export function isConfirmed({ source, corrections }: ReadRow, field: 'invoiceNumber', { mapping }: Reading): boolean {
  const typed = corrections[field]
  return typed !== undefined && cleanCell(typed) === cleanCell(source.cells[mapping.indexOf(field)] ?? '')
}
