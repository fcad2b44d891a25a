import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { addDays } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { addWorkingDays } from '@quittance/core/calendar/working-days.ts'
import { sumByCurrency } from '@quittance/core/money/money.ts'
import { addExchange, removeExchangesOfTask } from '../customers/exchanges.ts'
import { pauseCustomer, resumeCustomer, updateCustomer } from '../customers/queries.ts'
import { type DisputeReason, openDispute, resolveDispute } from '../disputes/open-dispute.ts'
import { pauseItems, resumeItems } from '../invoices/queries.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import { notePromise, withdrawPromise } from '../promises/note-promise.ts'
import { closeTask, comeBack, itemsOfTask, type Made, reopen, type TaskRecord, taskById } from './queries.ts'
import type { TaskContext } from './task-context.ts'

export interface Outcome {
  readonly outcome: 'done' | 'dropped' | 'promises' | 'notReached' | 'saysPaid' | 'disputes'
  readonly note: string | null
  readonly promisedFor?: CalendarDate | undefined
  readonly disputeReason?: string | undefined
  readonly decision?: 'continue' | 'handOver' | 'plan' | 'writeOff' | 'wait' | undefined
}

/** Working days after which a call nobody answered comes back. */
const callAgainAfter = 2
/** Working days during which « dit avoir payé » keeps reminders back. */
const paymentTravels = 5
const waitDays = 30

/**
 * What came of a task. It closes the task, writes what it means elsewhere (promise, dispute, pause, hand-over), climbs
 * the rungs of a step that was done or set aside, and answers what happens next. One transaction.
 */
export async function endTask(
  db: Db,
  id: number,
  told: Outcome,
  { today, language, context }: { today: CalendarDate; language: 'fr' | 'en'; context: TaskContext },
): Promise<string> {
  const task = found(await taskById(db, id, today))
  if (told.outcome === 'notReached') return notReached(db, task, told, { today, language, context })
  const made = await consequences(db, task, told, today)
  const state = told.outcome === 'dropped' ? 'dropped' : 'done'
  const outcome = told.decision ?? told.outcome
  const closed = await closeTask(db, id, { state, outcome, made, atMs: context.nowMs() })
  if (!closed) throw alreadyEnded()
  if (task.stepKey !== null) await context.climbWithTask(db, id, state === 'dropped' ? 'setAside' : 'done', today)
  if (task.customer && state === 'done') await writeExchange(db, task, told, today)
  await recordInJournal(db, {
    act: `task.${state}`,
    thing: 'task',
    thingId: id,
    details: { outcome, kind: task.kind },
    ...(task.customer ? { customerId: task.customer.id } : {}),
  })
  if (task.customer) await context.factsChanged(db, [task.customer.id])
  return sentenceFor(told, today, language)
}

/** Undo: the task is to be done again, and what its outcome wrote is taken back. */
export async function reopenTask(db: Db, id: number, today: CalendarDate, context: TaskContext): Promise<void> {
  const { customer, made } = found(await reopen(db, id))
  await removeExchangesOfTask(db, id)
  await context.climbDown(db, id)
  const quiet = { today, factsChanged: async () => {} }
  for (const promise of made.promises ?? []) await withdrawPromise(db, promise, quiet)
  if (made.dispute !== undefined) await resolveDispute(db, made.dispute, 'undone', quiet)
  if (made.pausedItems) await resumeItems(db, made.pausedItems)
  if (customer !== null && made.handedOver) await updateCustomer(db, customer, { handedOverOn: null })
  if (customer !== null && made.pausedCustomer) await resumeCustomer(db, customer)
  await recordInJournal(db, {
    act: 'task.reopened',
    thing: 'task',
    thingId: id,
    ...(customer ? { customerId: customer } : {}),
  })
  if (customer !== null) await context.factsChanged(db, [customer])
}

