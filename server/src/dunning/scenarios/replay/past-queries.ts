import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { CustomerCategory } from '@quittance/core/customers/category.ts'
import { instalmentsOf } from '../../../customers/plan-facts.ts'
import type { Db } from '../../../platform/database/db.ts'
import { type Sql, sql } from '../../../platform/database/sql.ts'

export interface PastLine {
  readonly id: number
  readonly customer: number
  readonly legalEntity: number
  readonly invoice: number
  readonly number: string
  readonly isDeposit: boolean
  readonly currency: string
  readonly issueDate: CalendarDate
  readonly dueDate: CalendarDate
  readonly amount: number
  readonly automaticMeans: boolean
  readonly rejectedOn: CalendarDate | null
  readonly pausedOn: CalendarDate | null
  readonly pausedUntil: CalendarDate | null
  readonly writtenOffOn: CalendarDate | null
}

/** Every due line of some customers that had something left on a day since `from`. */
export const linesSince = (db: Db, customers: readonly number[], from: CalendarDate): Promise<PastLine[]> =>
  db.rows<PastLine>(sql`
    select i.id, i.customer_id as customer, i.legal_entity_id as "legalEntity", i.invoice_id as invoice, i.number,
      i.is_deposit as "isDeposit", i.currency, i.issue_date as "issueDate", i.due_date as "dueDate", i.amount,
      i.automatic_means as "automaticMeans", i.rejected_on as "rejectedOn", i.paused_on as "pausedOn",
      i.paused_until as "pausedUntil", i.written_off_on as "writtenOffOn"
    from open_item i
    where i.organization_id = current_organization() and i.customer_id = any(${customers})
      and (i.written_off_on is null or i.written_off_on > ${from})
      and (i.amount_due <> 0
        or exists (select from allocation a where a.organization_id = i.organization_id and a.open_item_id = i.id
          and a.allocated_on >= ${from})
        or (i.amount < 0 and exists (select from allocation a where a.organization_id = i.organization_id
          and a.credit_item_id = i.id and a.allocated_on >= ${from})))
    order by i.id`)

/** What was allocated to some due lines, and of some credit notes (`item` is then the credit note, the amount negative). */
export const settledOf = (db: Db, items: readonly number[], credits: readonly number[]) =>
  db.rows<{ item: number; on: CalendarDate; amount: number }>(sql`
    select open_item_id as item, allocated_on as on, amount from allocation
    where organization_id = current_organization() and open_item_id = any(${items})
    union all
    select credit_item_id, allocated_on, -amount from allocation
    where organization_id = current_organization() and credit_item_id = any(${credits})
    order by 2`)

/** What was received from some customers and waited to be allocated on a day since `from`: plus when it came, minus when it was. */
export const creditsSince = (db: Db, customers: readonly number[], from: CalendarDate) =>
  db.rows<{ customer: number; legalEntity: number; currency: string; on: CalendarDate; amount: number }>(sql`
    with waiting as (
      select p.id, p.customer_id, p.legal_entity_id, p.currency, p.received_on, p.amount, r.reversed_on
      from payment p
      left join payment_reversal r on r.organization_id = p.organization_id and r.payment_id = p.id
      where p.organization_id = current_organization() and p.customer_id = any(${customers})
        and (p.unallocated > 0 or exists (select from allocation a where a.organization_id = p.organization_id
          and a.payment_id = p.id and a.allocated_on > p.received_on and a.allocated_on >= ${from})))
    select customer_id as customer, legal_entity_id as "legalEntity", currency, received_on as on, amount from waiting
    union all
    select w.customer_id, w.legal_entity_id, w.currency, greatest(a.allocated_on, w.received_on), -a.amount
    from waiting w join allocation a on a.organization_id = current_organization() and a.payment_id = w.id
    union all
    select customer_id, legal_entity_id, currency, reversed_on, -amount from waiting where reversed_on is not null`)

/** Steps these items had behind them before that day. */
export const takenBefore = (db: Db, items: readonly number[], from: CalendarDate) =>
  db.rows<{ item: number; key: string; delayDays: number; on: CalendarDate }>(sql`
    select open_item_id as item, step_key as key, delay_days as "delayDays", taken_on as on from step_taken
    where organization_id = current_organization() and open_item_id = any(${items}) and taken_on < ${from}`)

/** With the part contested; null: all of it. */
export const disputesOf = (db: Db, items: readonly number[]) =>
  db.rows<{ item: number; from: CalendarDate; until: CalendarDate | null; amount: number | null }>(sql`
    select i.open_item_id as item, d.opened_on as from, d.resolved_on as until, i.amount
    from dispute_item i
    join dispute d on d.organization_id = i.organization_id and d.id = i.dispute_id
    where i.organization_id = current_organization() and i.open_item_id = any(${items})
    order by d.opened_on, d.id`)

/** From the day each was noted to that on which it was withdrawn or replaced, if it was. */
export const promisesOf = (db: Db, items: readonly number[]) =>
  db.rows<{
    item: number
    from: CalendarDate
    until: CalendarDate | null
    promisedFor: CalendarDate
    keptUntil: CalendarDate
    isKept: boolean
  }>(sql`
    select i.open_item_id as item, p.noted_on as from, p.withdrawn_on as until, p.promised_for as "promisedFor",
      p.kept_until as "keptUntil", p.received >= p.enough as "isKept"
    from promise_item i
    join promise p on p.organization_id = i.organization_id and p.id = i.promise_id
    where i.organization_id = current_organization() and i.open_item_id = any(${items})
    order by p.noted_on, p.id`)

