import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import { type KeyKind, keyTypes, readCursor } from '../platform/http/cursor.ts'
import { type Few, usually } from './few-or-many.ts'
import type { ItemFilter, View } from './list-filter.ts'
import { balancesKnow, type Totals, totalsOf } from './list-totals.ts'
import { conditionsOf, type Narrowed, narrow } from './narrow-items.ts'

export type Sort = 'daysLate' | 'amountDue' | 'amount' | 'customer' | 'number' | 'dueDate'

export interface ListAsked extends ItemFilter {
  readonly sort: Sort
  readonly direction: 'asc' | 'desc'
  /** Reckoned for each row, only when asked. */
  readonly with?: 'lateInterest' | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

interface Place {
  readonly id: number
  readonly key: string | number
}

interface Order {
  readonly key: Sql
  readonly type: KeyKind
  readonly joins: Sql
  /** 'asc' unless the order of the key runs against the direction asked. */
  readonly isReversed?: boolean
}

// The text keys are compared byte by byte: the same order in the index, in the sort and in the cursor, on every server.
const orders: Readonly<Record<Sort, Order>> = {
  daysLate: { key: sql`o.due_date`, type: 'date', joins: sql.empty, isReversed: true },
  dueDate: { key: sql`o.due_date`, type: 'date', joins: sql.empty },
  amountDue: { key: sql`o.amount_due`, type: 'number', joins: sql.empty },
  amount: { key: sql`o.amount`, type: 'number', joins: sql.empty },
  customer: {
    key: sql`k.plain_name`,
    type: 'text',
    joins: sql`join customer k on k.organization_id = o.organization_id and k.id = o.customer_id`,
  },
  number: { key: sql`o.number`, type: 'text', joins: sql.empty },
}

export interface Page {
  /** One more than the page, so that we know whether another follows. */
  readonly places: Place[]
  readonly totals: Totals
}

/** A page and the totals of its whole list; a short list is read once for both. Balances must be up to date. */
export async function pageOf(db: Db, asked: ListAsked, today: CalendarDate, few: Few = usually): Promise<Page> {
  const narrowed = await narrow(db, asked, today, few)
  if (narrowed.few && !balancesKnow(asked)) return allAtOnce(db, asked, narrowed)
  const totals = await totalsOf(db, { filter: asked, narrowed, today, few })
  const isShort = narrowed.few !== null || (!totals.isAtLeast && totals.count <= few.items)
  const places = isShort
    ? await db.rows<Place>(sql.plannedAnew(fromWhole(asked, narrowed)))
    : await placesInOrder(db, asked, narrowed, few.looked)
  return { places, totals }
}

/** The ids of the whole list in its order, in batches: memory does not grow with it. */
export async function* idsInOrder(
  db: Db,
  asked: Omit<ListAsked, 'cursor' | 'limit'>,
  today: CalendarDate,
): AsyncGenerator<number[]> {
  const narrowed = await narrow(db, asked, today)
  const { key, joins, direction } = directed(asked)
  const rows = db.stream<{ id: number }>(
    sql`
    select o.id from open_item o ${joins}
    where ${conditionsOf(narrowed)}
    order by ${key} ${direction}, o.id ${direction}`,
    200,
  )
  for await (const batch of rows) yield batch.map(({ id }) => id)
}

interface Directed extends Order {
  readonly isAscending: boolean
  readonly direction: Sql
}

function directed({ sort, direction }: Pick<ListAsked, 'sort' | 'direction'>): Directed {
  const order = orders[sort]
  const isAscending = (direction === 'asc') !== (order.isReversed ?? false)
  return { ...order, isAscending, direction: isAscending ? sql`asc` : sql`desc` }
}

const wholeList = (asked: ListAsked, narrowed: Narrowed): Sql => {
  const { key, joins } = directed(asked)
  return sql`
    select o.id, ${key} as key, o.customer_id, o.currency, ${asked.view === 'paid' ? sql`o.amount` : sql`o.amount_due`} as amount
    from open_item o ${joins}
    where ${conditionsOf(narrowed)}`
}

function fromWhole(asked: ListAsked, narrowed: Narrowed): Sql {
  const { direction } = directed(asked)
  return sql`
    with hit as materialized (${wholeList(asked, narrowed)})
    select id, key from hit o
    where ${beyond(asked, sql`key`) ?? sql`true`}
    order by key ${direction}, id ${direction}
    limit ${asked.limit + 1}`
}

async function allAtOnce(db: Db, asked: ListAsked, narrowed: Narrowed): Promise<Page> {
  const { direction } = directed(asked)
  const { places, sums, customers } = await db.one<{ places: Place[]; sums: ListSum[]; customers: number }>(
    sql.plannedAnew(sql`
    with hit as materialized (${wholeList(asked, narrowed)})
    select (
        select coalesce(json_agg(json_build_object('id', id, 'key', key) order by key ${direction}, id ${direction}), '[]')
        from (
          select id, key from hit o
          where ${beyond(asked, sql`key`) ?? sql`true`}
          order by key ${direction}, id ${direction}
          limit ${asked.limit + 1}) page
      ) as places,
      (select count(distinct customer_id) from hit) as customers, (
        select coalesce(json_agg(s order by s.currency), '[]')
        from (select currency, count(*) as items, sum(amount)::bigint as amount from hit group by currency) s) as sums`),
  )
  const count = sums.reduce((all, { items }) => all + items, 0)
  const total = sums.map(({ currency, amount }) => ({ currency, amount }))
  return { places, totals: { count, isAtLeast: false, customers, total } }
}

interface ListSum {
  readonly currency: string
  readonly items: number
  readonly amount: number
}

/** What has to be looked up is asked of one line after the other; where that finds no page soon, of all of them at once. */
async function placesInOrder(db: Db, asked: ListAsked, narrowed: Narrowed, most: number): Promise<Place[]> {
  const soon = await db.rows<Place>(sql.plannedAnew(inOrder(asked, narrowed, most)))
  const isAll = narrowed.each.length === 0 && asked.sort !== 'customer'
  if (isAll || soon.length > asked.limit) return soon
  return db.rows<Place>(sql.plannedAnew(fromWhole(asked, narrowed)))
}

/**
 * Open and settled lines have their indexes apart; a list of both takes from each what the page may need. The limit
 * within keeps the planner to the order: what is looked up without one would have everything read and sorted.
 */
function inOrder(asked: ListAsked, { own, each }: Narrowed, most: number): Sql {
  if (asked.sort === 'customer') return byCustomer(asked, { own, each }, most)
  const { key, direction } = directed(asked)
  const after = beyond(asked, key)
  const needed = each.length === 0 ? asked.limit + 1 : most
  const parts = signsOf(asked.view).map(
    (sign) => sql`(
    select o.*, ${key} as key from open_item o
    where ${sql.join([...own, sign, ...(after ? [after] : [])], sql` and `)}
    order by ${key} ${direction}, o.id ${direction}
    limit ${needed})`,
  )
  return sql`
    select id, key from (
      select o.* from (${sql.join(parts, sql` union all `)}) o
      order by o.key ${direction}, o.id ${direction}
      limit ${needed}
    ) o
    where ${each.length === 0 ? sql`true` : sql.join(each, sql` and `)}
    order by key ${direction}, id ${direction}
    limit ${asked.limit + 1}`
}

/** Customers by name, and the lines of each. */
function byCustomer(asked: ListAsked, { own, each }: Pick<Narrowed, 'own' | 'each'>, most: number): Sql {
  const { direction, isAscending, type } = directed(asked)
  const position = readCursor(asked.cursor, type)
  const start = position ? sql`and k.plain_name ${isAscending ? sql`>=` : sql`<=`} ${position.key}` : sql.empty
  return sql`
    select id, key from (
      select o.id, k.plain_name as key
      from (
        select k.id, k.plain_name from customer k
        where k.organization_id = current_organization() ${start}
        order by k.plain_name ${direction}, k.id ${direction}
        limit ${most}
      ) k
      cross join lateral (
        select o.id from open_item o
        where ${sql.join([...own, ...each, sql`o.customer_id = k.id`], sql` and `)}
        offset 0) o
    ) o
    where ${beyond(asked, sql`key`) ?? sql`true`}
    order by key ${direction}, id ${direction}
    limit ${asked.limit + 1}`
}

const open = sql`o.amount_due > 0`
const settled = sql`o.amount_due <= 0`
const signsOf = (view: View): Sql[] => (view === 'all' ? [open, settled] : view === 'paid' ? [settled] : [open])

/** After the last row of the page before. The key stands alone too: an index that holds only the key begins there. */
function beyond(asked: ListAsked, key: Sql): Sql | undefined {
  const { type, isAscending } = directed(asked)
  const position = readCursor(asked.cursor, type)
  if (!position) return undefined
  const value = sql`${position.key}::${keyTypes[type]}`
  return isAscending
    ? sql`${key} >= ${value} and (${key}, o.id) > (${value}, ${position.id}::bigint)`
    : sql`${key} <= ${value} and (${key}, o.id) < (${value}, ${position.id}::bigint)`
}
