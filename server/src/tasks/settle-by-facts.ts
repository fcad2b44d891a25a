import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'

const stillOwed = sql`exists (
  select from task_item x join open_item i on i.organization_id = x.organization_id and i.id = x.open_item_id
  where x.organization_id = t.organization_id and x.task_id = t.id and i.amount_due > 0 and i.written_off_on is null)`

const stillWrong = sql`exists (
  select from contact k where k.organization_id = t.organization_id and k.id = t.contact_id
    and (k.phone_refused is not null and k.phone is not distinct from k.phone_refused or k.email_refused_on is not null))`

/** When it is now, by the clock of the installation. */
interface Now {
  readonly today: CalendarDate
  readonly nowMs: number
}

/**
 * The facts answer what some tasks of these customers asked: the payment that was looked for has come (or went again),
 * the contact was corrected. Nobody ended them, and their course says so.
 */
export async function settleTasksByFacts(db: Db, customers: readonly number[], now: Now): Promise<void> {
  await closeItself(db, customers, { settled: sql`t.kind = 'findPayment' and not ${stillOwed}`, because: 'found', now })
  await closeItself(db, customers, {
    settled: sql`t.kind = 'correctContact' and not ${stillWrong}`,
    because: 'corrected',
    now,
  })
  await db.run(sql`
    with back as (
      update task t set state = 'todo', outcome = null, because = null, ended_at = null
      where t.organization_id = current_organization() and t.customer_id = any(${customers}) and t.kind = 'findPayment'
        and t.state = 'done' and t.because = 'found' and ${stillOwed}
      returning t.organization_id, t.id)
    ${noted('back', 'reopened', null, now)}`)
}

const closeItself = (
  db: Db,
  customers: readonly number[],
  { settled, because, now }: { readonly settled: Sql; readonly because: 'found' | 'corrected'; readonly now: Now },
) =>
  db.run(sql`
    with over as (
      update task t set state = 'done', outcome = ${because}, because = ${because}, ended_at = ${sql.instant(now.nowMs)}, ended_by = null
      where t.organization_id = current_organization() and t.customer_id = any(${customers}) and t.state in ('todo', 'snoozed') and ${settled}
      returning t.organization_id, t.id)
    ${noted('over', 'endedItself', because, now)}`)

const noted = (
  changed: string,
  kind: 'endedItself' | 'reopened',
  outcome: string | null,
  { today }: Pick<Now, 'today'>,
): Sql => sql`
    insert into task_event (organization_id, task_id, kind, happened_on, outcome)
    select o.organization_id, o.id, ${kind}, ${today}::date, ${outcome} from ${sql.identifier(changed)} o`
