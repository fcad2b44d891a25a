import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { FactsChanged } from '../customers/facts-changed.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { insertAllocations, lockItems, lockPayment } from './queries.ts'
import { withClearConflict } from './refuse-allocation.ts'
import { type AllocationInForce, inForceAmong } from './reversal-queries.ts'
import { reversePayment } from './reverse-payment.ts'

interface UndoBankPayments {
  readonly payments: readonly number[]
  /** Those written with them, credit notes and differences too. */
  readonly allocations: readonly number[]
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
}

/**
 * Takes back what one bank line entered, whatever was done since with the credit it left: each payment is reversed as
 * entered by mistake, each allocation by one that undoes it. What somebody took back before stays as it is.
 */
export function undoBankPayments(db: Db, act: UndoBankPayments): Promise<void> {
  return withClearConflict(async () => {
    for (const payment of act.payments) await lockPayment(db, payment)
    const written = await inForceAmong(db, act.allocations)
    const items = await lockItems(db, itemsOf(written))
    await takeBack(db, written)
    for (const payment of act.payments) {
      const standing = await lockPayment(db, payment)
      if (!standing || standing.reversedFor !== null) continue
      const { today, factsChanged } = act
      await reversePayment(db, { payment, reason: 'mistake', note: null, today, factsChanged })
    }
    if (items.length > 0) await act.factsChanged(db, [...new Set(items.map(({ customer }) => customer))])
  })
}

const itemsOf = (lines: readonly AllocationInForce[]): number[] => [
  ...new Set(lines.flatMap(({ item, creditItem }) => (creditItem === null ? [item] : [item, creditItem]))),
]

/** Each counts from the day it did: money that was never this customer's settled nothing on any day. */
const takeBack = (db: Db, written: readonly AllocationInForce[]) =>
  insertAllocations(
    db,
    written.map((link) => ({
      item: link.item,
      ...(link.payment !== null && { payment: link.payment }),
      ...(link.creditItem !== null && { creditItem: link.creditItem }),
      ...(link.difference !== null && { difference: link.difference }),
      amount: -link.amount,
      on: link.on,
      reverses: link.id,
    })),
  )

/** Whether these payments still stand, one answer each. */
export const standingAmong = async (db: Db, payments: readonly number[]): Promise<number[]> => {
  const rows = await db.rows<{ id: number }>(sql`
    select p.id from payment p
    where p.organization_id = current_organization() and p.id = any(${payments})
      and not exists (select from payment_reversal r where r.organization_id = p.organization_id and r.payment_id = p.id)
    order by p.id`)
  return rows.map(({ id }) => id)
}
