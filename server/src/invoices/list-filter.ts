import { addDays, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { parseAmount } from '@quittance/core/money/parse-amount.ts'
import { limitInSql } from '../people/limit-in.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import type { invoiceViews } from './list-shapes.ts'

export type View = (typeof invoiceViews)[number]
export type Bucket = 'notDue' | 'd1_30' | 'd31_60' | 'd61_90' | 'd90plus'

export interface ItemFilter {
  readonly view: View
  /** Customer, invoice number, or an amount to the cent. */
  readonly q?: string | undefined
  readonly customer?: number | undefined
  /** The collector of the customer. */
  readonly owner?: number | undefined
  /** At least that many days late. */
  readonly late?: number | undefined
  readonly bucket?: Bucket | undefined
  readonly step?: 'email' | 'call' | 'letter' | 'decision' | 'hold' | 'none' | undefined
  readonly currency?: string | undefined
}

/** The where clause of a list over `open_item o`; nothing but o is joined. */
export function itemsMatching(filter: ItemFilter, today: CalendarDate): Sql {
  const { customer, owner, late, bucket, step, currency, q } = filter
  return sql.join(
    [
      sql`o.organization_id = current_organization()`,
      ...ofView(filter.view, today),
      ...(customer === undefined ? [] : [sql`o.customer_id = ${customer}`]),
      ...(owner === undefined ? [] : [customersOf(owner)]),
      ...(late === undefined ? [] : [sql`o.due_date <= ${addDays(today, -late)}`]),
      ...(bucket === undefined ? [] : [dueWithin(bucket, today), sql`o.amount_due > 0`]),
      ...(currency === undefined ? [] : [sql`o.currency = ${currency}`]),
      ...(step === undefined ? [] : [comesNext(step, today)]),
      ...(q === undefined || q.trim() === '' ? [] : [looksLike(q.trim())]),
    ],
    sql` and `,
  )
}

export function ofView(view: View, today: CalendarDate): Sql[] {
  const left = sql`o.amount_due > 0`
  const late = sql`o.due_date < ${today}`
  switch (view) {
    case 'late':
      return [left, late]
    case 'upcoming':
      return [left, sql`o.due_date >= ${today}`]
    case 'owing':
      return [left]
    case 'over60':
      return [left, sql`o.due_date < ${addDays(today, -60)}`]
    case 'deposits':
      return [left, late, ofDeposits]
    case 'disputed':
      return [left, isDisputed]
    case 'brokenPromises':
      return [left, promiseBroken(today)]
    case 'unplanned':
      return [left, sql`o.id in (${unplannedItems(today)})`]
    case 'paid':
      return [sql`o.amount_due = 0`, sql`o.amount > 0`]
    case 'all':
      return []
  }
}

const ofDeposits = sql`o.invoice_id in (
  select i.id from invoice i where i.organization_id = current_organization() and i.kind = 'deposit')`

const customersOf = (collector: number): Sql => sql`o.customer_id in (
  select c.id from customer c where c.organization_id = current_organization() and c.collector_id = ${collector})`

const isDisputed = sql`o.id in (
  select l.open_item_id from dispute s
  join dispute_item l on l.organization_id = s.organization_id and l.dispute_id = s.id
  where s.organization_id = current_organization() and s.resolved_on is null)`

/** The latest promise on the item has gone by and less came in between than was promised. */
const promiseBroken = (today: CalendarDate): Sql => sql`o.id in (
  select l.open_item_id
  from (
    select distinct on (l.open_item_id) l.open_item_id, p.*
    from promise p
    join promise_item l on l.organization_id = p.organization_id and l.promise_id = p.id
    where p.organization_id = current_organization() and p.withdrawn_on is null
    order by l.open_item_id, p.id desc
  ) l
  where l.promised_for < ${today} and l.amount > (
    select coalesce(sum(a.amount), 0) from promise_item m
    join allocation a on a.organization_id = m.organization_id and a.open_item_id = m.open_item_id
    where m.organization_id = current_organization() and m.promise_id = l.id and a.difference is null and a.reverses_id is null
      and not exists (select from allocation v where v.organization_id = a.organization_id and v.reverses_id = a.id)
      and a.allocated_on between l.noted_on and l.promised_for))`

/** As nextStepOfItem says it, for late items: sets of customers and of items, each looked up once. */
function comesNext(step: NonNullable<ItemFilter['step']>, today: CalendarDate): Sql {
  const decided = (kind: Sql): Sql => sql`(o.customer_id, o.legal_entity_id) in (
    select d.customer_id, d.legal_entity_id from current_decision d
    where d.organization_id = current_organization() and ${contactOf} = ${kind})`
  if (step === 'hold') return sql`(${isStopped(today)} or ${decided(sql`'hold'`)})`
  if (step === 'none') return sql`o.id in (${unplannedItems(today)})`
  return sql`not ${isStopped(today)} and ${decided(sql`${step}`)}`
}

/** What a row of current_decision leads to. */
const contactOf = sql`case
  when d.kind = 'take' then coalesce(d.channel, 'email')
  when d.kind = 'hold' and d.channel is not null and (d.because in ('humanToday', 'decision')
    or d.because in ('tooSoon', 'notWorkingDay') and d.until is not null) then d.channel
  when d.kind = 'hold' then 'hold'
  when d.next_on is not null and d.channel is not null then d.channel
  else 'none' end`

/**
 * Late items with no next step and nothing that keeps them back. Starts from the customers concerned, who should be
 * few, and looks at their items alone.
 */
export const unplannedItems = (today: CalendarDate): Sql => sql`
  select found.id
  from (
    select b.customer_id, b.legal_entity_id, b.currency
    from customer_balance b
    left join current_decision d on d.organization_id = b.organization_id and d.customer_id = b.customer_id
      and d.legal_entity_id = b.legal_entity_id
    where b.organization_id = (select current_organization()) and b.late_items > 0 and coalesce(${contactOf}, 'none') = 'none'
    offset 0
  ) b
  cross join lateral (
    select o.id from open_item o
    where o.organization_id = current_organization() and o.customer_id = b.customer_id
      and o.legal_entity_id = b.legal_entity_id and o.currency = b.currency and o.amount_due > 0
      and o.due_date < ${today} and not ${isStopped(today)}
    offset 0
  ) found`

const ofOrganization = (column: string): Sql =>
  sql`(select g.${sql.identifier(column)} from organization g where g.organization_id = current_organization())`
const tolerance = limitInSql(ofOrganization('tolerance_amount'), {
  base: ofOrganization('base_currency'),
  currency: sql`o.currency`,
})

/** Something keeps the item itself back. */
const isStopped = (today: CalendarDate): Sql => sql`(
  o.paused_on is not null and (o.paused_until is null or o.paused_until > ${today})
  or o.rejected_on is null and (o.automatic_means or o.customer_id in (
    select c.id from customer c where c.organization_id = current_organization() and c.automatic_means))
  or o.amount_due < ${tolerance}
  or o.id in (
    select l.open_item_id from dispute s
    join dispute_item l on l.organization_id = s.organization_id and l.dispute_id = s.id
    where s.organization_id = current_organization() and s.resolved_on is null
    union all
    select l.open_item_id from (
      select distinct on (l.open_item_id) l.open_item_id, p.promised_for from promise p
      join promise_item l on l.organization_id = p.organization_id and l.promise_id = p.id
      where p.organization_id = current_organization() and p.withdrawn_on is null
      order by l.open_item_id, p.id desc
    ) l where l.promised_for >= ${today}
    union all
    ${keptByPlan}))`

/** The late items that a payment plan keeps back, as the decisions in force say: a plan of which a date was missed keeps none. */
const keptByPlan = sql`
  select (one.exclusion->>'item')::bigint
  from current_decision d
  join decision x on x.organization_id = d.organization_id and x.id = d.decision_id
  cross join lateral jsonb_array_elements(x.detail->'excluded') as one (exclusion)
  where d.organization_id = current_organization() and one.exclusion->>'because' = 'plan' and d.customer_id in (
    select i.customer_id from payment_plan p
    join payment_plan_item l on l.organization_id = p.organization_id and l.payment_plan_id = p.id
    join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id
    where p.organization_id = current_organization() and p.ended_on is null)`

export function dueWithin(bucket: Bucket, today: CalendarDate): Sql {
  const between = (from: number, to: number) =>
    sql`o.due_date between ${addDays(today, -to)} and ${addDays(today, -from)}`
  switch (bucket) {
    case 'notDue':
      return sql`o.due_date >= ${today}`
    case 'd1_30':
      return between(1, 30)
    case 'd31_60':
      return between(31, 60)
    case 'd61_90':
      return between(61, 90)
    case 'd90plus':
      return sql`o.due_date < ${addDays(today, -90)}`
  }
}

export const likeText = (text: string): string => `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`

/** Customers and invoices are looked through once; their items are then found by their keys. */
function looksLike(typed: string): Sql {
  const like = likeText(typed)
  const amount = parseAmount(typed, { decimal: ',', digits: 2 })
  const ofTotal = amount.ok ? sql`or i.total_amount = ${amount.amount}` : sql.empty
  const ofRest = amount.ok
    ? sql`union all
    select f.id from open_item f
    where f.organization_id = current_organization() and f.amount_due > 0 and f.amount_due = ${amount.amount}`
    : sql.empty
  // As an array it is asked once, before the list is read; "in" would have a million items looked at.
  return sql`o.id = any(array(
    select f.id from customer c
    join open_item f on f.organization_id = c.organization_id and f.customer_id = c.id
    where c.organization_id = (select current_organization()) and c.plain_name like (select plain_text(${like}))
    union all
    select f.id from invoice i
    join open_item f on f.organization_id = i.organization_id and f.invoice_id = i.id
    where i.organization_id = (select current_organization()) and (lower(i.number collate "C") like ${like.toLowerCase()} ${ofTotal})
    ${ofRest}))`
}
