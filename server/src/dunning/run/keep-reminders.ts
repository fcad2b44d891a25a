import { createHash, randomUUID } from 'node:crypto'
import { type Decision, sentAs, type Take } from '@quittance/core/dunning/decision.ts'
import { isMessage, type Step } from '@quittance/core/dunning/scenario.ts'
import type { Db } from '../../platform/database/db.ts'
import type { Decided } from './decide-customers.ts'
import {
  cancelReminders,
  followSteps,
  keepForChecking,
  letGoAgain,
  type NewReminder,
  type OnItsWay,
  queueReminders,
  type Relisted,
  relistByHand,
  relistReminders,
  remindersOnTheirWay,
  type StepSaid,
} from './reminder-queries.ts'
import type { RunContext } from './run-context.ts'

type Message = Take & { readonly insteadOfEmail: null }
const isSent = (decision: Decision): decision is Message => decision.kind === 'take' && isMessage(sentAs(decision))

/** Says what a message lists: two messages with one hash say the same items, amounts and rungs. */
export function hashOfItems(take: Take): string {
  const hash = createHash('sha1')
  for (const item of take.items) hash.update(`${item.item}:${item.amountDue.amount}:${item.climbs?.key ?? ''};`)
  for (const credit of take.credits) hash.update(`-${credit.amount}${credit.currency};`)
  return hash.digest('base64url')
}

/**
 * Brings the outbox in line with the decisions: a message that is due and not there is queued, one that no longer
 * says the truth is listed anew, one that must not leave is cancelled with its reason.
 */
export async function keepReminders(
  db: Db,
  customers: readonly number[],
  decided: readonly Decided[],
  run: RunContext,
): Promise<{ messages: number; cancelled: number }> {
  const rows = await remindersOnTheirWay(db, customers)
  const byParty = Map.groupBy(rows, (row) => `${row.customer}/${row.legalEntity}`)
  const queued: NewReminder[] = []
  const cancelled: { id: number; because: string }[] = []
  const relisted: Relisted[] = []
  const waiting: Waiting[] = []
  const followed: StepSaid[] = []
  for (const one of decided) {
    const there = byParty.get(`${one.situation.customer}/${one.situation.legalEntity}`) ?? []
    byParty.delete(`${one.situation.customer}/${one.situation.legalEntity}`)
    const next = compareWithOutbox(one, there)
    cancelled.push(...next.cancel)
    if (next.relist) relisted.push(next.relist)
    if (next.waits) waiting.push(next.waits)
    if (next.follows) followed.push(next.follows)
    if (next.queue) queued.push(newReminder(one, next.queue, run))
  }
  if (cancelled.length > 0) await cancelReminders(db, cancelled)
  if (relisted.length > 0) await relistReminders(db, relisted)
  if (followed.length > 0) await followSteps(db, followed)
  await keepWaiting(db, waiting, run)
  const byHand = rows.filter(
    ({ about, state }) => about === 'manual' && (state === 'pendingApproval' || state === 'ready'),
  )
  if (byHand.length > 0)
    await relistByHand(
      db,
      byHand.map(({ id }) => id),
    )
  if (queued.length > 0) await queueReminders(db, queued, run)
  return { messages: queued.length, cancelled: cancelled.length }
}

/** A message that stays, and that no person approved or changed. */
interface Waiting {
  readonly id: number
  readonly legalEntity: number
  readonly channel: OnItsWay['channel']
  readonly step: Step
  readonly isReady: boolean
  readonly isToCheck: boolean
}

/** What was to leave by itself is kept for a person who is to check first, or goes again when there is nothing to check. */
async function keepWaiting(db: Db, waiting: readonly Waiting[], run: RunContext): Promise<void> {
  const stop = waiting.filter(({ isReady, isToCheck }) => isReady && isToCheck)
  const go = waiting.filter((one) => !one.isReady && !one.isToCheck && leavesByItself(one, run))
  const idsOf = (some: readonly Waiting[]): number[] => some.map(({ id }) => id)
  if (stop.length > 0) await keepForChecking(db, idsOf(stop))
  if (go.length > 0) await letGoAgain(db, idsOf(go), run)
}

