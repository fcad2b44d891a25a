import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { FactsChanged } from '../customers/facts-changed.ts'
import { markRejectedAsBefore } from '../invoices/queries.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { insertAllocations, lockItems } from './queries.ts'
import { withClearConflict } from './refuse-allocation.ts'
import { allocationsToReverse } from './reversal-queries.ts'

/** What a payment settles, to be kept before it is reversed. */
export interface TakenBack {
  readonly item: number
  readonly amount: number
  /** null: the payment itself; else a gap closed beside it. */
  readonly difference: 'bankFee' | 'discount' | 'rounding' | null
  readonly on: CalendarDate
  readonly rejectedOn: CalendarDate | null
}

/** All that reversing this payment would take back, with how each item was marked until now. */
export async function takenBackWith(db: Db, payment: number): Promise<TakenBack[]> {
  const links = await allocationsToReverse(db, payment)
  const marks = new Map(
    (await rejectedDays(db, [...new Set(links.map(({ item }) => item))])).map(({ id, on }) => [id, on]),
  )
  return links.map(({ item, amount, difference, on }) => ({
    item,
    amount,
    difference,
    on,
    rejectedOn: marks.get(item) ?? null,
  }))
}

const rejectedDays = (db: Db, items: readonly number[]): Promise<{ id: number; on: CalendarDate | null }[]> =>
  db.rows(sql`
    select id, rejected_on as on from open_item
    where organization_id = current_organization() and id = any(${items})`)

/**
 * It did not come back after all: the same payment again, settling the same items, under a new number. What was paid
 * otherwise meanwhile refuses it with a sentence.
 */
export function restorePayment(
  db: Db,
  act: {
    readonly payment: number
    readonly settled: readonly TakenBack[]
    readonly entryKey: string
    readonly factsChanged: FactsChanged
  },
): Promise<number> {
  return withClearConflict(async () => {
    const again = await enterAgain(db, act.payment, act.entryKey)
    const items = await lockItems(db, [...new Set(act.settled.map(({ item }) => item))])
    await insertAllocations(
      db,
      act.settled.map(({ item, amount, difference, on }) => ({
        item,
        ...(difference === null ? { payment: again.id } : { difference }),
        amount,
        on,
      })),
    )
    await markRejectedAsBefore(db, act.settled)
    await recordInJournal(db, {
      act: 'entered',
      thing: 'payment',
      thingId: again.id,
      customerId: again.customer,
      details: { amount: again.amount, currency: again.currency, restores: act.payment },
    })
    await act.factsChanged(db, [...new Set([again.customer, ...items.map(({ customer }) => customer)])])
    return again.id
  })
}

const enterAgain = (
  db: Db,
  payment: number,
  entryKey: string,
): Promise<{ id: number; customer: number; amount: number; currency: string }> =>
  db.one(sql`
    insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means, reference,
      origin, entry_key, entered_by, deposit_slip_id)
    select organization_id, legal_entity_id, customer_id, received_on, currency, amount, means, reference, origin,
      ${entryKey}, current_person(), deposit_slip_id
    from payment where organization_id = current_organization() and id = ${payment}
    returning id, customer_id as customer, amount, currency`)
