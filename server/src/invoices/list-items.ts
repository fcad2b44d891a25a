import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { catchUpBalances } from '../customers/balances.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import { type KeyKind, keyTypes, readCursor, writeCursor } from '../platform/http/cursor.ts'
import { type ItemFilter, itemsMatching } from './list-filter.ts'
import { totalsOf } from './list-totals.ts'
import { type OpenItemRow, openItemRows } from './open-item-rows.ts'

export type Sort = 'daysLate' | 'amountDue' | 'amount' | 'customer' | 'number' | 'dueDate'

export interface ListAsked extends ItemFilter {
  readonly sort: Sort
  readonly direction: 'asc' | 'desc'
  /** Reckoned for each row, only when asked. */
  readonly with?: 'lateInterest' | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Interest of these items as of today, by item; a lower word reckons it. */
export type LateInterestOfItems = (
  db: Db,
  items: readonly number[],
  today: CalendarDate,
) => Promise<ReadonlyMap<number, OpenItemRow['amount']>>

interface Seen {
  readonly today: CalendarDate
  readonly language: Language
  readonly lateInterestOfItems?: LateInterestOfItems
}

/** One page of a list, and the count and total of the whole list. */
export async function listItems(db: Db, asked: ListAsked, { today, language, lateInterestOfItems }: Seen) {
  await catchUpBalances(db, today)
  const found = await pageOf(db, asked, today)
  const page = found.slice(0, asked.limit)
  const last = found.length > asked.limit ? page.at(-1) : undefined
  const ids = page.map(({ id }) => id)
  const interest = asked.with === 'lateInterest' ? await lateInterestOfItems?.(db, ids, today) : undefined
  return {
    rows: (await openItemRows(db, ids, { today, language })).map(({ pause: _pause, ...row }) => ({
      ...row,
      ...(interest && { lateInterest: interest.get(row.id) ?? null }),
    })),
    ...(await totalsOf(db, asked, today)),
    nextCursor: last ? writeCursor(last) : null,
    nextDueDate: await nextDueDate(db, today),
  }
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
  number: {
    key: sql`n.number collate "C"`,
    type: 'text',
    joins: sql`join invoice n on n.organization_id = o.organization_id and n.id = o.invoice_id`,
  },
}

/** The ids of the whole list in its order, in batches: memory does not grow with it. */
export async function* idsInOrder(
  db: Db,
  asked: Omit<ListAsked, 'cursor' | 'limit'>,
  today: CalendarDate,
): AsyncGenerator<number[]> {
  const { key, joins, isReversed = false } = orders[asked.sort]
  const direction = (asked.direction === 'asc') !== isReversed ? sql`asc` : sql`desc`
  const rows = db.stream<{ id: number }>(
    sql`
    select o.id from open_item o ${joins}
    where ${itemsMatching(asked, today)}
    order by ${key} ${direction}, o.id ${direction}`,
    200,
  )
  for await (const batch of rows) yield batch.map(({ id }) => id)
}

/** One more than the page, so that we know whether another follows. */
function pageOf(db: Db, asked: ListAsked, today: CalendarDate): Promise<Place[]> {
  const { key, type, joins, isReversed = false } = orders[asked.sort]
  const isAscending = (asked.direction === 'asc') !== isReversed
  const direction = isAscending ? sql`asc` : sql`desc`
  const position = readCursor(asked.cursor, type)
  const beyond = isAscending ? sql`>` : sql`<`
  const after = position
    ? sql`and (${key}, o.id) ${beyond} (${position.key}::${keyTypes[type]}, ${position.id}::bigint)`
    : sql.empty
  return db.rows(sql`
    select o.id, ${key} as key
    from open_item o ${joins}
    where ${itemsMatching(asked, today)} ${after}
    order by ${key} ${direction}, o.id ${direction}
    limit ${asked.limit + 1}`)
}

const nextDueDate = async (db: Db, today: CalendarDate): Promise<CalendarDate | null> => {
  const row = await db.maybe<{ day: CalendarDate }>(sql`
    select due_date as day from open_item
    where organization_id = current_organization() and amount_due > 0 and due_date >= ${today}
    order by due_date, id
    limit 1`)
  return row?.day ?? null
}
