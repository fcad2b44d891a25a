import type { InvoiceRow } from '@quittance/core/imports/parse-row.ts'
import type { Warning } from '@quittance/core/imports/refusals.ts'
import type { Db } from '../../platform/database/db.ts'
import type { InvoiceRows } from '../staging/read-rows.ts'
import { invoicesOnFile } from './known.ts'

/** The invoices that corrected ones name: `open` where nothing was paid of them yet. */
export type Standing = ReadonlyMap<string, 'open' | 'settled'>

export async function standingOf(db: Db, legalEntity: number, invoices: readonly InvoiceRows[]): Promise<Standing> {
  const named = invoices.flatMap(([{ row }]) => precedingOf(row) ?? [])
  const standing = new Map<string, 'open' | 'settled'>()
  if (named.length === 0) return standing
  for (const [{ row }] of invoices) standing.set(row.number, 'open')
  for (const { number, lines } of await invoicesOnFile(db, legalEntity, named))
    standing.set(number, lines.every(({ amount, amountDue }) => amount === amountDue) ? 'open' : 'settled')
  return standing
}

const precedingOf = ({ instruction }: InvoiceRow): string | undefined =>
  instruction?.isCorrection ? (instruction.preceding ?? undefined) : undefined

const codes = { open: 'takesPlace', settled: 'takesPlaceOfSettled', unknown: 'takesPlaceOfUnknown' } as const

/** What becomes of the invoice that this one takes the place of. */
export function replacingWarnings(row: InvoiceRow, standing: Standing): Warning[] {
  const value = precedingOf(row)
  if (value === undefined) return []
  return [{ line: row.line, code: codes[standing.get(value) ?? 'unknown'], field: 'invoiceNumber', value }]
}
