import type { LineOfInvoice } from '../../invoices/bulk-queries.ts'
import type { PaymentOfLedger } from '../../payments/bulk-queries.ts'
import { insertAllocations } from '../../payments/queries.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

interface Told {
  readonly known: readonly PaymentOfLedger[]
  /** By the key of the payment: what this file's letters say it settles. */
  readonly settles: ReadonlyMap<string, readonly { readonly item: string; readonly amount: number }[]>
  readonly lines: readonly (LineOfInvoice & { readonly item: string })[]
}

/**
 * Letters were corrected: a payment settles something else than an earlier export said. What an import allocated is taken
 * back where this file says otherwise and the payment has too little left for it; what a person allocated stands, and a
 * file that says nothing of a payment takes nothing back. Answers the reversing allocations.
 */
export async function takeBackLetters(db: Db, { known, settles, lines }: Told): Promise<number[]> {
  const itemsOf = new Map<string, Set<number>>()
  for (const { item, id } of lines) itemsOf.set(item, (itemsOf.get(item) ?? new Set()).add(id))
  const meant = new Map<number, Set<number>>()
  for (const payment of known) {
    const told = settles.get(payment.ledgerKey) ?? []
    const items = new Set(told.flatMap(({ item }) => [...(itemsOf.get(item) ?? [])]))
    const there = [...items].reduce((sum, item) => sum + (payment.allocated[item] ?? 0), 0)
    const wanted = told.reduce((sum, { item, amount }) => sum + (itemsOf.has(item) ? amount : 0), 0)
    if (wanted > there + payment.unallocated) meant.set(payment.id, items)
  }
  const made = await madeByImports(db, [...meant.keys()])
  const wrong = made.filter(({ payment, item }) => !meant.get(payment)?.has(item))
  const reversing = wrong.map(({ id, payment, item, amount, on }) => ({
    item,
    payment,
    amount: -amount,
    on,
    reverses: id,
  }))
  return (await insertAllocations(db, reversing)).map(({ id }) => id)
}

/** Allocations in force that imports made of the letters of a ledger. */
const madeByImports = (
  db: Db,
  payments: readonly number[],
): Promise<{ id: number; payment: number; item: number; amount: number; on: LineOfInvoice['issueDate'] }[]> =>
  payments.length === 0
    ? Promise.resolve([])
    : db.rows(sql`
    select a.id, a.payment_id as payment, a.open_item_id as item, a.amount, a.allocated_on as on from allocation a
    where a.organization_id = current_organization() and a.payment_id = any(${payments}) and a.reverses_id is null
      and not exists (select from allocation r where r.organization_id = a.organization_id and r.reverses_id = a.id)
      and exists (
        select from import_change c
        where c.organization_id = a.organization_id and c.thing = 'allocation' and a.id = any(c.created))
    order by a.id`)
