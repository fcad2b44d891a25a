import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/** Messages removed at most in one go: each may weigh megabytes, and there is another day tomorrow. */
const mostAtOnce = 2_000

/**
 * Removes messages as they came that are older than the organisation keeps them; what was written in them, whose it was and
 * what followed stay. Safe to run again. Answers how many.
 */
export async function forgetSources(db: Db, today: CalendarDate): Promise<number> {
  const { count } = await db.one<{ count: number }>(sql`
    with over as (
      select a.id from answer a join organization o on o.organization_id = a.organization_id
      where a.organization_id = current_organization() and a.source_removed_on is null
        and a.received_on < ${today}::date - make_interval(months => o.sources_kept_months)
      order by a.received_on, a.id limit ${mostAtOnce} for update of a skip locked
    ), gone as (
      delete from answer_source s using over
      where s.organization_id = current_organization() and s.answer_id = over.id
    ), marked as (
      update answer a set source_removed_on = ${today} from over
      where a.organization_id = current_organization() and a.id = over.id returning a.id
    )
    select count(*)::int as count from marked`)
  return count
}
