import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Occurrence, Recurrence } from '@quittance/core/tasks/recurrence.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'

export interface RecurrenceRow {
  readonly id: number
  readonly kind: 'call' | 'other'
  readonly title: string
  readonly note: string | null
  readonly customer: { readonly id: number; readonly name: string } | null
  readonly assignee: { readonly id: number; readonly name: string } | null
  readonly unit: 'week' | 'month'
  readonly every: number
  readonly weekday: number | null
  readonly monthDay: number | null
  readonly startsOn: CalendarDate
  /** The latest day of the rule for which a task was made. */
  readonly last: CalendarDate | null
  readonly open: { readonly task: number; readonly day: CalendarDate; readonly dueOn: CalendarDate } | null
  readonly doneTimes: number
  readonly missedTimes: number
}

const running = (among: Sql): Sql => sql`
  select r.id, r.kind, r.title, r.note, r.unit, r.every, r.weekday, r.month_day as "monthDay", r.starts_on as "startsOn",
    case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end as customer,
    case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as assignee,
    o.last, coalesce(o.done, 0)::int as "doneTimes", coalesce(o.missed, 0)::int as "missedTimes",
    (select json_build_object('task', t.id, 'day', t.occurrence_on, 'dueOn', t.due_on) from task t
      where t.organization_id = r.organization_id and t.recurrence_id = r.id and t.state in ('todo', 'snoozed')) as open
  from task_recurrence r
  left join customer c on c.organization_id = r.organization_id and c.id = r.customer_id
  left join person p on p.organization_id = r.organization_id and p.id = r.assignee_id
  left join lateral (
    select max(t.occurrence_on) as last, count(*) filter (where t.state = 'done') as done, count(*) filter (where t.because = 'overtaken') as missed
    from task t where t.organization_id = r.organization_id and t.recurrence_id = r.id) o on true
  where r.organization_id = current_organization() and ${among}
  order by r.title, r.id`

/** Those that nobody stopped, by name. */
export const runningRecurrences = (db: Db): Promise<RecurrenceRow[]> =>
  db.rows<RecurrenceRow>(running(sql`r.stopped_on is null`))

/** Null where somebody stopped it. */
export const recurrenceById = (db: Db, id: number): Promise<RecurrenceRow | null> =>
  db.maybe<RecurrenceRow>(running(sql`r.id = ${id} and r.stopped_on is null`))

/** Held until the transaction ends: of two servers, one makes the next task and the other finds it there. */
export const lockRecurrence = async (db: Db, id: number): Promise<boolean> =>
  (await db.maybe(sql`
    select id from task_recurrence where organization_id = current_organization() and id = ${id} and stopped_on is null for update`)) !==
  null

export interface NewRecurrence {
  readonly kind: 'call' | 'other'
  readonly title: string
  readonly note: string | null
  readonly customer: number | null
  readonly assignee: number | null
  readonly unit: 'week' | 'month'
  readonly every: number
  readonly weekday: number | null
  readonly monthDay: number | null
  readonly startsOn: CalendarDate
}

/** By the person of the scope; its first task is made apart. */
export const insertRecurrence = (db: Db, given: NewRecurrence): Promise<{ id: number }> =>
  db.one(sql`
    insert into task_recurrence (organization_id, kind, title, note, customer_id, assignee_id, unit, every, weekday, month_day, starts_on, created_by)
    values (current_organization(), ${given.kind}, ${given.title}, ${given.note}, ${given.customer}, ${given.assignee}, ${given.unit}, ${given.every},
      ${given.weekday}, ${given.monthDay}, ${given.startsOn}, current_person())
    returning id`)

/** The task of one time; nothing when it is there already. In nobody's hands, for all to see, once its owner has left. */
export const insertOccurrence = (db: Db, recurrence: number, { day, dueOn }: Occurrence) =>
  db.maybe<{ id: number }>(sql`
    insert into task (organization_id, kind, title, note, customer_id, assignee_id, due_on, because, recurrence_id, occurrence_on, created_by)
    select r.organization_id, r.kind, r.title, r.note, r.customer_id, p.id, ${dueOn}, 'recurring', r.id, ${day}, r.created_by
    from task_recurrence r
    left join person p on p.organization_id = r.organization_id and p.id = r.assignee_id and p.is_active
    where r.organization_id = current_organization() and r.id = ${recurrence}
    on conflict do nothing returning id`)

/** Its day went by and the next one has come: it was not done, and the history says so. */
export const overtakeOccurrence = (db: Db, task: number): Promise<number> =>
  db.run(sql`
    update task set state = 'dropped', because = 'overtaken', ended_at = moment(), ended_by = null
    where organization_id = current_organization() and id = ${task} and state in ('todo', 'snoozed')`)

/** Stopped: a time that is still ahead is not made at all; one whose day has come remains to be done. */
export async function stopRecurrence(db: Db, id: number, on: CalendarDate): Promise<{ title: string } | null> {
  const stopped = await db.maybe<{ title: string }>(sql`
    update task_recurrence set stopped_on = ${on}, stopped_by = current_person()
    where organization_id = current_organization() and id = ${id} and stopped_on is null returning title`)
  if (!stopped) return null
  await db.run(sql`
    delete from task where organization_id = current_organization() and recurrence_id = ${id} and state in ('todo', 'snoozed') and due_on > ${on}`)
  return stopped
}

/** Null where nobody stopped it. */
export const resumeRecurrence = (db: Db, id: number) =>
  db.maybe<{ title: string }>(sql`
    update task_recurrence set stopped_on = null, stopped_by = null
    where organization_id = current_organization() and id = ${id} and stopped_on is not null returning title`)

/** The rule of a row, as the calendar of tasks reads it. */
export function ruleOf(row: Pick<RecurrenceRow, 'unit' | 'every' | 'weekday' | 'monthDay' | 'startsOn'>): Recurrence {
  const { every, startsOn } = row
  if (row.unit === 'week' && row.weekday !== null) return { unit: 'week', every, startsOn, weekday: row.weekday }
  if (row.unit === 'month' && row.monthDay !== null) return { unit: 'month', every, startsOn, monthDay: row.monthDay }
  throw new Error('A recurrence has a weekday or a day of the month.')
}
