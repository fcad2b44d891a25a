import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { HalfDay } from '@quittance/core/tasks/next-try.ts'
import type { ContactMarks } from '../customers/mark-contact.ts'
import type { CustomerPause } from '../customers/queries.ts'
import type { ItemPause } from '../invoices/queries.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type { TaskRecord } from './queries.ts'

export interface NewTask {
  readonly kind: 'call' | 'other'
  readonly title: string
  readonly customer: number | null
  readonly dueOn: CalendarDate
  readonly assignee: number | null
  readonly note: string | null
}

/** By the person of the scope. */
export const addTask = (db: Db, task: NewTask): Promise<{ id: number }> =>
  db.one(sql`
    insert into task (organization_id, kind, title, customer_id, due_on, assignee_id, note, created_by)
    values (current_organization(), ${task.kind}, ${task.title}, ${task.customer}, ${task.dueOn}, ${task.assignee}, ${task.note}, current_person())
    returning id`)

/** todo or snoozed → done or dropped; null when somebody was quicker. */
export const closeTask = (
  db: Db,
  id: number,
  ended: { state: 'done' | 'dropped'; outcome: string; made: Made; tries: number; atMs: number },
) =>
  db.maybe<{ customer: number | null; stepKey: string | null }>(sql`
    update task set state = ${ended.state}, outcome = ${ended.outcome}, made = ${sql.json(ended.made)}::jsonb, tries = ${ended.tries},
      ended_by = current_person(), ended_at = ${sql.instant(ended.atMs)}
    where organization_id = current_organization() and id = ${id} and state in ('todo', 'snoozed')
    returning customer_id as customer, step_key as "stepKey"`)

/** Not reached: the same task comes back that day, with what was tried. */
export const comeBack = (
  db: Db,
  before: Pick<TaskRecord, 'id' | 'tries' | 'nextHalf' | 'snoozedUntil'>,
  back: {
    readonly attempt: number
    readonly on: CalendarDate
    readonly half: HalfDay
    readonly exchange: number | null
  },
) => {
  const { tries, nextHalf, snoozedUntil } = before
  const made: Made = { tries, nextHalf, snoozedUntil, ...(back.exchange !== null && { exchange: back.exchange }) }
  return db.maybe<{ customer: number | null }>(sql`
    update task set state = 'snoozed', snoozed_until = ${back.on}, outcome = 'notReached', tries = ${back.attempt}, next_half = ${back.half},
      made = ${sql.json(made)}::jsonb
    where organization_id = current_organization() and id = ${before.id} and state in ('todo', 'snoozed') and tries = ${tries}
    returning customer_id as customer`)
}

/** What an outcome that did not end the task made elsewhere. */
export const rememberMade = (db: Db, id: number, made: Made): Promise<number> =>
  db.run(sql`
    update task set made = ${sql.json(made)}::jsonb, outcome = 'wrongContact' where organization_id = current_organization() and id = ${id}`)

/** What an outcome wrote, and what it took the place of: all that undoing it needs. */
export interface Made {
  readonly promises?: readonly number[]
  readonly plan?: number
  readonly dispute?: number
  /** How these items were paused before; null: not at all. */
  readonly pauses?: readonly ItemPause[]
  /** How its customer was paused before. */
  readonly customerPause?: CustomerPause
  readonly handover?: number
  readonly writeOffs?: readonly number[]
  /** Tasks it asked for. */
  readonly children?: readonly number[]
  /** Copies of invoices, as messages. */
  readonly copies?: readonly number[]
  readonly contact?: ContactMarks
  readonly exchange?: number
  /** As they were before it. */
  readonly tries?: number
  readonly nextHalf?: HalfDay | null
  readonly snoozedUntil?: CalendarDate | null
}

/** An ended or postponed task is to be done again; answers what its outcome had made. */
export async function reopen(
  db: Db,
  id: number,
): Promise<{ customer: number | null; made: Made; wasEnded: boolean } | null> {
  const before = await db.maybe<{ customer: number | null; made: Made; wasEnded: boolean }>(sql`
    select customer_id as customer, made, state in ('done', 'dropped') as "wasEnded" from task
    where organization_id = current_organization() and id = ${id} and (state in ('done', 'dropped', 'snoozed') or made <> '{}') for update`)
  if (!before) return null
  await dropTwin(db, id)
  const { tries, nextHalf, snoozedUntil = null } = before.made
  await db.run(sql`
    update task set state = case when ${snoozedUntil}::date is null then 'todo' else 'snoozed' end, outcome = null, made = '{}',
      because = case when because in ('found', 'corrected') then null else because end,
      ended_by = null, ended_at = null, snoozed_until = ${snoozedUntil}, tries = coalesce(${tries ?? null}::int, tries),
      next_half = ${nextHalf === undefined ? sql`next_half` : sql`${nextHalf}`}
    where organization_id = current_organization() and id = ${id}`)
  return before
}

/**
 * What was ticked while its cause stood came back under another number: one of the two is enough. Of a task that comes
 * back by itself the next one gives way, for nobody has done anything about it.
 */
async function dropTwin(db: Db, id: number): Promise<void> {
  await db.run(sql`
    update task t set state = 'dropped', because = 'settled', ended_at = moment(), ended_by = current_person()
    from task one
    where one.organization_id = current_organization() and one.id = ${id} and t.organization_id = one.organization_id
      and t.customer_id = one.customer_id and t.kind = one.kind and t.id <> one.id and t.state in ('todo', 'snoozed')
      and t.kind in ('correctAddress', 'allocateCredit', 'resolveUncertain')`)
  await db.run(sql`
    delete from task t using task one
    where one.organization_id = current_organization() and one.id = ${id} and t.organization_id = one.organization_id
      and t.recurrence_id = one.recurrence_id and t.id <> one.id and t.state in ('todo', 'snoozed')`)
}

/** The payment plan that the outcome of this task agreed on. */
export const planMadeBy = async (db: Db, id: number): Promise<number | null> =>
  (
    await db.one<{ plan: number | null }>(sql`
      select (made ->> 'plan')::bigint as plan from task where organization_id = current_organization() and id = ${id}`)
  ).plan

/** Later; what an earlier try wrote stays, whatever becomes of this. */
export const snooze = (db: Db, id: number, until: CalendarDate): Promise<number> =>
  db.run(sql`
    update task set state = 'snoozed', snoozed_until = ${until},
      made = jsonb_build_object('snoozedUntil', case when state = 'snoozed' then snoozed_until end)
    where organization_id = current_organization() and id = ${id} and state in ('todo', 'snoozed')`)
