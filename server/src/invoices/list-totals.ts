import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import { type ItemFilter, itemsMatching, ofView, unplannedItems, type View } from './list-filter.ts'

export interface Totals {
  readonly count: number
  readonly customers: number
  /** What is left to pay; for the paid ones, what they were. */
  readonly total: { readonly amount: number; readonly currency: string }[]
}

/** Of the whole list: from the balances where they can say it, else by adding up. Balances must be up to date. */
export function totalsOf(db: Db, filter: ItemFilter, today: CalendarDate): Promise<Totals> {
  const columns = columnsFor(filter)
  return columns ? fromBalances(db, filter, columns) : fromItems(db, filter, today)
}

interface Columns {
  readonly items: Sql
  readonly amount: Sql
}

const bucketColumns: Readonly<Record<NonNullable<ItemFilter['bucket']>, Columns>> = {
  notDue: { items: sql`b.not_due_items`, amount: sql`b.not_due` },
  d1_30: { items: sql`b.d1_30_items`, amount: sql`b.d1_30` },
  d31_60: { items: sql`b.d31_60_items`, amount: sql`b.d31_60` },
  d61_90: { items: sql`b.d61_90_items`, amount: sql`b.d61_90` },
  d90plus: { items: sql`b.d90plus_items`, amount: sql`b.d90plus` },
}

const viewColumns: Readonly<Partial<Record<View, Columns>>> = {
  late: { items: sql`b.late_items`, amount: sql`b.late` },
  upcoming: bucketColumns.notDue,
  owing: { items: sql`b.late_items + b.not_due_items`, amount: sql`b.late + b.not_due` },
  over60: { items: sql`b.d61_90_items + b.d90plus_items`, amount: sql`b.d61_90 + b.d90plus` },
  paid: { items: sql`b.paid_items`, amount: sql`b.paid_amount` },
  all: { items: sql`b.items`, amount: sql`b.not_due + b.late + b.credit_notes` },
}

/** Undefined when the balances do not know this list. */
function columnsFor({ view, q, late, step, bucket }: ItemFilter): Columns | undefined {
  if (q !== undefined || step !== undefined || (late !== undefined && !(view === 'late' && late <= 1))) return undefined
  if (bucket === undefined) return viewColumns[view]
  const holds = view === 'all' || view === 'owing' || (view === 'late' && bucket !== 'notDue')
  return holds ? bucketColumns[bucket] : undefined
}

interface Sum {
  readonly currency: string
  readonly items: number
  readonly amount: number
}

async function fromBalances(db: Db, filter: ItemFilter, { items, amount }: Columns): Promise<Totals> {
  const { customer, owner, currency } = filter
  const which = sql.join(
    [
      // Asked once, not once a row.
      sql`b.organization_id = (select current_organization())`,
      sql`${items} > 0`,
      ...(customer === undefined ? [] : [sql`b.customer_id = ${customer}`]),
      ...(currency === undefined ? [] : [sql`b.currency = ${currency}`]),
      ...(owner === undefined
        ? []
        : [
            sql`b.customer_id in (
              select c.id from customer c where c.organization_id = current_organization() and c.collector_id = ${owner})`,
          ]),
    ],
    sql` and `,
  )
  const sums = await db.rows<Sum & { alone: number; others: number[] }>(sql`
    select b.currency, sum(${items})::bigint as items, sum(${amount})::bigint as amount,
      count(*) filter (where b.is_only) as alone,
      coalesce(array_agg(b.customer_id) filter (where not b.is_only), '{}') as others
    from customer_balance b
    where ${which}
    group by b.currency
    order by b.currency`)
  const several = new Set(sums.flatMap(({ others }) => others))
  return asTotals(
    sums,
    sums.reduce((count, { alone }) => count + alone, several.size),
  )
}

async function fromItems(db: Db, filter: ItemFilter, today: CalendarDate): Promise<Totals> {
  const amount = filter.view === 'paid' ? sql`o.amount` : sql`o.amount_due`
  const { customers, sums } = await db.one<{ customers: number; sums: Sum[] }>(sql`
    with hit as (
      select o.customer_id, o.currency, count(*) as items, sum(${amount}) as amount
      from open_item o
      where ${itemsMatching(filter, today)}
      group by o.customer_id, o.currency
    )
    select count(distinct customer_id) as customers, (
      select coalesce(json_agg(s order by s.currency), '[]')
      from (select currency, sum(items)::bigint as items, sum(amount)::bigint as amount from hit group by currency) s
    ) as sums
    from hit`)
  return asTotals(sums, customers)
}

const asTotals = (sums: readonly Sum[], customers: number): Totals => ({
  count: sums.reduce((count, { items }) => count + items, 0),
  customers,
  total: sums.map(({ currency, amount }) => ({ currency, amount })),
})

/** How many items are in each saved view, whatever else is filtered. Balances must be up to date. */
export async function viewCounts(db: Db, today: CalendarDate): Promise<Record<View, number>> {
  const counted = (view: View): Sql => sql`(
    select count(*) from open_item o
    where o.organization_id = current_organization() and ${sql.join(ofView(view, today), sql` and `)})`
  return db.one(sql`
    select coalesce(sum(late_items), 0)::bigint as late, coalesce(sum(not_due_items), 0)::bigint as upcoming,
      coalesce(sum(late_items + not_due_items), 0)::bigint as owing,
      coalesce(sum(d61_90_items + d90plus_items), 0)::bigint as over60, coalesce(sum(late_deposits), 0)::bigint as deposits,
      coalesce(sum(paid_items), 0)::bigint as paid, coalesce(sum(items), 0)::bigint as all,
      ${counted('disputed')} as disputed, ${counted('brokenPromises')} as "brokenPromises",
      (select count(*) from (${unplannedItems(today)}) u) as unplanned
    from customer_balance
    where organization_id = (select current_organization())`)
}
