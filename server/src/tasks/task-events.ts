import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** What happens to a task on its way. */
export const taskEventKinds = [
  'assigned',
  'snoozed',
  'notReached',
  'wrongContact',
  'ended',
  'endedItself',
  'reopened',
] as const
export type TaskEventKind = (typeof taskEventKinds)[number]

export interface NewTaskEvent {
  readonly task: number
  readonly kind: TaskEventKind
  readonly on: CalendarDate
  readonly from?: number | null
  readonly to?: number | null
  readonly outcome?: string | null
  readonly until?: CalendarDate | null
  readonly note?: string | null
}

/** One line of the course of a task, by the person of the scope. */
export const addTaskEvent = (db: Db, event: NewTaskEvent): Promise<number> =>
  db.run(sql`
    insert into task_event (organization_id, task_id, kind, happened_on, person_id, from_person_id, to_person_id, outcome, until, note)
    values (current_organization(), ${event.task}, ${event.kind}, ${event.on}, current_person(), ${event.from ?? null}, ${event.to ?? null},
      ${event.outcome ?? null}, ${event.until ?? null}, ${event.note ?? null})`)

/** The course of a task, latest first. */
export const eventsOfTask = (db: Db, task: number) =>
  db.rows<{
    id: number
    kind: TaskEventKind
    on: CalendarDate
    person: string | null
    from: string | null
    to: string | null
    outcome: string | null
    until: CalendarDate | null
    note: string | null
  }>(sql`
    select e.id, e.kind, e.happened_on as on, p.name as person, f.name as from, t.name as to, e.outcome, e.until, e.note
    from task_event e
    left join person p on p.organization_id = e.organization_id and p.id = e.person_id
    left join person f on f.organization_id = e.organization_id and f.id = e.from_person_id
    left join person t on t.organization_id = e.organization_id and t.id = e.to_person_id
    where e.organization_id = current_organization() and e.task_id = ${task}
    order by e.id desc limit 50`)
