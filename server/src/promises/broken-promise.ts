import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/**
 * The last promise given about one of these open items, when it was not kept: its day is over, its grace too, and less
 * came than was promised. Null when it was kept, or still may be, or nobody gave one.
 */
export const brokenPromiseOf = async (
  db: Db,
  items: readonly number[],
  today: CalendarDate,
): Promise<{ readonly on: CalendarDate; readonly amount: number; readonly currency: string } | null> => {
  const last = await db.maybe<{ on: CalendarDate; amount: number; currency: string; isBroken: boolean }>(sql`
    select p.promised_for as on, p.amount, p.currency, p.received < p.enough and p.kept_until < ${today} as "isBroken"
    from promise_item l
    join promise p on p.organization_id = l.organization_id and p.id = l.promise_id
    where l.organization_id = current_organization() and l.open_item_id = any(${items}) and p.withdrawn_on is null
    order by p.id desc limit 1`)
  return last?.isBroken ? { on: last.on, amount: last.amount, currency: last.currency } : null
}
