import { keyButEntry } from '@quittance/core/imports/fec/entry-keys.ts'
import { paymentsTold } from '../../payments/bulk-queries.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { NamedPayment } from './apply-payments.ts'

/**
 * Payments of an earlier export whose entries this file numbers anew, as validation of a provisional ledger does: alike in
 * all else, and their own entry is not in the file. Each is found once.
 */
export async function renumberedPayments(
  db: Db,
  { legalEntity, file }: { readonly legalEntity: number; readonly file: number },
  unknown: readonly NamedPayment[],
): Promise<{ readonly id: number; readonly before: string; readonly ledgerKey: string }[]> {
  if (unknown.length === 0) return []
  const customers = [...new Set(unknown.map(({ customer }) => customer))]
  const amounts = [...new Set(unknown.map(({ amount }) => amount))]
  const told = await paymentsTold(db, { legalEntity, customers, amounts })
  const wanted = new Set(unknown.map(({ ledgerKey }) => keyButEntry(ledgerKey)))
  const alike = told.filter(({ ledgerKey }) => wanted.has(keyButEntry(ledgerKey)))
  const standing = await keysInFile(
    db,
    file,
    alike.map(({ ledgerKey }) => ledgerKey),
  )
  const free = new Map<string, { id: number; ledgerKey: string }[]>()
  for (const one of alike) {
    const key = keyButEntry(one.ledgerKey)
    if (!standing.has(one.ledgerKey)) free.set(key, [...(free.get(key) ?? []), one])
  }
  return unknown.flatMap(({ ledgerKey }) => {
    const found = free.get(keyButEntry(ledgerKey))?.shift()
    return found ? [{ id: found.id, before: found.ledgerKey, ledgerKey }] : []
  })
}

async function keysInFile(db: Db, file: number, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await db.rows<{ key: string }>(sql`
    select ledger_key as key from source_payment
    where organization_id = current_organization() and source_file_id = ${file} and ledger_key = any(${keys})`)
  return new Set(rows.map(({ key }) => key))
}
