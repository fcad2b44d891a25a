import { isBucketHeader } from './aged-columns.ts'
import { type ColumnValues, fieldByValues, lookAtValues } from './column-values.ts'
import {
  customerFieldNames,
  type Field,
  type FieldShape,
  fieldNames,
  isField,
  type ListOf,
  type Mapping,
  shapeOf,
} from './fields.ts'
import { fieldsNamed } from './header-dictionary.ts'
import { plainHeader } from './header-words.ts'
import { isRunningBalance } from './running-balance.ts'

/** `sure` needs no second look, `check` wants one, `none`: the column is left out. */
export type Confidence = 'sure' | 'check' | 'none'

export interface DetectedColumn {
  readonly header: string
  readonly field: Field | null
  readonly confidence: Confidence
  /** The first two different values, as in the file. */
  readonly samples: readonly string[]
}

interface Candidate {
  readonly column: number
  readonly field: Field
  readonly score: number
}

/**
 * Finds the mapping from the headers (French or English, however abbreviated) and from the values of some hundred rows:
 * a header that says « échéance » over a column that holds no dates is not believed. No field is used twice.
 */
export function detectColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  list: ListOf = 'invoices',
): DetectedColumn[] {
  const cellsOf = (column: number): string[] => rows.map((row) => row[column] ?? '')
  const values = headers.map((_, column) => lookAtValues(cellsOf(column)))
  const isAged = headers.filter(isBucketHeader).length >= 2
  const candidates = headers.flatMap((header, column) =>
    // Of « Montant 0-30 » and « Montant 60+ » each holds a part of the rows: none is the amount.
    isAged && isBucketHeader(header)
      ? []
      : candidatesOf({ header, column, list }, values[column] ?? lookAtValues([]), cellsOf(column)),
  )
  const chosen = withoutRunningBalance(choose(candidates, list), rows)
  return headers.map((header, column) => {
    const found = chosen.get(column)
    const confidence = found === undefined ? 'none' : found.score >= 0.85 ? 'sure' : 'check'
    return { header, field: found?.field ?? null, confidence, samples: firstTwo(cellsOf(column)) }
  })
}

export const mappingOf = (columns: readonly DetectedColumn[]): Mapping => columns.map((column) => column.field)

interface Headed {
  readonly header: string
  readonly column: number
  readonly list: ListOf
}

function candidatesOf({ header, column, list }: Headed, values: ColumnValues, cells: readonly string[]): Candidate[] {
  const named = fieldsNamed(header, list)
    .filter(({ field, score }) => values.fits(shapeOf(field), score >= 0.9 && namedShapes.has(shapeOf(field))))
    .map(({ field, score }) => ({ column, field, score: weigh(field, score, values) }))
  const shown = fieldByValues(values, cells)
  if (!shown || named.some(({ field }) => field === shown)) return named
  return [
    ...named.filter(({ score }) => score >= 0.9),
    { column, field: shown, score: shown === 'currency' ? 0.86 : 0.55 },
  ]
}

/** What a header alone may claim; of the others the values say as much. A side passed over would turn amounts round. */
const namedShapes: ReadonlySet<FieldShape> = new Set(['amount', 'date', 'level', 'side'])

/** « Client » over codes is the code, over names the name; numbers of invoices are all different, or nearly. */
function weigh(field: Field, score: number, values: ColumnValues): number {
  if (values.filled === 0) return score - 0.05
  if (field === 'customerName' && values.codes > 0.8) return score - 0.4
  if (field === 'customerCode' && score < 0.6 && values.codes > 0.8) return score + 0.4
  if (field === 'customerCode' && score < 0.9 && values.codes < 0.3) return score - 0.3
  if (field === 'invoiceNumber' && values.filled >= 5 && values.distinct < values.filled * 0.5) return score - 0.4
  return score
}

/** Best score first; between equals the leftmost column, then the order of the fields. */
function choose(candidates: readonly Candidate[], list: ListOf): Map<number, Candidate> {
  const order = list === 'customers' ? customerFieldNames : fieldNames
  const ranked = candidates
    .filter(({ score }) => score >= 0.4)
    .sort((a, b) => b.score - a.score || a.column - b.column || order.indexOf(a.field) - order.indexOf(b.field))
  const byColumn = new Map<number, Candidate>()
  const used = new Set<Field>()
  for (const candidate of ranked) {
    if (byColumn.has(candidate.column) || used.has(candidate.field)) continue
    byColumn.set(candidate.column, candidate)
    used.add(candidate.field)
  }
  return byColumn
}

/** A balance that runs on is not what is left of each row: its column is left out. */
function withoutRunningBalance(
  chosen: Map<number, Candidate>,
  rows: readonly (readonly string[])[],
): Map<number, Candidate> {
  const columnOf = (field: Field): number => [...chosen.values()].find((one) => one.field === field)?.column ?? -1
  const [debit, credit, balance] = [columnOf('debit'), columnOf('credit'), columnOf('amountDue')]
  if (debit >= 0 && credit >= 0 && balance >= 0 && isRunningBalance(rows, { debit, credit, balance }))
    chosen.delete(balance)
  return chosen
}

const firstTwo = (cells: readonly string[]): string[] =>
  [...new Set(cells.map((cell) => cell.trim()).filter(Boolean))].slice(0, 2)

/** Same for two files with the same headers, whatever their order, case and accents: the source they come from. */
export const mappingSignature = (headers: readonly string[]): string => headerKeys(headers).sort().join('|')

/** One key a header; a header that comes twice gets its rank, so that each keeps its own field. */
function headerKeys(headers: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return headers.map((header) => {
    const key = plainHeader(header)
    const rank = (seen.get(key) ?? 0) + 1
    seen.set(key, rank)
    return rank === 1 ? key : `${key} (${rank})`
  })
}

/** What is kept of a corrected mapping: a field or null for each header of the file. */
export type RememberedMapping = Readonly<Record<string, Field | null>>

export function rememberMapping(headers: readonly string[], mapping: Mapping): RememberedMapping {
  return Object.fromEntries(headerKeys(headers).map((key, column) => [key, mapping[column] ?? null]))
}

/** The remembered mapping for these headers, in their order; headers it does not know are left out, no field twice. */
export function recallMapping(headers: readonly string[], remembered: RememberedMapping): Mapping {
  const used = new Set<Field>()
  return headerKeys(headers).map((key) => {
    const field = Object.hasOwn(remembered, key) ? remembered[key] : null
    if (!field || !isField(field) || used.has(field)) return null
    used.add(field)
    return field
  })
}
