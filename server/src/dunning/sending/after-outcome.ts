import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { JournalAct } from '@quittance/core/people/journal-acts.ts'
import { addExchange } from '../../customers/exchanges.ts'
import { refuseAddress } from '../../customers/refuse-address.ts'
import { refuseNumbers } from '../../customers/refuse-number.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { explainUnwritten } from '../../platform/mail/explain-outcome.ts'
import { isDeadAddress } from '../../platform/mail/read-refusal.ts'
import type { RefusedRecipient, SendOutcome } from '../../platform/mail/smtp-outcome.ts'
import { askForContact } from '../../tasks/child-tasks.ts'
import { addFailureTask, addNeedTasks } from '../../tasks/step-tasks.ts'
import { channels } from '../channels/channels.ts'
import { houseLanguage } from '../house-language.ts'
import type { BuiltMessage } from '../messages/build-message.ts'
import { type ReminderHead, reminderHead } from '../messages/queries.ts'
import { cancelWaiting } from '../reminders/act-queries.ts'
import { decideCustomers } from '../run/decide-customers.ts'
import { loadRunContext, type RunContext } from '../run/run-context.ts'
import { type Claim, stateUnder } from './claims.ts'
import { cancelClaimed, climb, markFailed, markSent, markUncertain, retryLater } from './outbox.ts'
import type { Sent } from './send-reminder.ts'

interface Ended {
  readonly claim: Claim
  readonly head: ReminderHead
  readonly message: BuiltMessage
  readonly outcome: SendOutcome
}

interface Concluded extends Ended {
  /** What happened, in the words shown to a person of the house. */
  readonly sentence: string
  readonly nowMs: number
  readonly run: RunContext
}

/** Waits before the second, third and fourth try, in minutes; after that the message has failed. */
const waits = [15, 60, 720]

/** Writes what became of a message, with all that follows from it, in one transaction. */
export async function concludeOutcome(db: Db, ended: Ended, nowMs: number, run: RunContext): Promise<Sent> {
  const { claim, head, outcome } = ended
  const state = await stateUnder(db, claim)
  if (state === null) return 'notOurs'
  const wait = waits[claim.attempt - 1]
  const sentence = channels[head.channel].explain(outcome, await houseLanguage(db), wait === undefined)
  const done = { ...ended, sentence, nowMs, run }
  if (outcome.kind === 'accepted') {
    // Somebody said meanwhile that it had not left: the server knows better, and what took its place must not leave too.
    if (state === 'failed') await cancelWaiting(db, head.customer, head.legalEntity)
    await markSent(db, claim, outcome.reply, nowMs)
    await afterDeparture(db, { ...done, today: run.today })
    const dead = outcome.refused.filter(isDeadAddress)
    await refuse(db, done, dead)
    if (dead.length > 0) await addNeedTasks(db, [need(head, run, 'correctAddress')], run.today)
    return 'sent'
  }
  if (state === 'failed') return 'notOurs'
  if (outcome.kind === 'uncertain') {
    await markUncertain(db, claim, sentence)
    await journal(db, done, 'reminder.uncertain')
    await decideCustomers(db, [head.customer], run)
    await addNeedTasks(db, [need(head, run, 'resolveUncertain')], run.today)
    return 'uncertain'
  }
  const transient = outcome.kind === 'temporary' || (outcome.kind === 'notConnected' && outcome.transient)
  if (transient && wait !== undefined) {
    await retryLater(db, claim, sentence, nowMs + wait * 60_000)
    return 'later'
  }
  return giveUp(db, done)
}

/** Nothing left and nothing will by itself: shown, and a person is asked. The rung is not climbed. */
async function giveUp(db: Db, done: Concluded): Promise<Sent> {
  const { claim, head, outcome, sentence, run } = done
  const isAddress = outcome.kind === 'permanent' && outcome.scope === 'address'
  await markFailed(db, claim, sentence, isAddress ? 'badContact' : 'notSent')
  await journal(db, done, 'reminder.failed')
  if (!isAddress) {
    await addFailureTask(db, failure(head, run, sentence))
    return 'failed'
  }
  const dead = outcome.refused.filter(isDeadAddress)
  await refuse(db, done, dead.length > 0 ? dead : everybody(done.message, outcome))
  // With another way to reach them it is proposed again; a person is asked for a better address all the same.
  await decideCustomers(db, [head.customer], run)
  if (head.channel === 'sms') await askForNumbers(db, done)
  else await addNeedTasks(db, [need(head, run, 'correctAddress')], run.today)
  return 'failed'
}

