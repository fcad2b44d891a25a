import type { CallRules } from '@quittance/core/tasks/next-try.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

export interface TaskRules extends CallRules {
  /** Working days during which a payment the customer says was made keeps reminders back. */
  readonly paymentSearchDays: number
  readonly alsaceMoselle: boolean
  readonly timeZone: string
}

/** What the organisation set of calls and searches, with its calendar. */
export const taskRules = (db: Db): Promise<TaskRules> =>
  db.one<TaskRules>(sql`
    select call_tries as "callTries", call_again_days as "callAgainDays", payment_search_days as "paymentSearchDays",
      alsace_moselle as "alsaceMoselle", time_zone as "timeZone"
    from organization where organization_id = current_organization()`)

/** Who follows the money of a customer: its collector, else whoever does the accounts. */
export const collectorFor = (db: Db, customer: number): Promise<{ id: number; name: string } | null> =>
  db.maybe<{ id: number; name: string }>(sql`
    select p.id, p.name from person p
    left join customer c on c.organization_id = p.organization_id and c.id = ${customer}
    where p.organization_id = current_organization() and p.is_active
      and (p.id = c.collector_id or p.role in ('accountant', 'admin', 'director'))
    order by (p.id = c.collector_id) is true desc, array_position(array['accountant', 'admin', 'director'], p.role), p.id
    limit 1`)
