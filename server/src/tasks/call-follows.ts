import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { addWorkingDays } from '@quittance/core/calendar/working-days.ts'
import { minutesInZone } from '@quittance/core/calendar/zone-day.ts'
import { nextTry } from '@quittance/core/tasks/next-try.ts'
import type { Db } from '../platform/database/db.ts'
import type { TaskRecord } from './queries.ts'
import type { CallDesk } from './task-context.ts'
import { collectorFor, taskRules } from './task-rules.ts'

interface Call {
  readonly task: TaskRecord
  readonly customer: number
  readonly items: readonly number[]
  readonly today: CalendarDate
  readonly nowMs: number
  readonly desk: CallDesk
}

/** What each outcome of a call leads to, so that the screen says it before one is chosen. */
export async function callFollows(db: Db, { task, customer, items, today, nowMs, desk }: Call) {
  const rules = await taskRules(db)
  const minute = minutesInZone(nowMs, rules.timeZone)
  const copy = await desk.copyFacts(db, { customer, items })
  return {
    next: nextTry({ tries: task.tries, minute, today }, rules),
    mostTries: rules.callTries,
    isStep: task.stepKey !== null,
    until: addWorkingDays(today, rules.paymentSearchDays, rules),
    collector: (await collectorFor(db, customer))?.name ?? null,
    copy: { attached: [...copy.attached], missing: [...copy.missing], leaves: copy.leaves },
  }
}
