import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError, notFound } from '../platform/http/app-error.ts'
import { snooze } from './act-queries.ts'
import { addTaskEvent } from './task-events.ts'

/** Put off to a day to come; 404 for a task that has ended. */
export async function snoozeTask(
  db: Db,
  task: number,
  { until, today }: { readonly until: CalendarDate; readonly today: CalendarDate },
): Promise<void> {
  if (until <= today) throw inThePast()
  if ((await snooze(db, task, until)) === 0) throw notFound()
  await addTaskEvent(db, { task, kind: 'snoozed', on: today, until })
  await recordInJournal(db, { act: 'task.snoozed', thing: 'task', thingId: task, details: { until } })
}

const inThePast = (): AppError =>
  new AppError('dateInThePast', 400, { fr: 'Choisissez un jour à venir.', en: 'Choose a day in the future.' })
