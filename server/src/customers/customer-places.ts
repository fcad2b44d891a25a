import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import { type KeyKind, keyTypes, readCursor } from '../platform/http/cursor.ts'
import { allConditions, type CustomerFilter, fewCustomers, type NarrowedCustomers } from './narrow-customers.ts'

export interface CustomersAsked extends CustomerFilter {
  readonly sort: 'name' | 'outstanding' | 'late' | 'daysLate'
  readonly direction: 'asc' | 'desc'
  readonly cursor?: string | undefined
  readonly limit: number
}

interface Place {
  readonly id: number
  readonly key: string | number
}

/** What an order reads first: the name stands with the customer, what it owes beside it. */
interface Order {
  readonly key: Sql
  readonly type: KeyKind
  readonly isReversed?: boolean
}

const orders: Readonly<Record<CustomersAsked['sort'], Order>> = {
  name: { key: sql`c.plain_name`, type: 'text' },
  outstanding: { key: sql`t.outstanding`, type: 'number' },
  late: { key: sql`t.late`, type: 'number' },
  daysLate: { key: sql`t.late_since`, type: 'date', isReversed: true },
}

interface Page {
  readonly narrowed: NarrowedCustomers
  /** Of the whole list. */
  readonly count: number
  /** A list as short as that is read whole. */
  readonly few?: number
  /** So many customers in their order are looked through for a page; then the whole list is read after all. */
  readonly looked?: number
}

/**
 * The customers of a page in their order, one more than asked. A short list is read whole and sorted; a long one in the
 * order of an index until the page is full, what the other table says being asked of one customer after the other.
 */
export async function placesOf(
  db: Db,
  asked: CustomersAsked,
  { narrowed, count, few = fewCustomers, looked = 20_000 }: Page,
): Promise<Place[]> {
  const order = directed(asked)
  if (!narrowed.few && count > few) {
    const soon = await db.rows<Place>(sql.plannedAnew(inOrder(asked, { narrowed, order, looked })))
    if (soon.length > asked.limit) return soon
  }
  return db.rows<Place>(
    sql.plannedAnew(sql`
    with hit as materialized (
      select c.id, ${order.key} as key
      from customer c
      join customer_total t on t.organization_id = c.organization_id and t.customer_id = c.id
      where ${allConditions(narrowed)})
    select id, key from hit
    where ${order.after} order by key ${order.direction}, id ${order.direction} limit ${asked.limit + 1}`),
  )
}

function directed({ sort, direction, cursor }: CustomersAsked) {
  const { key, type, isReversed = false } = orders[sort]
  const isAscending = (direction === 'asc') !== isReversed
  const position = readCursor(cursor, type)
  const beyond = isAscending ? sql`>` : sql`<`
  return {
    key,
    direction: isAscending ? sql`asc` : sql`desc`,
    after: position ? sql`(key, id) ${beyond} (${position.key}::${keyTypes[type]}, ${position.id}::bigint)` : sql`true`,
    /** Where the index is entered. */
    start: position ? sql`${key} ${beyond}= ${position.key}::${keyTypes[type]}` : sql`true`,
  }
}

/** Names stand with the customer, amounts in its total: one is read in order, the other asked of each row. */
function inOrder(
  asked: CustomersAsked,
  { narrowed, order, looked }: { narrowed: NarrowedCustomers; order: ReturnType<typeof directed>; looked: number },
): Sql {
  const { key, direction, after, start } = order
  const isName = asked.sort === 'name'
  const read = isName
    ? sql`select c.*, ${key} as key from customer c where c.organization_id = current_organization() and ${sql.join([...narrowed.ofCustomer, start], sql` and `)}
        order by ${key} ${direction}, c.id ${direction}`
    : sql`select t.*, t.customer_id as id, ${key} as key from customer_total t where t.organization_id = current_organization() and ${sql.join([...narrowed.ofTotal, start], sql` and `)}
        order by ${key} ${direction}, t.customer_id ${direction}`
  const rest = isName ? narrowed.ofTotal : narrowed.ofCustomer
  const other = isName
    ? sql`select true from customer_total t where t.organization_id = current_organization() and t.customer_id = first.id`
    : sql`select true from customer c where c.organization_id = current_organization() and c.id = first.id`
  return sql`
    select id, key from (${read} limit ${looked}) first
    where ${after} ${rest.length === 0 ? sql.empty : sql`and (${other} and ${sql.join(rest, sql` and `)})`}
    order by key ${direction}, id ${direction}
    limit ${asked.limit + 1}`
}