/** The number is wrong for calls too: asked for until it is another one, also where an e-mail took the place of the SMS. */
async function askForNumbers(db: Db, { head, message, sentence, run }: Concluded): Promise<void> {
  const { customer, customerName: name, legalEntity } = head
  for (const { contact } of message.to) {
    if (contact === null) continue
    const about = { customer, contact, note: sentence, today: run.today }
    await askForContact(db, { id: null, customer: { id: customer, name }, legalEntity }, about)
  }
}

const everybody = (message: BuiltMessage, { reply, detail }: Extract<SendOutcome, { kind: 'permanent' }>) =>
  message.to.map((one): RefusedRecipient => ({ address: one.address, code: 550, enhanced: null, reply, detail }))

/** Nothing goes there any more until somebody corrects it; each address keeps the server's own words. */
async function refuse(db: Db, { head, run, message }: Concluded, refused: readonly RefusedRecipient[]): Promise<void> {
  if (head.channel === 'sms') {
    await refuseNumbers(
      db,
      message.to.flatMap(({ contact }) => contact ?? []),
    )
    return
  }
  for (const { address, reply } of refused) await refuseAddress(db, head.customer, [address], run.today, reply)
}

/** The facts are there and the message is not: its words could not be made. Later, then shown with a task. */
export async function concludeUnwritten(db: Db, claim: Claim, error: unknown, nowMs: number): Promise<void> {
  if ((await stateUnder(db, claim)) !== 'sending') return
  const head = await reminderHead(db, claim.id)
  if (!head) return
  const sentence = explainUnwritten(error instanceof Error ? error.message : String(error), await houseLanguage(db))
  const wait = waits[claim.attempt - 1]
  if (wait !== undefined) {
    await retryLater(db, claim, sentence, nowMs + wait * 60_000)
    return
  }
  const run = await loadRunContext(db, nowMs)
  await markFailed(db, claim, sentence, 'notSent')
  await addFailureTask(db, failure(head, run, sentence))
}

/** Nobody is left to write to: never silence, a person is asked for an address. */
export async function cancelForAddress(db: Db, claim: Claim, head: ReminderHead, run: RunContext): Promise<void> {
  await cancelClaimed(db, claim, 'badContact')
  await decideCustomers(db, [head.customer], run)
  await addNeedTasks(db, [need(head, run, 'correctAddress')], run.today)
}

/** Its text has a hole for this customer: kept back, shown with the reason, and a person is asked; no rung is climbed. */
export async function cancelForGap(
  db: Db,
  claim: Claim,
  head: ReminderHead,
  run: RunContext,
  sentence: string,
): Promise<void> {
  await markFailed(db, claim, sentence, 'noValue')
  await addFailureTask(db, failure(head, run, sentence))
}

/** The message left: its rungs are climbed, it counts as a contact, and the next step is decided. */
export async function afterDeparture(
  db: Db,
  done: {
    head: ReminderHead
    message: { subject: string; text: string; to: readonly { contact: number | null }[] }
    today: CalendarDate
    run: RunContext
  },
): Promise<void> {
  const { head, message, today } = done
  await climb(db, head.id, today)
  await addExchange(db, {
    customer: head.customer,
    kind: head.channel,
    happenedOn: today,
    summary: head.channel === 'sms' ? message.text : message.subject,
    countsAsContact: head.about !== 'copy',
    contact: message.to[0]?.contact ?? null,
    reminder: head.id,
  })
  await recordInJournal(db, { act: 'reminder.sent', thing: 'reminder', thingId: head.id, customerId: head.customer })
  await decideCustomers(db, [head.customer], done.run)
}

const journal = (db: Db, { head, sentence }: Concluded, act: JournalAct) =>
  recordInJournal(db, { act, thing: 'reminder', thingId: head.id, customerId: head.customer, details: { sentence } })

/** Of the task that shows a message which could not leave, with the words that say why. */
const failure = (head: ReminderHead, run: RunContext, note: string) => ({
  customer: head.customer,
  legalEntity: head.legalEntity,
  assignee: head.collector ?? run.people.collector,
  reminder: head.id,
  note,
  today: run.today,
})

const need = (head: ReminderHead, run: RunContext, kind: 'correctAddress' | 'resolveUncertain') => ({
  customer: head.customer,
  legalEntity: head.legalEntity,
  kind,
  assignee: head.collector ?? run.people.collector,
})
