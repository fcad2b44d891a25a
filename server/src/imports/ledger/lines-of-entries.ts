import { type LineOfInvoice, linesOfInvoices } from '../../invoices/bulk-queries.ts'
import type { Db } from '../../platform/database/db.ts'
import { invoicesOfEntries } from './ledger-items.ts'

/** The due lines of the invoices that these entries are, each with its entry; an entry that did not go in has none. */
export async function linesOfEntries(
  db: Db,
  legalEntity: number,
  keys: readonly string[],
): Promise<(LineOfInvoice & { readonly item: string })[]> {
  const entries = await invoicesOfEntries(db, legalEntity, keys)
  const lines = await linesOfInvoices(db, [...new Set(entries.map(({ invoice }) => invoice))])
  const byInvoice = new Map<number, LineOfInvoice[]>()
  for (const line of lines) byInvoice.set(line.invoice, [...(byInvoice.get(line.invoice) ?? []), line])
  return entries.flatMap(({ key, invoice }) => (byInvoice.get(invoice) ?? []).map((line) => ({ ...line, item: key })))
}
