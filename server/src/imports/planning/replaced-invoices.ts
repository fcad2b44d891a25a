import type { InvoiceRow } from '@quittance/core/imports/parse-row.ts'
import type { Warning } from '@quittance/core/imports/refusals.ts'
import { correctionsOf } from '../../invoices/payment-instructions.ts'
import type { Db } from '../../platform/database/db.ts'
import type { InvoiceRows } from '../staging/read-rows.ts'
import { invoicesOnFile } from './known.ts'

export interface Standing {
  /** The invoices that corrected ones name: `open` where nothing was paid of them yet. */
  readonly named: ReadonlyMap<string, 'open' | 'settled'>
  /** The corrected invoice, known or beside it, that takes the place of each of these. */
  readonly replacedBy: ReadonlyMap<string, string>
}

/** What corrected invoices among these rows, or known before them, do to others. */
export async function standingOf(db: Db, legalEntity: number, invoices: readonly InvoiceRows[]): Promise<Standing> {
  const named = new Map<string, 'open' | 'settled'>()
  const replacedBy = new Map<string, string>()
  const rows = invoices.map(([{ row }]) => row).filter(({ seller }) => seller !== undefined)
  if (rows.length === 0) return { named, replacedBy }
  const numbers = rows.map(({ number }) => number)
  for (const { preceding, number } of await correctionsOf(db, legalEntity, numbers)) replacedBy.set(preceding, number)
  const preceding = rows.flatMap((row) => precedingOf(row) ?? [])
  if (preceding.length === 0) return { named, replacedBy }
  for (const row of rows) {
    named.set(row.number, isUnpaid(row) ? 'open' : 'settled')
    const before = precedingOf(row)
    if (before !== undefined) replacedBy.set(before, row.number)
  }
  for (const { number, lines } of await invoicesOnFile(db, legalEntity, preceding))
    named.set(number, lines.every(({ amount, amountDue }) => amount === amountDue) ? 'open' : 'settled')
  return { named, replacedBy }
}

const precedingOf = ({ instruction }: InvoiceRow): string | undefined =>
  instruction?.isCorrection ? (instruction.preceding ?? undefined) : undefined

export const isUnpaid = ({ total, amountDue }: InvoiceRow): boolean => total.amount === amountDue.amount

const codes = { open: 'takesPlace', settled: 'takesPlaceOfSettled', unknown: 'takesPlaceOfUnknown' } as const

/** What becomes of the invoice that this one takes the place of. */
export function replacingWarnings(row: InvoiceRow, { named }: Standing): Warning[] {
  const value = precedingOf(row)
  if (value === undefined) return []
  return [{ line: row.line, code: codes[named.get(value) ?? 'unknown'], field: 'invoiceNumber', value }]
}
