import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { catchUpBalances } from '../customers/balances.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { writeCursor } from '../platform/http/cursor.ts'
import { type ListAsked, pageOf } from './list-page.ts'
import { type OpenItemRow, openItemRows } from './open-item-rows.ts'

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
  const { places: found, totals } = await pageOf(db, asked, today)
  const page = found.slice(0, asked.limit)
  const last = found.length > asked.limit ? page.at(-1) : undefined
  const ids = page.map(({ id }) => id)
  const interest = asked.with === 'lateInterest' ? await lateInterestOfItems?.(db, ids, today) : undefined
  return {
    rows: (await openItemRows(db, ids, { today, language })).map(({ pause: _pause, ...row }) => ({
      ...row,
      ...(interest && { lateInterest: interest.get(row.id) ?? null }),
    })),
    ...totals,
    nextCursor: last ? writeCursor(last) : null,
    nextDueDate: await nextDueDate(db, today),
  }
}

const nextDueDate = async (db: Db, today: CalendarDate): Promise<CalendarDate | null> => {
  const row = await db.maybe<{ day: CalendarDate }>(sql`
    select due_date as day from open_item
    where organization_id = current_organization() and amount_due > 0 and due_date >= ${today}
    order by due_date, id
    limit 1`)
  return row?.day ?? null
}
