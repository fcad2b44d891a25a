import { isBucketHeader } from '@quittance/core/imports/aged-columns.ts'
import { isDaySerial, looksLikeAmount, looksLikeDate } from '@quittance/core/imports/column-values.ts'
import { detectColumns, mappingOf } from '@quittance/core/imports/detect-columns.ts'
import { type Field, type Mapping, shapeOf } from '@quittance/core/imports/fields.ts'
import { fieldsNamed } from '@quittance/core/imports/header-dictionary.ts'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import { filledCells } from '../header-line.ts'

/** What the first rows show of the columns: enough to tell a row of an invoice from the lines around it. */
export interface ColumnsSeen {
  readonly mapping: Mapping
  readonly amounts: readonly number[]
  /** Those and what stands beside them: the side, the currency. */
  readonly figures: readonly number[]
  readonly dates: readonly number[]
  /** The columns of an aged balance, none where there are fewer than two. */
  readonly buckets: readonly number[]
  readonly column: (field: Field) => number | undefined
}

/** Reads the columns off the rows that are nearly full: titles and totals between them say nothing of a column. */
export function seeColumns(headers: readonly string[], rows: readonly SourceRow[]): ColumnsSeen {
  const widest = Math.max(0, ...rows.map(({ cells }) => filledCells(cells.slice(0, headers.length))))
  const full = rows.filter(
    ({ cells }) => filledCells(cells) > Math.min(2, widest - 1) && filledCells(cells) * 2 >= widest,
  )
  const mapping = mappingOf(
    detectColumns(
      headers,
      full.map(({ cells }) => cells),
    ),
  )
  const all = headers.map((_, column) => column)
  const buckets = all.filter((column) => isBucketHeader(headers[column] ?? ''))
  const isOf = (shape: 'amount' | 'date') => (column: number) => {
    const field = mapping[column] ?? fieldsNamed(headers[column] ?? '')[0]?.field
    return field !== undefined && shapeOf(field) === shape
  }
  const hasCents = (column: number): boolean => {
    const cells = full.map((row) => row.cells[column]?.trim() ?? '').filter(Boolean)
    return cells.length > 0 && cells.filter((cell) => /\d[.,]\d\d?$/.test(cell)).length >= cells.length * 0.8
  }
  const amounts = all.filter(
    (column) => isOf('amount')(column) || buckets.includes(column) || (!mapping[column] && hasCents(column)),
  )
  return {
    mapping,
    amounts,
    figures: all.filter((column) => amounts.includes(column) || ['side', 'currency'].includes(mapping[column] ?? '')),
    buckets: buckets.length >= 2 ? buckets : [],
    dates: all.filter(isOf('date')),
    column: (field) => {
      const found = mapping.indexOf(field)
      return found < 0 ? undefined : found
    },
  }
}

const filled = (cells: readonly string[], column: number): boolean => (cells[column] ?? '').trim() !== ''

/** A day or a number of its own stands on the line. */
export function isNumbered(cells: readonly string[], seen: ColumnsSeen): boolean {
  const number = seen.column('invoiceNumber')
  const first = cells.findIndex((cell) => cell.trim() !== '')
  return (
    seen.dates.some((column) => isDay(cells[column] ?? '')) ||
    (number !== undefined && number !== first && filled(cells, number))
  )
}

/** What one line of a table is, by the columns it fills. */
export type LineKind = 'invoice' | 'title' | 'amounts' | 'other'

/**
 * An invoice has an amount, and a day or a number. A title has one to three cells, no day and nothing of a number but in
 * its first cell: the name of whoever the lines below are of, their balance perhaps. `amounts`: nothing but amounts.
 */
export function lineKind(cells: readonly string[], seen: ColumnsSeen): LineKind {
  const hasAmount = seen.amounts.some((column) => filled(cells, column) && looksLikeAmount(cells[column] ?? ''))
  const hasDay = seen.dates.some((column) => isDay(cells[column] ?? ''))
  const first = cells.findIndex((cell) => cell.trim() !== '')
  const number = seen.column('invoiceNumber')
  const isNumbered = number !== undefined && filled(cells, number)
  if (hasAmount && (hasDay || (isNumbered && number !== first))) return 'invoice'
  const said = cells.flatMap((cell, column) => (cell.trim() !== '' && !seen.figures.includes(column) ? [column] : []))
  if (hasAmount && said.length === 0) return 'amounts'
  if (hasDay || said.length === 0 || said.length > 3 || first > 2) return hasAmount && isNumbered ? 'invoice' : 'other'
  if (hasAmount && isNumbered && number !== first) return 'invoice'
  return /\p{L}|\d{3}/u.test(cells[first] ?? '') ? 'title' : 'other'
}

const isDay = (text: string): boolean => text.trim() !== '' && (looksLikeDate(text) || isDaySerial(text))
