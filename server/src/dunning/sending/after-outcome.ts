import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { addExchange } from '../../customers/exchanges.ts'
import { refuseAddress } from '../../customers/refuse-address.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import type { SendOutcome } from '../../platform/mail/smtp-outcome.ts'
import { addFailureTask, addNeedTasks } from '../../tasks/step-tasks.ts'
import type { BuiltMessage } from '../messages/build-message.ts'
import type { ReminderHead } from '../messages/queries.ts'
import { decideCustomers } from '../run/decide-customers.ts'
import type { RunContext } from '../run/run-context.ts'
import { attemptsOf, climb, markFailed, markSent, markUncertain, retryLater } from './outbox.ts'
import type { Sent } from './send-reminder.ts'

interface Concluded {
  readonly head: ReminderHead
  readonly message: BuiltMessage
  readonly outcome: SendOutcome
  /** What happened, in the words shown to a person. */
  readonly sentence: string
  readonly nowMs: number
  readonly today: CalendarDate
  readonly run: RunContext
}

/** Waits before the second, third, fourth and fifth try, in minutes; after that the message has failed. */
const waits = [15, 60, 240, 720]

/** Writes what became of a message, with all that follows from it, in one transaction. */
export async function afterOutcome(db: Db, done: Concluded): Promise<Sent> {
  const { head, outcome, sentence } = done
  if (outcome.kind === 'accepted') {
    await recordDeparture(db, { ...done, reply: outcome.reply })
    const refused = outcome.refused.map((one) => one.address)
    if (refused.length > 0)
      await refuseAddress(db, head.customer, refused, done.today, outcome.refused[0]?.reply ?? sentence)
    return 'sent'
  }
  if (outcome.kind === 'uncertain') {
    await markUncertain(db, head.id, outcome.why)
    await journal(db, done, 'reminder.uncertain')
    await decideCustomers(db, [head.customer], done.run)
    await addNeedTasks(db, [need(done, 'resolveUncertain')], done.today)
    return 'uncertain'
  }
  const wait = waits[(await attemptsOf(db, head.id)) - 1]
  const transient = outcome.kind === 'temporary' || (outcome.kind === 'notConnected' && outcome.transient)
  if (transient && wait !== undefined) {
    await retryLater(db, head.id, sentence, done.nowMs + wait * 60_000)
    return 'later'
  }
  const isAddress = outcome.kind === 'permanent' && outcome.scope === 'address'
  await markFailed(db, head.id, sentence, isAddress ? 'badContact' : 'notSent')
  if (isAddress) {
    await refuseAddress(
      db,
      head.customer,
      done.message.to.map((one) => one.address),
      done.today,
      outcome.reply,
    )
    await addNeedTasks(db, [need(done, 'correctAddress')], done.today)
  } else
    await addFailureTask(db, { ...need(done, 'correctAddress'), reminder: head.id, note: sentence, today: done.today })
  await journal(db, done, 'reminder.failed')
  // The rung is not climbed: with another way to reach them it is proposed again, else a person is asked.
  if (isAddress) await decideCustomers(db, [head.customer], done.run)
  return 'failed'
}

/** The message left: its rungs are climbed, it counts as a contact, and the next step is decided. */
export async function recordDeparture(
  db: Db,
  done: {
    head: ReminderHead
    message: { subject: string; to: readonly { contact: number }[] }
    nowMs: number
    today: CalendarDate
    run: RunContext
    reply: string
  },
): Promise<void> {
  const { head, message, today } = done
  await markSent(db, head.id, done.reply, done.nowMs)
  await climb(db, head.id, today)
  await addExchange(db, {
    customer: head.customer,
    kind: 'email',
    happenedOn: today,
    summary: message.subject,
    countsAsContact: true,
    contact: message.to[0]?.contact ?? null,
    reminder: head.id,
  })
  await recordInJournal(db, { act: 'reminder.sent', thing: 'reminder', thingId: head.id, customerId: head.customer })
  await decideCustomers(db, [head.customer], done.run)
}

const journal = (db: Db, { head, sentence }: Concluded, act: string) =>
  recordInJournal(db, { act, thing: 'reminder', thingId: head.id, customerId: head.customer, details: { sentence } })

const need = ({ head, run }: Concluded, kind: 'correctAddress' | 'resolveUncertain') => ({
  customer: head.customer,
  legalEntity: head.legalEntity,
  kind,
  assignee: head.collector ?? run.people.collector,
})