/** Only those that lay after the due date. */
export const delaysOf = (db: Db, items: readonly number[]) =>
  db.rows<{ item: number; from: CalendarDate; until: CalendarDate | null; delayedUntil: CalendarDate }>(sql`
    select i.id as item, e.granted_on as from, e.ended_on as until, e.until as "delayedUntil"
    from open_item i
    join extra_delay e on e.organization_id = i.organization_id and e.invoice_id = i.invoice_id and i.due_date < e.until
    where i.organization_id = current_organization() and i.id = any(${items})`)

/** With their dates, and what was left of each item when they were agreed. */
export const plansOf = (db: Db, items: readonly number[]) =>
  db.rows<{
    item: number
    from: CalendarDate
    until: CalendarDate | null
    graceDays: number
    instalments: { dueOn: CalendarDate; amount: number }[]
    covers: { item: number; amountDue: number }[]
  }>(sql`
    select i.open_item_id as item, l.agreed_on as from, l.ended_on as until, l.grace_days as "graceDays",
      ${instalmentsOf(sql`l.id`)} as instalments,
      (select json_agg(json_build_object('item', c.open_item_id, 'amountDue', c.amount_due))
        from payment_plan_item c where c.organization_id = l.organization_id and c.payment_plan_id = l.id) as covers
    from payment_plan_item i
    join payment_plan l on l.organization_id = i.organization_id and l.id = i.payment_plan_id
    where i.organization_id = current_organization() and i.open_item_id = any(${items})
    order by l.agreed_on, l.id`)

/** Pauses as the journal tells them, of customers (`item` null) and due lines: begun (with the day it was to end) or lifted. */
export const pausesTold = (db: Db, customers: readonly number[]) =>
  db.rows<{ customer: number; item: number | null; act: 'paused' | 'resumed'; on: CalendarDate; until: string | null }>(
    sql`
    select j.customer_id as customer, case when j.thing = 'open_item' then j.thing_id end as item, j.act,
      (j.at at time zone o.time_zone)::date as on, j.details ->> 'until' as until
    from journal j join organization o on o.organization_id = j.organization_id
    where j.organization_id = current_organization() and j.customer_id = any(${customers})
      and j.act in ('paused', 'resumed') and j.thing in ('customer', 'open_item')
    order by j.id`,
  )

export interface PastParty {
  readonly customer: number
  readonly category: CustomerCategory
  readonly automaticMeans: boolean
  readonly pausedOn: CalendarDate | null
  readonly pausedUntil: CalendarDate | null
  readonly handedOverOn: CalendarDate | null
  readonly insolventOn: CalendarDate | null
  readonly lastContactOn: CalendarDate | null
  readonly hasEmail: boolean
  readonly hasMobile: boolean
  readonly hasAddress: boolean
}

/** The customers themselves, as today but for the last contact before `from`. */
export const partiesBefore = (db: Db, customers: readonly number[], from: CalendarDate): Promise<PastParty[]> =>
  db.rows<PastParty>(sql`
    select c.id as customer, c.category, c.automatic_means as "automaticMeans", c.paused_on as "pausedOn",
      c.paused_until as "pausedUntil", c.handed_over_on as "handedOverOn", c.insolvency_on as "insolventOn",
      (select max(e.happened_on) from exchange e where e.organization_id = c.organization_id and e.customer_id = c.id
        and e.counts_as_contact and e.happened_on < ${from}) as "lastContactOn",
      exists (select from contact k where ${reachable} and k.email <> '' and k.email_refused_on is null) as "hasEmail",
      (select sms_parts()) is not null and exists (select from contact k where ${reachable}
        and is_mobile(k.phone) and k.phone is distinct from k.phone_refused) as "hasMobile",
      (c.address_line1 <> '' and c.postcode <> '' and c.city <> '') is true as "hasAddress"
    from customer c where c.organization_id = current_organization() and c.id = any(${customers})`)

const reachable: Sql = sql`k.organization_id = c.organization_id and k.customer_id = c.id and k.receives_reminders`

/** Handovers and insolvencies that ended, which the customer no longer shows. */
export const endedStopsOf = (db: Db, customers: readonly number[]) =>
  db.rows<{ customer: number; kind: 'handover' | 'insolvency'; from: CalendarDate; until: CalendarDate }>(sql`
    select customer_id as customer, 'handover' as kind, handed_over_on as from, ended_on as until from handover
    where organization_id = current_organization() and customer_id = any(${customers}) and ended_on is not null
    union all
    select customer_id, 'insolvency', judged_on, ended_on from insolvency
    where organization_id = current_organization() and customer_id = any(${customers}) and ended_on is not null`)

/** Days on which some customers were really contacted since `from`, by whichever means, reminders and calls by hand alike. */
export const reallySent = (db: Db, customers: readonly number[], from: CalendarDate) =>
  db.rows<{ customer: number; on: CalendarDate; kind: 'email' | 'sms' | 'call' | 'letter' }>(sql`
    select customer_id as customer, happened_on as on, kind from exchange
    where organization_id = current_organization() and customer_id = any(${customers}) and happened_on >= ${from}
      and counts_as_contact and kind in ('email', 'sms', 'call', 'letter')`)
