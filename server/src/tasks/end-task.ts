import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { minutesInZone } from '@quittance/core/calendar/zone-day.ts'
import { nextTry } from '@quittance/core/tasks/next-try.ts'
import { whatFollows } from '@quittance/core/tasks/what-follows.ts'
import { addExchange } from '../customers/exchanges.ts'
import type { FactsChanged } from '../customers/facts-changed.ts'
import { markContact } from '../customers/mark-contact.ts'
import { recordInJournal } from '../people/journal.ts'
import { forWholeHouse } from '../people/whole-house.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import { closeTask, comeBack, rememberMade } from './act-queries.ts'
import { askForContact } from './child-tasks.ts'
import { consequences } from './consequences.ts'
import type { Ending, Outcome } from './outcome.ts'
import { sentenceFor } from './outcome-words.ts'
import { type TaskRecord, taskById } from './queries.ts'
import { makeNext } from './recurrences.ts'
import { addTaskEvent } from './task-events.ts'
import { contactFor } from './task-panel.ts'
import { collectorFor, type TaskRules, taskRules } from './task-rules.ts'

/**
 * What came of a task. It closes the task (or brings it back, when nobody answered or it was the wrong contact), writes
 * what it means elsewhere, climbs the rungs of a step that was done or set aside, and answers what happens next. One
 * transaction.
 */
export async function endTask(db: Db, id: number, told: Outcome, ending: Ending): Promise<string> {
  const { today, context } = ending
  const task = found(await taskById(db, id, today))
  const rules = await taskRules(db)
  if (told.outcome === 'wrongContact') return wrongContact(db, task, told, ending)
  const tried = told.outcome === 'notReached' ? tryAfter(task, rules, ending) : null
  if (tried?.kind === 'again') return callAgain(db, task, told, { ...ending, tried, rules })
  // A task given to a rep may be about the customer of another one: its outcome is written all the same.
  const touched = new Set(task.customer ? [task.customer.id] : [])
  const factsChanged: FactsChanged = async (_, customers) => {
    for (const one of customers) touched.add(one)
  }
  const made = await forWholeHouse(db, () => consequences(db, task, { ...ending, told, rules, factsChanged }))
  const state = told.outcome === 'dropped' ? 'dropped' : 'done'
  const outcome = told.decision ?? told.outcome
  const sentence = await sentenceFor(db, { task, told, made, rules, tried, ...ending })
  const exchange = state === 'done' ? await writeExchange(db, task, told, today) : null
  const closed = await closeTask(db, id, {
    state,
    outcome,
    made: { ...made, ...(exchange !== null && { exchange }), ...(tried && { tries: task.tries }) },
    tries: tried?.attempt ?? task.tries,
    atMs: context.nowMs(),
  })
  if (!closed) throw alreadyEnded()
  const isDone = state === 'done' && !tried
  if (task.stepKey !== null) await context.climbWithTask(db, id, isDone ? 'done' : 'setAside', today)
  await addTaskEvent(db, { task: id, kind: 'ended', on: today, outcome, note: told.note })
  await recordInJournal(db, {
    act: `task.${state}`,
    thing: 'task',
    thingId: id,
    details: { outcome, kind: task.kind },
    ...(task.customer ? { customerId: task.customer.id } : {}),
  })
  if (task.recurrence !== null) await makeNext(db, task.recurrence, today)
  if (touched.size > 0) await context.factsChanged(db, [...touched])
  return sentence
}

const tryAfter = (task: TaskRecord, rules: TaskRules, { today, context }: Ending) =>
  nextTry({ tries: task.tries, minute: minutesInZone(context.nowMs(), rules.timeZone), today }, rules)

