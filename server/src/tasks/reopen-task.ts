import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { removeExchange, removeExchangesOfTask } from '../customers/exchanges.ts'
import type { FactsChanged } from '../customers/facts-changed.ts'
import { unmarkContact } from '../customers/mark-contact.ts'
import { restorePause } from '../customers/queries.ts'
import { undoDispute } from '../disputes/open-dispute.ts'
import { restorePauses } from '../invoices/queries.ts'
import { recordInJournal } from '../people/journal.ts'
import { forWholeHouse } from '../people/whole-house.ts'
import type { Db } from '../platform/database/db.ts'
import { found } from '../platform/http/app-error.ts'
import { stopPlan } from '../promises/agree-plan.ts'
import { undoPromise } from '../promises/note-promise.ts'
import { type Made, reopen } from './act-queries.ts'
import { dropChildren } from './child-tasks.ts'
import type { TaskContext } from './task-context.ts'
import { addTaskEvent } from './task-events.ts'

/** Undo: the task is to be done again, and what its outcome wrote is taken back. */
export async function reopenTask(db: Db, id: number, today: CalendarDate, context: TaskContext): Promise<void> {
  const { customer, made, wasEnded } = found(await reopen(db, id))
  if (made.exchange !== undefined) await removeExchange(db, made.exchange)
  else if (wasEnded) await removeExchangesOfTask(db, id)
  if (wasEnded) await context.climbDown(db, id)
  const touched = new Set(customer === null ? [] : [customer])
  const factsChanged: FactsChanged = async (_, customers) => {
    for (const one of customers) touched.add(one)
  }
  await forWholeHouse(db, () => takeBack(db, { customer, made, today, context, factsChanged }))
  await addTaskEvent(db, { task: id, kind: 'reopened', on: today })
  await recordInJournal(db, {
    act: 'task.reopened',
    thing: 'task',
    thingId: id,
    ...(customer ? { customerId: customer } : {}),
  })
  if (touched.size > 0) await context.factsChanged(db, [...touched])
}

interface Undone {
  readonly customer: number | null
  readonly made: Made
  readonly today: CalendarDate
  readonly context: TaskContext
  /** One decision for all customers comes after everything is taken back. */
  readonly factsChanged: FactsChanged
}

async function takeBack(db: Db, { customer, made, today, context, factsChanged }: Undone): Promise<void> {
  const quiet = { today, factsChanged }
  for (const promise of (made.promises ?? []).toReversed()) await undoPromise(db, promise, quiet)
  if (made.plan !== undefined) await stopPlan(db, made.plan, quiet)
  if (made.dispute !== undefined) await undoDispute(db, made.dispute, quiet)
  if (made.pauses) await restorePauses(db, made.pauses)
  if (made.children) await dropChildren(db, made.children)
  if (made.copies) await context.takeCopyBack(db, made.copies)
  if (made.contact) await unmarkContact(db, made.contact)
  if (made.handover !== undefined) await context.endHandover(db, made.handover, today)
  for (const one of made.writeOffs ?? []) await context.endWriteOff(db, one)
  if (customer !== null && made.customerPause) await restorePause(db, customer, made.customerPause)
}
