import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import { lateSince, lateWithStep, type Sum, whose } from './derived-totals.ts'
import { type Few, usually } from './few-or-many.ts'
import { type ItemFilter, itemsOfView, type View } from './list-filter.ts'
import { conditionsOf, type Narrowed, narrow } from './narrow-items.ts'
import { unplannedItems } from './set-items.ts'

export interface Totals {
  readonly count: number
  /** There are `count` or more: they were not all counted, and `customers` and `total` say nothing. */
  readonly isAtLeast: boolean
  readonly customers: number
  /** What is left to pay; for the paid ones, what they were. */
  readonly total: { readonly amount: number; readonly currency: string }[]
}

interface Asked {
  readonly filter: ItemFilter
  readonly narrowed: Narrowed
  readonly today: CalendarDate
  readonly few: Few
}

/**
 * Of the whole list: from the balances where they can say it, else by adding up the items. A search that too many items
 * match is not counted to its end. Balances must be up to date.
 */
export async function totalsOf(db: Db, asked: Asked): Promise<Totals> {
  const { filter, narrowed } = asked
  const { searched, few } = narrowed
  const columns = columnsFor(filter)
  if (columns && !searched) return fromBalances(db, filter, columns)
  if (few) return fromItems(db, filter, conditionsOf(narrowed))
  if (searched) return columns && searched.apart ? ofManyCustomers(db, asked, columns) : ofMany(db, asked)
  const derived = await derivedFromBalances(db, asked)
  return derived ? asTotals(derived) : fromItems(db, filter, conditionsOf(narrowed))
}

/** What the balances and some items more can say: a number of days, or a next step, of the late ones. */
async function derivedFromBalances(db: Db, { filter, today }: Asked): Promise<Sum[] | undefined> {
  const { view, bucket, late, step } = filter
  if (view !== 'late' || bucket !== undefined) return undefined
  if (late !== undefined && step === undefined) return lateSince(db, filter, late, today)
  if (step !== undefined && step !== 'none' && late === undefined) return lateWithStep(db, filter, step, today)
  return undefined
}

/** As `totalsOf`, for who wants nothing but the totals. */
export const wholeOf = async (db: Db, filter: ItemFilter, today: CalendarDate): Promise<Totals> =>
  totalsOf(db, { filter, narrowed: await narrow(db, filter, today), today, few: usually })

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
  deposits: { items: sql`b.late_deposits`, amount: sql`b.late_deposit_amount` },
  all: { items: sql`b.items`, amount: sql`b.not_due + b.late + b.credit_notes` },
}

/** Undefined when the balances do not know this list; a search is told apart. */
function columnsFor({ view, late, step, bucket }: ItemFilter): Columns | undefined {
  if (step !== undefined || (late !== undefined && !(view === 'late' && late <= 1))) return undefined
  if (bucket === undefined) return viewColumns[view]
  const holds = view === 'all' || view === 'owing' || (view === 'late' && bucket !== 'notDue')
  return holds ? bucketColumns[bucket] : undefined
}

const fromBalances = async (db: Db, filter: ItemFilter, columns: Columns): Promise<Totals> =>
  asTotals(await sumsOfBalances(db, filter, columns))

const sumsOfBalances = (db: Db, filter: ItemFilter, { items, amount }: Columns, customers?: Sql): Promise<Sum[]> =>
  db.rows<Sum>(
    sql.plannedAnew(sql`
    select b.currency, sum(${items})::bigint as items, sum(${amount})::bigint as amount,
      count(*) filter (where b.is_only) as alone,
      coalesce(array_agg(b.customer_id) filter (where not b.is_only), '{}') as others
    from customer_balance b
    where ${whose(sql`b`, filter)} and ${items} > 0 ${customers ? sql`and b.customer_id in (${customers})` : sql.empty}
    group by b.currency
    order by b.currency`),
  )

/** The items of many customers, from their balances, and a few items beside. */
async function ofManyCustomers(db: Db, { filter, narrowed }: Asked, columns: Columns): Promise<Totals> {
  const { customers, others } = narrowed.searched?.apart ?? { customers: sql`null`, others: sql`null` }
  const sums = await sumsOfBalances(db, filter, columns, customers)
  const beside = sql.join(
    [conditionsOf(narrowed), sql`o.id = any(array(${others}))`, sql`o.customer_id not in (${customers} offset 0)`],
    sql` and `,
  )
  return asTotals([...sums, ...(await sumsOfItems(db, filter, beside))])
}

