import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import {
  allConditions,
  type CustomerFilter,
  type CustomerView,
  isPaused,
  type NarrowedCustomers,
} from './narrow-customers.ts'

interface Money {
  readonly amount: number
  readonly currency: string
}

export interface WholeList {
  readonly count: number
  readonly outstanding: Money[]
  readonly late: Money[]
  /** How many customers are in each view, whatever else is filtered. */
  readonly views: Record<CustomerView, number>
}

/** Count and sums of the whole list, and how many are in each view. Balances must be up to date. */
export async function wholeOf(
  db: Db,
  { asked, narrowed, today }: { asked: CustomerFilter; narrowed: NarrowedCustomers; today: CalendarDate },
): Promise<WholeList> {
  const views = await viewCounts(db, today)
  const isView = !asked.q?.trim() && [asked.salesRep, asked.collector, asked.profile].every((one) => one === undefined)
  const sums = await sumsOf(db, isView ? ofView(asked.view) : undefined, narrowed)
  const money = (of: 'outstanding' | 'late') =>
    sums.filter((sum) => sum[of] > 0).map((sum) => ({ amount: sum[of], currency: sum.currency }))
  return {
    count: isView ? views[asked.view] : await countOf(db, narrowed),
    outstanding: money('outstanding'),
    late: money('late'),
    views,
  }
}

const viewCounts = (db: Db, today: CalendarDate): Promise<Record<CustomerView, number>> =>
  db.one<Record<CustomerView, number>>(sql`
    select count(*) as all, count(*) filter (where late_items > 0) as late, count(*) filter (where outstanding > 0) as owing,
      count(*) filter (where late_items = 0) as "upToDate", (
        select count(*) from customer c
        where c.organization_id = current_organization() and ${isPaused(today)}) as paused
    from customer_total where organization_id = (select current_organization())`)

/**
 * Which balances belong to the customers of a view: one that is the only one of its customer says so itself. Undefined
 * where a balance cannot tell.
 */
function ofView(view: CustomerView): Sql | undefined {
  const several = (condition: Sql) => sql`b.customer_id in (
    select t.customer_id from customer_total t where t.organization_id = (select current_organization()) and ${condition} offset 0)`
  switch (view) {
    case 'all':
    // Who owes nothing adds nothing.
    case 'owing':
      return sql`true`
    case 'late':
      return sql`(b.is_only and b.late_items > 0 or not b.is_only and ${several(sql`t.late_items > 0`)})`
    case 'upToDate':
      return sql`(b.is_only and b.late_items = 0 or not b.is_only and ${several(sql`t.late_items = 0`)})`
    case 'paused':
      return undefined
  }
}

const sumsOf = (db: Db, view: Sql | undefined, narrowed: NarrowedCustomers) =>
  db.rows<{ currency: string; outstanding: number; late: number }>(
    sql.plannedAnew(sql`
    select b.currency, sum(b.not_due + b.late)::bigint as outstanding, sum(b.late)::bigint as late
    from customer_balance b
    where b.organization_id = (select current_organization()) and ${view ?? sql`b.customer_id in (${listed(narrowed)})`}
    group by b.currency
    order by b.currency`),
  )

const countOf = async (db: Db, narrowed: NarrowedCustomers): Promise<number> =>
  (await db.one<{ count: number }>(sql.plannedAnew(sql`select count(*) as count from (${listed(narrowed)}) listed`)))
    .count

const listed = (narrowed: NarrowedCustomers): Sql => sql`
  select c.id from customer c
  join customer_total t on t.organization_id = (select current_organization()) and t.customer_id = c.id
  where ${allConditions(narrowed)}`
