import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, type Money, money } from '@quittance/core/money/money.ts'
import { type PromiseState, promiseState } from '@quittance/core/promises/promise-state.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'

export interface PromiseGiven {
  readonly id: number
  readonly notedOn: CalendarDate
  readonly promisedFor: CalendarDate
  /** The last day on which a payment keeps it. */
  readonly keptUntil: CalendarDate
  readonly amount: Money
  /** What came for it in its time. */
  readonly received: Money
  /** What was said; where it is off, why. */
  readonly note: string | null
  readonly state: PromiseState
  /** The day on which a payment that had counted for it came back, where it is not kept without it. */
  readonly takenBackOn: CalendarDate | null
}

interface Found {
  readonly id: number
  readonly notedOn: CalendarDate
  readonly promisedFor: CalendarDate
  readonly keptUntil: CalendarDate
  readonly withdrawn: 'cancelled' | 'replaced' | null
  readonly currency: string
  readonly note: string | null
  readonly amount: number
  readonly enough: number
  readonly received: number
  readonly takenBackOn: CalendarDate | null
}

/** The promises of a customer, or those about one of its invoices, latest first, with what became of them. */
export async function promisesAbout(
  db: Db,
  about: { customer: number; invoice: number | null },
  today: CalendarDate,
): Promise<PromiseGiven[]> {
  const rows = await promisesWithWhatCame(db, about)
  return rows.map(({ id, notedOn, promisedFor, currency, note, ...facts }) => {
    const promised = money(facts.amount, asCurrency(currency))
    const state = promiseState(facts, today)
    return {
      id,
      notedOn,
      promisedFor,
      keptUntil: facts.keptUntil,
      amount: promised,
      received: money(facts.received, promised.currency),
      note,
      state,
      takenBackOn: facts.takenBackOn,
    }
  })
}

/** The last day on which a payment made in the time of promise `p` for its due lines came back. */
export const takenBackOf = (p: Sql): Sql => sql`(
  select max(v.reversed_on) from promise_item l
  join allocation a on a.organization_id = l.organization_id and a.open_item_id = l.open_item_id and a.reverses_id is null
  join payment y on y.organization_id = a.organization_id and y.id = a.payment_id and y.received_on <= ${p}.kept_until
  join payment_reversal v on v.organization_id = y.organization_id and v.payment_id = y.id and v.reversed_on >= ${p}.noted_on
  where l.organization_id = ${p}.organization_id and l.promise_id = ${p}.id)`

const promisesWithWhatCame = (
  db: Db,
  { customer, invoice }: { customer: number; invoice: number | null },
): Promise<Found[]> =>
  db.rows(sql`
    select p.id, p.noted_on as "notedOn", p.promised_for as "promisedFor", p.kept_until as "keptUntil",
      case when p.withdrawn_on is not null then coalesce(p.withdrawn_because, 'cancelled') end as withdrawn, p.currency,
      coalesce(p.withdrawn_note, p.note) as note, p.amount, p.enough, p.received,
      case when p.received < p.enough then ${takenBackOf(sql`p`)} end as "takenBackOn"
    from promise p
    where p.organization_id = current_organization() and p.withdrawn_because is distinct from 'undone' and ${
      invoice === null
        ? sql`p.customer_id = ${customer}`
        : sql`p.id in (
            select l.promise_id from promise_item l
            join open_item o on o.organization_id = l.organization_id and o.id = l.open_item_id
            where l.organization_id = current_organization() and o.invoice_id = ${invoice})`
    }
    order by p.id desc`)
