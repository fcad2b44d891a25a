import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { nextOccurrence, overtaking } from '@quittance/core/tasks/recurrence.ts'
import { recordInJournal } from '../people/journal.ts'
import { forWholeHouse } from '../people/whole-house.ts'
import type { Db } from '../platform/database/db.ts'
import { found } from '../platform/http/app-error.ts'
import {
  insertOccurrence,
  insertRecurrence,
  lockRecurrence,
  type NewRecurrence,
  overtakeOccurrence,
  type RecurrenceRow,
  recurrenceById,
  resumeRecurrence,
  ruleOf,
  runningRecurrences,
  stopRecurrence,
} from './recurrence-queries.ts'
import { type TaskRules, taskRules } from './task-rules.ts'

/** A task that comes back; the first time is made at once. Answers the recurrence. */
export async function addRecurrence(db: Db, given: NewRecurrence, today: CalendarDate): Promise<RecurrenceRow> {
  const { id } = await insertRecurrence(db, given)
  await recordInJournal(db, {
    act: 'task.recurring',
    thing: 'task_recurrence',
    thingId: id,
    details: { title: given.title, unit: given.unit, every: given.every },
    ...(given.customer ? { customerId: given.customer } : {}),
  })
  await makeNext(db, id, today)
  return found(await recurrenceById(db, id))
}

/** The next time, when none is open: asked when a task of the series has ended. */
export const makeNext = (db: Db, id: number, today: CalendarDate): Promise<void> =>
  forWholeHouse(db, async () => {
    if (!(await lockRecurrence(db, id))) return
    const row = await recurrenceById(db, id)
    if (row) await keepOne(db, row, { today, rules: await taskRules(db) })
  })

/**
 * Once a day: the day of a next time has come, or none is open. However long nobody asked, each series has one task
 * open at most; one whose successor's day has come was not done and gives way to it.
 */
export const keepRecurrences = (db: Db, today: CalendarDate): Promise<number> =>
  forWholeHouse(db, async () => {
    const rules = await taskRules(db)
    let made = 0
    for (const { id } of await runningRecurrences(db)) {
      if (!(await lockRecurrence(db, id))) continue
      const row = await recurrenceById(db, id)
      if (row) made += await keepOne(db, row, { today, rules })
    }
    return made
  })

async function keepOne(
  db: Db,
  row: RecurrenceRow,
  { today, rules }: { readonly today: CalendarDate; readonly rules: TaskRules },
): Promise<number> {
  const rule = ruleOf(row)
  const next = row.open ? overtaking(rule, row.open.day, today, rules) : nextOccurrence(rule, row.last, today, rules)
  if (next === null) return 0
  if (row.open) await overtakeOccurrence(db, row.open.task)
  return (await insertOccurrence(db, row.id, next)) ? 1 : 0
}

/** It comes back no more; 404 where it was stopped before. */
export async function endRecurrence(db: Db, id: number, today: CalendarDate): Promise<void> {
  const { title } = found(await stopRecurrence(db, id, today))
  await recordInJournal(db, { act: 'task.recurringStopped', thing: 'task_recurrence', thingId: id, details: { title } })
}

/** Undo of the above. */
export async function takeUpRecurrence(db: Db, id: number, today: CalendarDate): Promise<void> {
  const { title } = found(await resumeRecurrence(db, id))
  await recordInJournal(db, { act: 'task.recurringResumed', thing: 'task_recurrence', thingId: id, details: { title } })
  await makeNext(db, id, today)
}
