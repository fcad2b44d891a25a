import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, type Money, money } from '@quittance/core/money/money.ts'
import { type PromiseState, promiseState } from '@quittance/core/promises/promise-state.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

export interface PromiseGiven {
  readonly id: number
  readonly notedOn: CalendarDate
  readonly promisedFor: CalendarDate
  readonly amount: Money
  readonly state: PromiseState
}

interface Found {
  readonly id: number
  readonly notedOn: CalendarDate
  readonly promisedFor: CalendarDate
  readonly withdrawnOn: CalendarDate | null
  readonly currency: string
  readonly amount: number
  readonly came: readonly { readonly on: CalendarDate; readonly amount: number }[]
}

/** The promises of a customer, or those about one of its invoices, latest first, with what became of them. */
export async function promisesAbout(
  db: Db,
  about: { customer: number; invoice: number | null },
  today: CalendarDate,
): Promise<PromiseGiven[]> {
  const rows = await promisesWithWhatCame(db, about)
  return rows.map(({ id, notedOn, promisedFor, withdrawnOn, currency, amount, came }) => {
    const promised = money(amount, asCurrency(currency))
    const received = came.map((one) => ({ on: one.on, amount: money(one.amount, promised.currency) }))
    const state = promiseState({ amount: promised, notedOn, promisedFor, withdrawnOn }, received, today)
    return { id, notedOn, promisedFor, amount: promised, state }
  })
}

/** A small difference that was closed is no money that came, and what was taken back since never did. */
const promisesWithWhatCame = (
  db: Db,
  { customer, invoice }: { customer: number; invoice: number | null },
): Promise<Found[]> =>
  db.rows(sql`
    select p.id, p.noted_on as "notedOn", p.promised_for as "promisedFor", p.withdrawn_on as "withdrawnOn", p.currency,
      p.amount, coalesce((
        select json_agg(json_build_object('on', a.allocated_on, 'amount', a.amount))
        from promise_item l
        join allocation a on a.organization_id = l.organization_id and a.open_item_id = l.open_item_id
        where l.organization_id = p.organization_id and l.promise_id = p.id and a.difference is null and a.reverses_id is null
          and not exists (select from allocation v where v.organization_id = a.organization_id and v.reverses_id = a.id)), '[]') as came
    from promise p
    where p.organization_id = current_organization() and ${
      invoice === null
        ? sql`p.customer_id = ${customer}`
        : sql`p.id in (
            select l.promise_id from promise_item l
            join open_item o on o.organization_id = l.organization_id and o.id = l.open_item_id
            where l.organization_id = current_organization() and o.invoice_id = ${invoice})`
    }
    order by p.id desc`)
