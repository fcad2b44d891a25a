import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** Given up on that day, or expected again (null). What is left of them stays owed in the books. */
export const markWrittenOff = (db: Db, items: readonly number[], on: CalendarDate | null): Promise<number> =>
  db.run(sql`
    update open_item set written_off_on = ${on}::date
    where organization_id = current_organization() and id = any(${items})`)