async function notReached(
  db: Db,
  task: TaskRecord,
  told: Outcome,
  { today, language, context }: { today: CalendarDate; language: 'fr' | 'en'; context: TaskContext },
): Promise<string> {
  const until = addWorkingDays(today, callAgainAfter)
  if (!(await comeBack(db, task.id, until))) throw alreadyEnded()
  if (task.customer) {
    await addExchange(db, {
      customer: task.customer.id,
      kind: 'call',
      happenedOn: today,
      outcome: 'notReached',
      countsAsContact: false,
      task: task.id,
      summary: told.note ?? (language === 'fr' ? 'Appel sans réponse' : 'No answer'),
    })
  }
  await recordInJournal(db, {
    act: 'task.notReached',
    thing: 'task',
    thingId: task.id,
    details: { until },
    ...(task.customer ? { customerId: task.customer.id } : {}),
  })
  if (task.customer) await context.factsChanged(db, [task.customer.id])
  return language === 'fr'
    ? `Vous rappellerez le ${formatDate(until, 'fr')}, à l’autre moitié de la journée.`
    : `You will call again on ${formatDate(until, 'en')}, at the other half of the day.`
}

/** What the outcome means for other words; remembered with the task, so that undo takes it back. */
async function consequences(db: Db, task: TaskRecord, told: Outcome, today: CalendarDate): Promise<Made> {
  const customer = task.customer?.id
  if (customer === undefined) return {}
  const quiet = { today, factsChanged: async () => {} }
  const items = await itemsOfTask(db, task.id, today)
  const ids = items.map((item) => item.id)
  if (told.outcome === 'promises') {
    const promisedFor = told.promisedFor
    if (!promisedFor) throw missing('promisedFor', 'Donnez la date promise.', 'Give the promised date.')
    const promises: number[] = []
    for (const amount of sumByCurrency(task.amounts)) {
      const some = items.filter((item) => item.currency === amount.currency).map((item) => item.id)
      promises.push(await notePromise(db, { customer, promisedFor, amount, items: some, note: told.note }, quiet))
    }
    return { promises }
  }
  if (told.outcome === 'disputes') {
    const reason = (told.disputeReason ?? 'other') as DisputeReason
    if (items.length === 0) return {}
    return { dispute: await openDispute(db, { customer, items: ids, reason, note: told.note, owner: null }, quiet) }
  }
  if (told.outcome === 'saysPaid' && items.length > 0) {
    await pauseItems(db, ids, {
      on: today,
      until: addWorkingDays(today, paymentTravels),
      note: 'Le client dit avoir payé',
    })
    return { pausedItems: ids }
  }
  if (told.decision === 'handOver') {
    await updateCustomer(db, customer, { handedOverOn: today })
    return { handedOver: true }
  }
  if (told.decision === 'wait' || told.decision === 'plan') {
    await pauseCustomer(db, customer, { on: today, until: addDays(today, waitDays), note: told.note })
    return { pausedCustomer: true }
  }
  return {}
}

/** A call or a letter is a contact; what the house decides is not. */
async function writeExchange(db: Db, task: TaskRecord, told: Outcome, today: CalendarDate): Promise<void> {
  const kind = task.kind === 'call' || task.kind === 'letter' ? task.kind : null
  if (!task.customer || (kind === null && told.note === null)) return
  await addExchange(db, {
    customer: task.customer.id,
    kind: kind ?? 'note',
    happenedOn: today,
    outcome: told.outcome === 'done' || told.outcome === 'dropped' ? null : told.outcome,
    countsAsContact: kind !== null,
    task: task.id,
    summary: told.note ?? '',
  })
}

function sentenceFor(told: Outcome, today: CalendarDate, language: 'fr' | 'en'): string {
  const fr = language === 'fr'
  if (told.outcome === 'promises' && told.promisedFor) {
    const day = formatDate(told.promisedFor, language)
    return fr
      ? `Promesse notée : rien ne part jusqu’au ${day} compris.`
      : `Promise noted: nothing goes out until ${day} included.`
  }
  if (told.outcome === 'saysPaid') {
    const day = formatDate(addWorkingDays(today, paymentTravels), language)
    return fr ? `Les relances attendent le virement jusqu’au ${day}.` : `Reminders wait for the transfer until ${day}.`
  }
  if (told.outcome === 'disputes')
    return fr
      ? 'Litige ouvert : ces factures ne sont plus relancées.'
      : 'Dispute opened: these invoices are no longer chased.'
  return fr ? 'Fait.' : 'Done.'
}

const missing = (field: string, fr: string, en: string): AppError =>
  new AppError('missingField', 400, { fr, en }, { field })
const alreadyEnded = (): AppError =>
  new AppError('taskEnded', 409, {
    fr: 'Cette action est déjà terminée : rechargez la liste.',
    en: 'This task has already ended: reload the list.',
  })