const fromItems = async (db: Db, filter: ItemFilter, which: Sql): Promise<Totals> =>
  asTotals(await sumsOfItems(db, filter, which))

/** One row a currency; each customer stands among the others. */
const sumsOfItems = (db: Db, { view }: Pick<ItemFilter, 'view'>, which: Sql): Promise<Sum[]> =>
  db.rows<Sum>(
    sql.plannedAnew(sql`
    select currency, sum(items)::bigint as items, sum(amount)::bigint as amount, 0 as alone,
      array_agg(customer_id) as others
    from (
      select o.customer_id, o.currency, count(*) as items, sum(${view === 'paid' ? sql`o.amount` : sql`o.amount_due`}) as amount
      from open_item o
      where ${which}
      group by o.customer_id, o.currency
    ) hit
    group by currency
    order by currency`),
  )

/** No further than it takes to know: the first lines of the list by their due dates. */
async function ofMany(db: Db, { filter, narrowed, few: { counted, looked } }: Asked): Promise<Totals> {
  const { own, each } = narrowed
  const first = (limit: Sql) => sql`select o.* from open_item o where ${sql.join(own, sql` and `)} ${limit}`
  const { found, isWhole } = await db.one<{ found: number; isWhole: boolean }>(
    sql.plannedAnew(sql`
    select (
        select count(*) from (
          select from (${first(sql`limit ${looked}`)}) o where ${sql.join(each, sql` and `)} limit ${counted + 1}) f) as found,
      not exists (${first(sql`limit 1 offset ${looked}`)}) as "isWhole"`),
  )
  if (found > counted || !isWhole) {
    return { count: Math.min(found, counted), isAtLeast: true, customers: 0, total: [] }
  }
  return fromItems(db, filter, conditionsOf(narrowed))
}

/** Do the balances say the totals of this list, or are its few items to be read for them? */
export const balancesKnow = (filter: ItemFilter): boolean => columnsFor(filter) !== undefined && !filter.q?.trim()

/** One row a currency from several sources: sums added, customers counted once. */
export function asTotals(sums: readonly Sum[]): Totals {
  const byCurrency = Map.groupBy(sums, ({ currency }) => currency)
  const several = new Set(sums.flatMap(({ others }) => others))
  return {
    count: sums.reduce((count, { items }) => count + items, 0),
    isAtLeast: false,
    customers: sums.reduce((count, { alone }) => count + alone, several.size),
    total: [...byCurrency]
      .map(([currency, some]) => ({ currency, amount: some.reduce((sum, { amount }) => sum + amount, 0) }))
      .toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
  }
}

/** How many items are in each saved view, whatever else is filtered. Balances must be up to date. */
export const viewCounts = (db: Db, today: CalendarDate): Promise<Record<View, number>> => {
  const inView = (view: View): Sql => sql`(
    select count(*) from open_item o
    where o.organization_id = current_organization() and o.amount_due > 0 and o.written_off_on is null
      and o.id = any(array(${itemsOfView(view, today) ?? sql`null`})))`
  return db.one(sql`
    select coalesce(sum(late_items), 0)::bigint as late, coalesce(sum(not_due_items), 0)::bigint as upcoming,
      coalesce(sum(late_items + not_due_items), 0)::bigint as owing,
      coalesce(sum(d61_90_items + d90plus_items), 0)::bigint as over60, coalesce(sum(late_deposits), 0)::bigint as deposits,
      coalesce(sum(paid_items), 0)::bigint as paid, coalesce(sum(items), 0)::bigint as all,
      ${inView('disputed')} as disputed, ${inView('brokenPromises')} as "brokenPromises",
      ${inView('missing')} as missing,
      (select count(*) from open_item o where o.organization_id = current_organization() and o.amount_due > 0
        and o.written_off_on is not null) as "writtenOff",
      (select count(*) from (${unplannedItems(today)}) u) as unplanned
    from customer_balance
    where organization_id = (select current_organization())`)
}