/** Nobody answered: the same task comes back, and knows how often it was tried. */
async function callAgain(
  db: Db,
  task: TaskRecord,
  told: Outcome,
  asked: Ending & { tried: Extract<ReturnType<typeof nextTry>, { kind: 'again' }>; rules: TaskRules },
): Promise<string> {
  const { today, language, context, tried } = asked
  const exchange = await writeExchange(db, task, told, today)
  const back = await comeBack(db, task, { ...tried, exchange })
  if (!back) throw alreadyEnded()
  await addTaskEvent(db, { task: task.id, kind: 'notReached', on: today, until: tried.on, note: told.note })
  await recordInJournal(db, {
    act: 'task.notReached',
    thing: 'task',
    thingId: task.id,
    details: { until: tried.on, attempt: tried.attempt },
    ...(task.customer ? { customerId: task.customer.id } : {}),
  })
  if (task.customer) await context.factsChanged(db, [task.customer.id])
  return whatFollows({ outcome: 'notReached', next: tried, isStep: task.stepKey !== null }, language).join(' ')
}

/** The number or the person is wrong: it is marked and somebody corrects it; the call is still to be made. */
async function wrongContact(
  db: Db,
  task: TaskRecord,
  told: Outcome,
  { today, language, context }: Ending,
): Promise<string> {
  if (task.state !== 'todo' && task.state !== 'snoozed') throw alreadyEnded()
  const customer = task.customer?.id
  const contact =
    customer === undefined ? null : await contactFor(db, customer, { refusedFirst: false, about: task.contact })
  const what = told.wrong ?? 'phone'
  if (customer === undefined || !contact) throw noContact()
  const reason = language === 'fr' ? 'Ce n’est pas la bonne personne' : 'Not the right person'
  const before = found(await markContact(db, { customer, contact: contact.id, what, on: today, reason }))
  const asked = await askForContact(db, task, { customer, contact: contact.id, note: told.note, today })
  const exchange = await writeExchange(db, task, told, today)
  const children = asked === null ? [] : [asked]
  await rememberMade(db, task.id, { contact: before, children, ...(exchange !== null && { exchange }) })
  await addTaskEvent(db, { task: task.id, kind: 'wrongContact', on: today, outcome: what, note: told.note })
  await recordInJournal(db, {
    act: 'task.wrongContact',
    thing: 'task',
    thingId: task.id,
    customerId: customer,
    details: { what, contact: contact.id },
  })
  await context.factsChanged(db, [customer])
  const corrector = (await collectorFor(db, customer))?.name ?? null
  return whatFollows({ outcome: 'wrongContact', what, corrector }, language).join(' ')
}

/** Outcomes after which nobody spoke with the customer. */
const unspoken: ReadonlySet<Outcome['outcome']> = new Set(['notReached', 'wrongContact'])

/** A call or a letter is a contact, unless nobody was there; what the house decides is none. Answers the exchange. */
async function writeExchange(db: Db, task: TaskRecord, told: Outcome, today: CalendarDate): Promise<number | null> {
  const kind = task.kind === 'call' || task.kind === 'letter' ? task.kind : null
  if (!task.customer || (kind === null && told.note === null)) return null
  const isPlain = told.outcome === 'done' || told.outcome === 'dropped' || told.outcome === 'notFound'
  const { id } = await addExchange(db, {
    customer: task.customer.id,
    kind: kind ?? 'note',
    happenedOn: today,
    outcome: isPlain ? null : (told.outcome as Exclude<Outcome['outcome'], 'done' | 'dropped' | 'notFound'>),
    countsAsContact: kind !== null && !unspoken.has(told.outcome),
    task: task.id,
    summary: told.note ?? '',
  })
  return id
}

const noContact = (): AppError =>
  new AppError('noContact', 409, {
    fr: 'Ce client n’a aucun contact\u00a0: ajoutez-en un sur sa fiche.',
    en: 'This customer has no contact: add one on their page.',
  })

const alreadyEnded = (): AppError =>
  new AppError('taskEnded', 409, {
    fr: 'Cette action est déjà terminée\u00a0: rechargez la liste.',
    en: 'This task has already ended: reload the list.',
  })