/**
 * As its step says, else as the organisation does; nothing does where sending is suspended, nor an e-mail without a mail
 * server. An SMS is only ever decided where a gateway sends it.
 */
const leavesByItself = (
  { legalEntity, channel, step }: Pick<Waiting, 'legalEntity' | 'channel' | 'step'>,
  run: RunContext,
): boolean =>
  (step.release === 'automatic' ? !run.isFrozen : run.automatic) &&
  (channel === 'sms' || run.entitiesWithSmtp.has(legalEntity))

const channelOf = (take: Message): Waiting['channel'] => (sentAs(take) === 'sms' ? 'sms' : 'email')

interface Compared {
  readonly queue: Message | null
  readonly cancel: readonly { readonly id: number; readonly because: string }[]
  readonly relist?: Relisted
  readonly waits?: Waiting
  readonly follows?: StepSaid
}

function compareWithOutbox({ decision, situation }: Decided, there: readonly OnItsWay[]): Compared {
  const waiting = there.find((row) => row.state === 'pendingApproval' || row.state === 'ready')
  // Written by hand for this customer: the scenario leaves it alone, and adds nothing beside it.
  if (waiting?.about === 'manual') return { queue: null, cancel: [] }
  if (!isSent(decision)) {
    // On a Sunday the messages of Friday wait; they are not taken back.
    const waits = decision.kind === 'hold' && decision.because === 'notWorkingDay'
    return { queue: null, cancel: waiting && !waits ? [{ id: waiting.id, because: decision.because }] : [] }
  }
  const isSame = (row: OnItsWay) => row.carrying === decision.carrying && row.step === decision.step.key
  // An SMS whose number was refused goes as an e-mail, a step that was changed as an SMS: that is another message to read.
  if (waiting && isSame(waiting) && waiting.channel === channelOf(decision)) {
    const hash = hashOfItems(decision)
    const relist = waiting.hash === hash ? {} : { relist: { id: waiting.id, take: decision, hash } }
    const isReady = waiting.state === 'ready' && !waiting.isApproved
    const isToCheck = decision.checkFirst !== undefined
    const { id, legalEntity, channel } = waiting
    const waits = { id, legalEntity, channel, step: decision.step, isReady, isToCheck }
    const follows = { id, step: decision.step, everyDay: isEveryDay(situation) }
    return {
      ...{ queue: null, cancel: [], ...relist },
      ...((isReady || waiting.isToCheck) && { waits }),
      ...(waiting.state === 'pendingApproval' && { follows }),
    }
  }
  const cancel = waiting ? [{ id: waiting.id, because: isSame(waiting) ? 'otherWay' : 'replaced' }] : []
  const inTestOutbox = there.some((row) => row.state === 'inTestOutbox' && isSame(row))
  return { queue: inTestOutbox ? null : decision, cancel }
}

function newReminder({ situation }: Decided, take: Message, run: RunContext): NewReminder {
  const { legalEntity } = situation
  const isAutomatic = leavesByItself({ legalEntity, channel: channelOf(take), step: take.step }, run)
  return {
    customer: situation.customer,
    legalEntity,
    take,
    hash: hashOfItems(take),
    messageId: `<q.${randomUUID()}@${run.mailDomains.get(legalEntity) ?? 'quittance.invalid'}>`,
    state: isAutomatic && !take.checkFirst ? 'ready' : 'pendingApproval',
    because: isAutomatic && take.checkFirst ? 'checkFirst' : 'stepDue',
    everyDay: isEveryDay(situation),
  }
}

const isEveryDay = ({ scenario }: Decided['situation']): boolean => scenario.rules?.everyDay === true
