import { createHash, randomUUID } from 'node:crypto'
import type { Decision, Take } from '@quittance/core/dunning/decision.ts'
import type { Db } from '../../platform/database/db.ts'
import type { Decided } from './decide-customers.ts'
import {
  cancelReminders,
  type NewReminder,
  type OnItsWay,
  queueReminders,
  type Relisted,
  relistReminders,
  remindersOnTheirWay,
} from './reminder-queries.ts'
import type { RunContext } from './run-context.ts'

type Email = Take & { readonly insteadOfEmail: null }
const isEmail = (decision: Decision): decision is Email =>
  decision.kind === 'take' && decision.step.channel === 'email' && decision.insteadOfEmail === null

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
  for (const one of decided) {
    const there = byParty.get(`${one.situation.customer}/${one.situation.legalEntity}`) ?? []
    byParty.delete(`${one.situation.customer}/${one.situation.legalEntity}`)
    const next = compareWithOutbox(one, there)
    cancelled.push(...next.cancel)
    if (next.relist) relisted.push(next.relist)
    if (next.queue) queued.push(newReminder(one, next.queue, run))
  }
  if (cancelled.length > 0) await cancelReminders(db, cancelled)
  if (relisted.length > 0) await relistReminders(db, relisted)
  if (queued.length > 0) await queueReminders(db, queued, run)
  return { messages: queued.length, cancelled: cancelled.length }
}

interface Compared {
  readonly queue: Email | null
  readonly cancel: readonly { readonly id: number; readonly because: string }[]
  readonly relist?: Relisted
}

function compareWithOutbox({ decision }: Decided, there: readonly OnItsWay[]): Compared {
  const waiting = there.find((row) => row.state === 'pendingApproval' || row.state === 'ready')
  // Written by hand for this customer: the scenario leaves it alone, and adds nothing beside it.
  if (waiting?.about === 'manual') return { queue: null, cancel: [] }
  if (!isEmail(decision)) {
    // On a Sunday the messages of Friday wait; they are not taken back.
    const waits = decision.kind === 'hold' && decision.because === 'notWorkingDay'
    return { queue: null, cancel: waiting && !waits ? [{ id: waiting.id, because: decision.because }] : [] }
  }
  const isSame = (row: OnItsWay) => row.carrying === decision.carrying && row.step === decision.step.key
  if (waiting && isSame(waiting)) {
    const hash = hashOfItems(decision)
    const relist = waiting.hash === hash ? {} : { relist: { id: waiting.id, take: decision, hash } }
    return { queue: null, cancel: [], ...relist }
  }
  const cancel = waiting ? [{ id: waiting.id, because: 'replaced' }] : []
  const inTestOutbox = there.some((row) => row.state === 'inTestOutbox' && isSame(row))
  return { queue: inTestOutbox ? null : decision, cancel }
}

const newReminder = ({ situation }: Decided, take: Email, run: RunContext): NewReminder => ({
  customer: situation.customer,
  legalEntity: situation.legalEntity,
  take,
  hash: hashOfItems(take),
  messageId: `<q.${randomUUID()}@${run.mailDomains.get(situation.legalEntity) ?? 'quittance.invalid'}>`,
  state: run.automatic && run.entitiesWithSmtp.has(situation.legalEntity) ? 'ready' : 'pendingApproval',
})
