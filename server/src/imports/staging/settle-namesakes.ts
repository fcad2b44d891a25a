import { areOne, type NamesakeStanding, settleNamesakes } from '@quittance/core/imports/e-invoices/same-number.ts'
import { contradictionText, toldInvoice } from '@quittance/core/imports/e-invoices/told-invoice.ts'
import { leftOut } from '@quittance/core/imports/fields.ts'
import { numberKey } from '@quittance/core/imports/number-register.ts'
import type { Refusal, Warning } from '@quittance/core/imports/refusals.ts'
import { cleanCell, type Reading } from '@quittance/core/imports/row-cells.ts'
import type { KnownFingerprints } from '../e-invoices/fingerprints.ts'
import { isConfirmed, type ReadRow } from './read-rows.ts'

/** What tells electronic invoices of one number apart. */
export interface Namesakes {
  readonly known: KnownFingerprints
  /** Not bought, nor sold by somebody else. */
  readonly isOurs: (read: ReadRow) => boolean
}

/** A row that does not go on to the register of numbers. */
export type Settled =
  | { readonly kind: 'repeated' | 'setAside'; readonly read: ReadRow; readonly warning: Warning | null }
  | { readonly kind: 'contested'; readonly read: ReadRow; readonly refusal: Refusal }
  /** Not ours, beside another of its number: planned alone, to be told so. */
  | { readonly kind: 'foreign'; readonly read: ReadRow; readonly firstLine: number }

/** By line, the rows that another electronic invoice of their number keeps from going in; the others are not in it. */
export function settleNumbers(reads: readonly ReadRow[], reading: Reading, namesakes: Namesakes): Map<number, Settled> {
  const settled = new Map<number, Settled>()
  const column = reading.mapping.indexOf('fingerprint')
  if (column < 0) return settled
  const ofInvoices = reads.filter(({ source }) => cleanCell(source.cells[column] ?? '') !== '')
  for (const alike of Map.groupBy(ofInvoices, ({ row }) => numberKey(row)).values()) {
    const invoices = [...Map.groupBy(alike, ({ source }) => cleanCell(source.cells[column] ?? '')).entries()]
    const ours = invoices.filter(([, [first]]) => first && namesakes.isOurs(first))
    if (invoices.length > 1)
      for (const [, rows] of invoices.filter((invoice) => !ours.includes(invoice)))
        for (const read of rows)
          settled.set(read.row.line, { kind: 'foreign', read, firstLine: rows[0]?.row.line ?? 0 })
    if (ours.length > 1 || ours.some(([, rows]) => rows.some(isLeftOut)))
      for (const one of settleOurs(ours, reading, namesakes.known)) settled.set(one.read.row.line, one)
  }
  return settled
}

type Invoice = readonly [fingerprint: string, rows: readonly ReadRow[]]

const isLeftOut = ({ corrections }: ReadRow): boolean => corrections.fingerprint === leftOut

function settleOurs(invoices: readonly Invoice[], reading: Reading, known: KnownFingerprints): Settled[] {
  const standings = settleNamesakes(
    invoices.map(([fingerprint, rows]) => ({
      rows: once(rows).map(({ row }) => row),
      isKnown: known.has(fingerprint),
      answer: rows.some(isLeftOut)
        ? 'leftOut'
        : rows.some((read) => isConfirmed(read, 'invoiceNumber', reading))
          ? 'chosen'
          : null,
    })),
  )
  return invoices.flatMap(([, rows], place) =>
    rows.flatMap((read) => settledRow(read, standings[place] ?? { kind: 'stands' }, invoices) ?? []),
  )
}

/** The rows of an invoice without those of its copies: the same XML under two names. */
const once = (rows: readonly ReadRow[]): ReadRow[] => [
  ...new Map(rows.map((read) => [`${read.row.dueDate} ${read.row.total.amount}`, read])).values(),
]

function settledRow(read: ReadRow, standing: NamesakeStanding, invoices: readonly Invoice[]): Settled | undefined {
  const rowsOf = (place: number) => once(invoices[place]?.[1] ?? []).map(({ row }) => row)
  const { line, number: value } = read.row
  switch (standing.kind) {
    case 'stands':
      return undefined
    case 'repeats':
      return { kind: 'repeated', read, warning: told(line, 'sameInvoice', rowsOf(standing.by)[0]?.invoiceFile) }
    case 'aside':
      return {
        kind: 'setAside',
        read,
        warning: standing.by === null ? null : told(line, 'setAside', rowsOf(standing.by)[0]?.invoiceFile),
      }
    case 'contested': {
      const mine = rowsOf(invoices.findIndex(([, rows]) => rows.includes(read)))
      const others = standing.others.map(rowsOf).filter((rows) => !areOne(mine, rows))
      const other = contradictionText(toldInvoice(mine), others.map(toldInvoice))
      const fix = { field: 'invoiceNumber', value } as const
      return {
        kind: 'contested',
        read,
        refusal: { line, field: 'invoiceNumber', code: 'namesakesDisagree', value, other, fix },
      }
    }
  }
}

const told = (line: number, code: 'sameInvoice' | 'setAside', value = ''): Warning => ({
  line,
  code,
  field: 'invoiceNumber',
  value,
})
