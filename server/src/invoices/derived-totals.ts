import { addDays, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import type { ItemFilter } from './list-filter.ts'
import { isStopped, maybeStopped } from './set-items.ts'

/** How many and how much in one currency. `alone`: customers with one row here; `others`: those who may have several. */
export interface Sum {
  readonly currency: string
  readonly items: number
  readonly amount: number
  readonly alone: number
  readonly others: readonly number[]
}

/** Whose balances or items: what a filter says of customer and currency, over the table of this alias. */
export const whose = (table: Sql, { customer, owner, currency }: ItemFilter): Sql =>
  sql.join(
    [
      sql`${table}.organization_id = (select current_organization())`,
      ...(customer === undefined ? [] : [sql`${table}.customer_id = ${customer}`]),
      ...(currency === undefined ? [] : [sql`${table}.currency = ${currency}`]),
      ...(owner === undefined
        ? []
        : [
            sql`${table}.customer_id in (
              select c.id from customer c where c.organization_id = current_organization() and c.collector_id = ${owner})`,
          ]),
    ],
    sql` and `,
  )

const columnsFrom = [
  { days: 1, items: sql`b.late_items`, amount: sql`b.late` },
  {
    days: 31,
    items: sql`b.d31_60_items + b.d61_90_items + b.d90plus_items`,
    amount: sql`b.d31_60 + b.d61_90 + b.d90plus`,
  },
  { days: 61, items: sql`b.d61_90_items + b.d90plus_items`, amount: sql`b.d61_90 + b.d90plus` },
  { days: 91, items: sql`b.d90plus_items`, amount: sql`b.d90plus` },
] as const

/** From here on less is older than lies between: what is older is read itself. */
const old = { days: 150, items: sql`0`, amount: sql`0` }

function startFrom(days: number, today: CalendarDate) {
  if (days >= old.days) return { ...old, first: '-infinity', last: addDays(today, -days), sign: 1 }
  const nearest = columnsFrom.toSorted((a, b) => Math.abs(a.days - days) - Math.abs(b.days - days))[0] ?? old
  return nearest.days > days
    ? { ...nearest, first: addDays(today, 1 - nearest.days), last: addDays(today, -days), sign: 1 }
    : { ...nearest, first: addDays(today, 1 - days), last: addDays(today, -nearest.days), sign: -1 }
}

/**
 * Everything at least so many days late: what the balances know from the nearest of their own days on, and the due lines
 * between the two days, read in the index of due dates.
 */
export async function lateSince(db: Db, filter: ItemFilter, days: number, today: CalendarDate): Promise<Sum[]> {
  const { items, amount, first, last, sign } = startFrom(days, today)
  return db.rows<Sum>(
    sql.plannedAnew(sql`
    with known as (
      select b.currency, sum(${items}) as items, sum(${amount}) as amount,
        count(*) filter (where b.is_only and b.oldest_due_date <= ${addDays(today, -days)}) as alone,
        array_agg(b.customer_id) filter (where not b.is_only and b.oldest_due_date <= ${addDays(today, -days)}) as others
      from customer_balance b
      where ${whose(sql`b`, filter)} and b.late_items > 0
      group by b.currency
    ), between_days as (
      select o.currency, count(*) as items, sum(o.amount_due) as amount
      from open_item o
      where ${whose(sql`o`, filter)} and o.amount_due > 0 and o.written_off_on is null and o.due_date between ${first} and ${last}
      group by o.currency
    )
    select k.currency, (k.items + ${sign}::int * coalesce(d.items, 0))::bigint as items,
      (k.amount + ${sign}::int * coalesce(d.amount, 0))::bigint as amount, k.alone, coalesce(k.others, '{}') as others
    from known k left join between_days d using (currency)
    where k.items + ${sign}::int * coalesce(d.items, 0) > 0
    order by k.currency`),
  )
}

interface Stopped {
  readonly customer: number
  readonly currency: string
  readonly items: number
  readonly amount: number
  readonly isOnly: boolean
  /** All that is late there. */
  readonly isAll: boolean
  readonly leadsTo: string | null
}

/** The late items of those whose decision leads to this step, less those that something keeps back; 'hold': and these. */
export async function lateWithStep(db: Db, filter: ItemFilter, step: string, today: CalendarDate): Promise<Sum[]> {
  const led = await lateOfThoseLedTo(db, filter, step)
  const stopped = await stoppedLate(db, filter, today)
  if (step === 'hold') {
    return [...led, ...stopped.filter(({ leadsTo }) => leadsTo !== 'hold').map(asSum)]
  }
  const taken = Map.groupBy(
    stopped.filter(({ leadsTo }) => leadsTo === step),
    ({ currency }) => currency,
  )
  return led.map((sum) => less(sum, taken.get(sum.currency) ?? []))
}

const asSum = ({ customer, currency, items, amount }: Stopped): Sum => ({
  currency,
  items,
  amount,
  alone: 0,
  others: [customer],
})

function less(sum: Sum, stopped: readonly Stopped[]): Sum {
  const gone = stopped.filter(({ isAll }) => isAll)
  const others = [...sum.others]
  for (const { customer } of gone.filter(({ isOnly }) => !isOnly)) others.splice(others.indexOf(customer), 1)
  return {
    ...sum,
    items: stopped.reduce((left, { items }) => left - items, sum.items),
    amount: stopped.reduce((left, { amount }) => left - amount, sum.amount),
    alone: sum.alone - gone.filter(({ isOnly }) => isOnly).length,
    others,
  }
}

const lateOfThoseLedTo = (db: Db, filter: ItemFilter, step: string): Promise<Sum[]> =>
  db.rows<Sum>(
    sql.plannedAnew(sql`
    select b.currency, sum(b.late_items)::bigint as items, sum(b.late)::bigint as amount,
      count(*) filter (where b.is_only) as alone, coalesce(array_agg(b.customer_id) filter (where not b.is_only), '{}') as others
    from customer_balance b
    where ${whose(sql`b`, filter)} and b.late_items > 0 and (b.customer_id, b.legal_entity_id) in (
      select d.customer_id, d.legal_entity_id from current_decision d
      where d.organization_id = (select current_organization()) and d.leads_to = ${step} offset 0)
    group by b.currency
    order by b.currency`),
  )

/** Those who are stopped with items in several places (currencies, firms) stand there several times. */
const stoppedLate = (db: Db, filter: ItemFilter, today: CalendarDate): Promise<Stopped[]> =>
  db.rows<Stopped>(
    sql.plannedAnew(sql`
    select s.customer_id as customer, s.currency, s.items, s.amount, b.is_only as "isOnly", s.items >= b.late_items as "isAll", (
        select d.leads_to from current_decision d
        where d.organization_id = b.organization_id and d.customer_id = b.customer_id
          and d.legal_entity_id = b.legal_entity_id) as "leadsTo"
    from (
      select o.customer_id, o.legal_entity_id, o.currency, count(*) as items, sum(o.amount_due)::bigint as amount
      from open_item o
      where ${whose(sql`o`, filter)} and o.id = any(array(${maybeStopped(today)})) and o.amount_due > 0 and o.written_off_on is null
        and o.due_date < ${today} and ${isStopped(today)}
      group by o.customer_id, o.legal_entity_id, o.currency
      offset 0
    ) s
    join customer_balance b on b.organization_id = current_organization() and b.customer_id = s.customer_id
      and b.legal_entity_id = s.legal_entity_id and b.currency = s.currency`),
  )
