import { type CalendarDate, daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import { type KeyKind, keyTypes, readCursor, writeCursor } from '../platform/http/cursor.ts'
import { averageDelaysOf } from './average-delay.ts'
import { catchUpBalances } from './balances.ts'
import { type DecisionInForce, nextStepOfCustomer } from './next-step.ts'

export type CustomerView = 'all' | 'late' | 'owing' | 'paused' | 'upToDate'

export interface CustomersAsked {
  readonly view: CustomerView
  readonly q?: string | undefined
  readonly salesRep?: number | undefined
  readonly collector?: number | undefined
  readonly sort: 'name' | 'outstanding' | 'late' | 'daysLate'
  readonly direction: 'asc' | 'desc'
  readonly cursor?: string | undefined
  readonly limit: number
}

interface Money {
  readonly amount: number
  readonly currency: string
}

interface Found {
  readonly id: number
  readonly key: string | number
  readonly code: string
  readonly name: string
  readonly salesRep: { readonly id: number; readonly name: string } | null
  readonly collector: { readonly id: number; readonly name: string } | null
  readonly outstanding: Money[]
  readonly late: Money[]
  readonly lateItems: number
  readonly oldest: CalendarDate | null
  readonly decision: DecisionInForce | null
}

/** Customers of a view with what they owe; count and totals are those of the whole list. */
export async function listCustomers(
  db: Db,
  asked: CustomersAsked,
  { today, language }: { today: CalendarDate; language: Language },
) {
  await catchUpBalances(db, today)
  const found = await pageOf(db, asked, today)
  const page = found.slice(0, asked.limit)
  const last = found.length > asked.limit ? page.at(-1) : undefined
  const delays = await averageDelaysOf(
    db,
    page.map((row) => row.id),
  )
  return {
    rows: page.map(({ key: _key, oldest, decision, ...row }) => ({
      ...row,
      daysLate: row.lateItems > 0 && oldest !== null ? Math.max(0, daysBetween(oldest, today)) : 0,
      averageDelay: delays.get(row.id) ?? null,
      next: decision ? nextStepOfCustomer({ decision, today, language }) : null,
    })),
    ...(await wholeOf(db, asked, today)),
    nextCursor: last ? writeCursor(last) : null,
  }
}

/** One row a customer: sums over its legal entities; amounts of several currencies are ranked by their number. */
const owed = sql`
  select b.customer_id, sum(b.not_due + b.late) as outstanding, sum(b.late) as late, sum(b.late_items)::int as late_items,
    min(b.oldest_due_date) filter (where b.late_items > 0) as oldest
  from customer_balance b where b.organization_id = (select current_organization()) group by b.customer_id`

const keys: Readonly<Record<CustomersAsked['sort'], { key: Sql; type: KeyKind; isReversed?: boolean }>> = {
  name: { key: sql`c.plain_name`, type: 'text' },
  outstanding: { key: sql`coalesce(o.outstanding, 0)`, type: 'number' },
  late: { key: sql`coalesce(o.late, 0)`, type: 'number' },
  daysLate: { key: sql`coalesce(o.oldest, 'infinity'::date)`, type: 'date', isReversed: true },
}

const inView = (today: CalendarDate): Readonly<Record<CustomerView, Sql>> => ({
  all: sql`true`,
  late: sql`o.late_items > 0`,
  owing: sql`o.outstanding > 0`,
  paused: sql`c.paused_on is not null and (c.paused_until is null or c.paused_until > ${today})`,
  upToDate: sql`coalesce(o.late_items, 0) = 0`,
})

function matching({ view, q, salesRep, collector }: CustomersAsked, today: CalendarDate): Sql {
  const text = q?.trim()
  const parts = [sql`c.organization_id = (select current_organization())`, inView(today)[view]]
  if (text) {
    const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
    parts.push(sql`(c.plain_name like (select plain_text(${like})) or c.code ilike ${like} or c.siren like ${like})`)
  }
  if (salesRep !== undefined) parts.push(sql`c.sales_rep_id = ${salesRep}`)
  if (collector !== undefined) parts.push(sql`c.collector_id = ${collector}`)
  return sql.join(parts, sql` and `)
}

/** In the order of names an index gives the page, and only its customers are summed; other orders need every sum. */
const owedBy = (sort: CustomersAsked['sort']): Sql =>
  sort === 'name'
    ? sql`left join lateral (
        select sum(b.not_due + b.late) as outstanding, sum(b.late_items)::int as late_items,
          min(b.oldest_due_date) filter (where b.late_items > 0) as oldest
        from customer_balance b where b.organization_id = (select current_organization()) and b.customer_id = c.id) o on true`
    : sql`left join (${owed}) o on o.customer_id = c.id`

function pageOf(db: Db, asked: CustomersAsked, today: CalendarDate): Promise<Found[]> {
  const { key, type, isReversed = false } = keys[asked.sort]
  const isAscending = (asked.direction === 'asc') !== isReversed
  const direction = isAscending ? sql`asc` : sql`desc`
  const position = readCursor(asked.cursor, type)
  const after = position
    ? sql`and (${key}, c.id) ${isAscending ? sql`>` : sql`<`} (${position.key}::${keyTypes[type]}, ${position.id}::bigint)`
    : sql.empty
  return db.rows<Found>(sql`
    with page as materialized (
      select c.id, ${key} as key, o.late_items, o.oldest
      from customer c ${owedBy(asked.sort)}
      where ${matching(asked, today)} ${after}
      order by ${key} ${direction}, c.id ${direction}
      limit ${asked.limit + 1})
    select c.id, p.key::text as key, c.code, c.name, coalesce(p.late_items, 0) as "lateItems", p.oldest,
      case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as "salesRep",
      case when l.id is not null then json_build_object('id', l.id, 'name', l.name) end as collector,
      coalesce(sums.outstanding, '[]') as outstanding, coalesce(sums.late, '[]') as late, ${decisionOf(sql`c.id`)} as decision
    from page p
    join customer c on c.organization_id = current_organization() and c.id = p.id
    left join person s on s.organization_id = c.organization_id and s.id = c.sales_rep_id
    left join person l on l.organization_id = c.organization_id and l.id = c.collector_id
    left join lateral (
      select json_agg(json_build_object('amount', y.outstanding, 'currency', y.currency) order by y.currency) filter (where y.outstanding > 0) as outstanding,
        json_agg(json_build_object('amount', y.late, 'currency', y.currency) order by y.currency) filter (where y.late > 0) as late
      from (select b.currency, sum(b.not_due + b.late)::bigint as outstanding, sum(b.late)::bigint as late from customer_balance b
        where b.organization_id = c.organization_id and b.customer_id = c.id group by b.currency) y) sums on true
    order by p.key ${direction}, c.id ${direction}`)
}

/** The decision that speaks for a customer with several legal entities: a contact first, then a hold. */
export const decisionOf = (customer: Sql): Sql => sql`(
  select json_build_object('kind', d.kind, 'because', d.because, 'until', d.until, 'channel', d.channel, 'nextOn', d.next_on,
    'carryingItem', d.carrying_item_id, 'taskDueOn', (
      select coalesce(t.snoozed_until, t.due_on) from task t where t.organization_id = d.organization_id
        and t.open_item_id = d.carrying_item_id and t.step_key is not null and t.state in ('todo', 'snoozed') limit 1))
  from current_decision d
  where d.organization_id = current_organization() and d.customer_id = ${customer}
  order by array_position(array['take', 'hold', 'rest'], d.kind), d.legal_entity_id limit 1)`

interface Whole {
  readonly count: number
  readonly outstanding: Money[]
  readonly late: Money[]
  readonly views: Record<CustomerView, number>
}

/** Count and sums of the whole list, and how many are in each view: every customer looked at once. */
const wholeOf = (db: Db, asked: CustomersAsked, today: CalendarDate): Promise<Whole> =>
  db.one<Whole>(sql`
    with known as materialized (
      select c.id, o.late_items > 0 as is_late, o.outstanding > 0 as owes, ${inView(today).paused} as is_paused,
        ${matching(asked, today)} as is_listed
      from customer c left join (${owed}) o on o.customer_id = c.id
      where c.organization_id = (select current_organization())
    ), sums as (
      select b.currency, sum(b.not_due + b.late)::bigint as outstanding, sum(b.late)::bigint as late
      from known k join customer_balance b on b.organization_id = (select current_organization()) and b.customer_id = k.id
      where k.is_listed
      group by b.currency
    )
    select count(*) filter (where is_listed) as count,
      coalesce((select json_agg(json_build_object('amount', outstanding, 'currency', currency) order by currency) from sums where outstanding > 0), '[]') as outstanding,
      coalesce((select json_agg(json_build_object('amount', late, 'currency', currency) order by currency) from sums where late > 0), '[]') as late,
      json_build_object('all', count(*), 'late', count(*) filter (where is_late), 'owing', count(*) filter (where owes),
        'paused', count(*) filter (where is_paused), 'upToDate', count(*) filter (where is_late is not true)) as views
    from known`)
