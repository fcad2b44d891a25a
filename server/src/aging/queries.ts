import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'

/** One customer in one currency. Smallest units; credits are positive and deducted from the total only. */
export interface AgedRow {
  readonly currency: string
  readonly id: number
  readonly name: string
  readonly code: string
  readonly notDue: number
  readonly d1_30: number
  readonly d31_60: number
  readonly d61_90: number
  readonly d90plus: number
  readonly credits: number
  readonly total: number
  /** How many open items in each bucket, in their order. */
  readonly items: readonly number[]
}

/** Is anything issued or received after that day? Balances must be up to date. */
export const hasFactsAfter = async (db: Db, today: CalendarDate): Promise<boolean> => {
  const { found } = await db.one<{ found: boolean }>(sql`
    select exists (
      select from customer_balance where organization_id = (select current_organization()) and newest_on > ${today}) as found`)
  return found
}

/** Today, from what is kept beside the open items; balances must be up to date. */
export const agedFromBalances = (db: Db): Promise<AgedRow[]> =>
  db.rows(
    named(sql`
    select currency, customer_id, sum(not_due)::bigint as not_due, sum(d1_30)::bigint as d1_30,
      sum(d31_60)::bigint as d31_60, sum(d61_90)::bigint as d61_90, sum(d90plus)::bigint as d90plus,
      sum(unallocated - credit_notes)::bigint as credits,
      sum(not_due_items) as not_due_items, sum(d1_30_items) as d1_30_items, sum(d31_60_items) as d31_60_items,
      sum(d61_90_items) as d61_90_items, sum(d90plus_items) as d90plus_items
    from customer_balance
    where organization_id = (select current_organization())
      and (not_due_items > 0 or late_items > 0 or credit_notes <> 0 or unallocated <> 0)
    group by currency, customer_id`),
  )

/** At the end of any day, from the facts alone: the rule of core's ledger, written as sets. */
export const agedFromFacts = (db: Db, on: CalendarDate): Promise<AgedRow[]> =>
  db.rows(
    sql`
    with link as materialized (
      select a.open_item_id, a.payment_id, a.credit_item_id, a.amount
      from allocation a
      join open_item o on o.organization_id = a.organization_id and o.id = a.open_item_id
      left join payment p on p.organization_id = a.organization_id and p.id = a.payment_id
      left join open_item n on n.organization_id = a.organization_id and n.id = a.credit_item_id
      left join allocation r on r.organization_id = a.organization_id and r.id = a.reverses_id
      where a.organization_id = (select current_organization()) and a.allocated_on <= ${on} and o.issue_date <= ${on}
        and coalesce(p.received_on, n.issue_date, o.issue_date) <= ${on} and coalesce(r.allocated_on, a.allocated_on) <= ${on}
    ), settled as (
      select id, sum(amount) as amount
      from (
        select open_item_id as id, amount from link
        union all
        select credit_item_id, -amount from link where credit_item_id is not null
      ) moved
      group by id
    ), spent as (
      select payment_id as id, sum(amount) as amount from link where payment_id is not null group by payment_id
    ), owed as (
      select o.currency, o.customer_id, ${on}::date - o.due_date as days, o.amount - coalesce(s.amount, 0) as left_over
      from open_item o
      left join settled s on s.id = o.id
      where o.organization_id = (select current_organization()) and o.issue_date <= ${on}
        and o.amount - coalesce(s.amount, 0) <> 0
    ), held as (
      select p.currency, p.customer_id,
        case when v.reversed_on <= ${on} then 0 else p.amount end - coalesce(s.amount, 0) as left_over
      from payment p
      left join payment_reversal v on v.organization_id = p.organization_id and v.payment_id = p.id
      left join spent s on s.id = p.id
      where p.organization_id = (select current_organization()) and p.received_on <= ${on}
    ), line as (
      select currency, customer_id, days, left_over, 0 as credit from owed where left_over > 0
      union all
      select currency, customer_id, null, null, -left_over from owed where left_over < 0
      union all
      select currency, customer_id, null, null, left_over from held where left_over <> 0
    )
    ${named(sql`
    select currency, customer_id, ${inBucket(sql`days < 1`, sql`not_due`)}, ${inBucket(sql`days between 1 and 30`, sql`d1_30`)},
      ${inBucket(sql`days between 31 and 60`, sql`d31_60`)}, ${inBucket(sql`days between 61 and 90`, sql`d61_90`)},
      ${inBucket(sql`days > 90`, sql`d90plus`)}, sum(credit)::bigint as credits
    from line
    group by currency, customer_id`)}`,
  )

const inBucket = (
  which: Sql,
  name: Sql,
): Sql => sql`coalesce(sum(left_over) filter (where ${which}), 0)::bigint as ${name},
      count(left_over) filter (where ${which}) as ${name}_items`

/** Names and totals beside the amounts of `aged`, largest total first in each currency. */
const named = (aged: Sql): Sql => sql`
  select g.currency, c.id, c.name, c.code, g.not_due as "notDue", g.d1_30, g.d31_60, g.d61_90, g.d90plus, g.credits,
    g.not_due + g.d1_30 + g.d31_60 + g.d61_90 + g.d90plus - g.credits as total,
    array[g.not_due_items, g.d1_30_items, g.d31_60_items, g.d61_90_items, g.d90plus_items]::integer[] as items
  from (${aged}) g
  join customer c on c.organization_id = current_organization() and c.id = g.customer_id
  order by g.currency, total desc, c.id`
