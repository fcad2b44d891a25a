import { openNumberRegister } from '@quittance/core/imports/number-register.ts'
import { type InvoiceRow, parseRow } from '@quittance/core/imports/parse-row.ts'
import type { Warning } from '@quittance/core/imports/refusals.ts'
import { type Corrections, cleanCell, type Reading, type SourceRow } from '@quittance/core/imports/row-cells.ts'
import type { RefusedRow } from './refused-rows.ts'

export interface ReadRow {
  readonly row: InvoiceRow
  readonly warnings: readonly Warning[]
  readonly source: SourceRow
  readonly corrections: Corrections
}

/** What comes of the rows of a file, in its order. */
export type Read =
  | { readonly kind: 'refused'; readonly refused: RefusedRow }
  /** The very same row again. */
  | { readonly kind: 'repeated'; readonly warning: Warning }
  /** All the rows of one invoice: one, or one a due line. */
  | { readonly kind: 'invoice'; readonly rows: readonly [ReadRow, ...ReadRow[]] }

/** How many rows carry each number that comes more than once, in lower case. */
export type Instalments = ReadonlyMap<string, number>

interface Reader {
  readonly reading: Reading
  readonly corrections: ReadonlyMap<number, Corrections>
}

/**
 * Reads the rows of a file into invoices. `instalments` says for which numbers to wait until all rows are there; without
 * it the first number that comes a second time ends the reading with `instalments`: count them, then read again.
 */
export async function* readInvoices(
  rows: AsyncIterable<SourceRow>,
  reader: Reader,
  instalments?: Instalments,
): AsyncGenerator<Read | { readonly kind: 'instalments' }> {
  const waiting = new Map<string, [ReadRow, ...ReadRow[]]>()
  for await (const read of standings(rows, reader)) {
    if (read.kind !== 'row') {
      yield read
      continue
    }
    const { row, isFirst } = read
    const number = row.row.number.toLowerCase()
    const expected = instalments?.get(number) ?? 1
    if (isFirst && expected === 1) {
      yield { kind: 'invoice', rows: [row] }
      continue
    }
    if (!instalments) {
      yield { kind: 'instalments' }
      return
    }
    const gathered = waiting.get(number)
    if (gathered) gathered.push(row)
    else waiting.set(number, [row])
    const whole = waiting.get(number)
    if (whole && whole.length === expected) {
      waiting.delete(number)
      yield { kind: 'invoice', rows: whole }
    }
  }
}

/** Reads the whole file once to count the rows of each number that has several due lines. */
export async function countInstalments(rows: AsyncIterable<SourceRow>, reader: Reader): Promise<Instalments> {
  const counts = new Map<string, number>()
  for await (const read of standings(rows, reader)) {
    if (read.kind !== 'row' || read.isFirst) continue
    const number = read.row.row.number.toLowerCase()
    counts.set(number, (counts.get(number) ?? 1) + 1)
  }
  return counts
}

type Standing =
  | Exclude<Read, { kind: 'invoice' }>
  | { readonly kind: 'row'; readonly row: ReadRow; readonly isFirst: boolean }

async function* standings(rows: AsyncIterable<SourceRow>, { reading, corrections }: Reader): AsyncGenerator<Standing> {
  const register = openNumberRegister(reading.headers, reading.mapping)
  for await (const source of rows) {
    const typed = corrections.get(source.line) ?? {}
    const parsed = parseRow(source, reading, typed)
    if (!parsed.ok) {
      yield refused(source, parsed.invoiceNumber, parsed.refusals)
      continue
    }
    const standing = register.enter(parsed.row)
    if (standing.kind === 'refused') yield refused(source, parsed.row.number, [standing.refusal])
    else if (standing.kind === 'repeated')
      yield { kind: 'repeated', warning: warningOf('repeatedRow', source, standing.firstLine) }
    else {
      const isFirst = standing.kind === 'first'
      const warnings = isFirst
        ? parsed.warnings
        : [...parsed.warnings, warningOf('instalment', source, standing.firstLine)]
      yield { kind: 'row', isFirst, row: { row: standing.row, warnings, source, corrections: typed } }
    }
  }
}

const refused = ({ line, cells }: SourceRow, invoiceNumber: string, refusals: RefusedRow['refusals']): Standing => ({
  kind: 'refused',
  refused: { line, invoiceNumber, cells, refusals },
})

const warningOf = (code: 'repeatedRow' | 'instalment', { line }: SourceRow, firstLine: number): Warning => ({
  line,
  code,
  field: 'invoiceNumber',
  value: String(firstLine),
})

/** A person typed again what stands in the file: it is right as it is. */
export function isConfirmed({ source, corrections }: ReadRow, field: 'invoiceNumber', { mapping }: Reading): boolean {
  const typed = corrections[field]
  return typed !== undefined && cleanCell(typed) === cleanCell(source.cells[mapping.indexOf(field)] ?? '')
}
