import type { Db } from '../../platform/database/db.ts'
import type { SendOutcome } from '../../platform/mail/smtp-outcome.ts'
import type { Stock } from '../../platform/places.ts'
import type { ChannelTools, HandOver } from '../channels/channel.ts'
import { channels } from '../channels/channels.ts'
import { isOpenAt } from '../departure.ts'
import { type BuiltMessage, buildMessage } from '../messages/build-message.ts'
import { type ReminderHead, reminderHead } from '../messages/queries.ts'
import type { InTransaction } from '../run/daily-run.ts'
import { decideCustomers } from '../run/decide-customers.ts'
import { loadRunContext, type RunContext } from '../run/run-context.ts'
import { cancelForAddress, cancelForGap, concludeOutcome, concludeUnwritten } from './after-outcome.ts'
import { type Claim, claim, hurryCommit, releaseClaim, renew, stateUnder } from './claims.ts'
import { backToApproval, cancelClaimed, freeze, isFrozen, leftThisHour } from './outbox.ts'
import { recheck } from './recheck.ts'
import { type Trouble, troubleIn } from './server-trouble.ts'

/** Where a message is on its way: told just before each step, so that a test can stop the program there. */
export type SendingPoint =
  | 'beforeClaim'
  | 'claimed'
  | 'rechecked'
  | 'frozen'
  | 'connecting'
  | 'ready'
  | 'handingOver'
  | 'finalDot'
  | 'renewed'
  | 'answered'
  | 'marked'

export interface SendingTools extends ChannelTools {
  readonly inTransaction: InTransaction
  readonly nowMs: () => number
  /** Names this process in the claim. */
  readonly worker: string
  /** What is known of the organisation, for many messages; absent: read for each. */
  readonly context?: (db: Db, nowMs: number) => Promise<RunContext>
  readonly at?: (point: SendingPoint) => void | Promise<void>
  /** Lines beyond the first of each server, shared by all that send at once; absent: as many as one likes. */
  readonly extraLines?: Stock
  /** The program is about to end: what is under way is finished, nothing more is begun. */
  readonly isStopping?: () => boolean
  /** Started when a claim is renewed, tells the milliseconds since. */
  readonly stopwatch?: () => () => number
}

export type Sent =
  | 'sent'
  | 'cancelled'
  | 'rewritten'
  /** Its text writes what has no value for this customer: it is kept back and a person is told. */
  | 'incomplete'
  /** Not this one now: its firm has no mail server any more. */
  | 'waits'
  /** Nothing now: outside the hours, at the limit of the hour, suspended. */
  | 'closed'
  | 'later'
  | 'failed'
  | 'uncertain'
  | 'notOurs'

/** What became of a message, and what its server let us know of itself meanwhile. */
export interface Attempt {
  readonly sent: Sent
  readonly trouble?: Trouble | null
}

/**
 * One message: claimed, its facts read again, sent, marked, each in a transaction of its own. Stopped anywhere it never
 * leaves twice: before the dialogue the claim is given back, from the dialogue on it becomes uncertain and a person
 * decides. Only stopped for a while, it asks just before the final dot whether the message is still its own.
 */
export async function sendReminder(tools: SendingTools, id: number): Promise<Attempt> {
  await tools.at?.('beforeClaim')
  const held = await tools.inTransaction(async (db) => {
    await hurryCommit(db)
    return claim(db, id, tools.worker, tools.nowMs())
  })
  if (held === null) return { sent: 'notOurs' }
  await tools.at?.('claimed')
  let prepared = await prepareSafely(tools, held, { attaches: true })
  if (prepared.kind !== 'send') return { sent: prepared.kind }
  await tools.at?.('frozen')
  let outcome = await handOver(tools, held, prepared)
  if (outcome !== 'notOurs' && isTooLarge(outcome) && prepared.message.attachments.length > 0) {
    prepared = await prepareSafely(tools, held, { attaches: false })
    if (prepared.kind !== 'send') return { sent: prepared.kind }
    outcome = await handOver(tools, held, prepared)
  }
  if (outcome === 'notOurs') return { sent: 'notOurs' }
  const ended = { claim: held, head: prepared.head, message: prepared.message, outcome }
  const sent = await tools.inTransaction(async (db) =>
    concludeOutcome(db, ended, tools.nowMs(), await (tools.context ?? loadRunContext)(db, tools.nowMs())),
  )
  await tools.at?.('marked')
  return { sent, trouble: troubleIn(outcome) }
}

const isTooLarge = (outcome: SendOutcome): boolean => outcome.kind === 'permanent' && outcome.detail === 'tooLarge'

type Prepared =
  | { kind: 'cancelled' | 'waits' | 'closed' | 'rewritten' | 'incomplete' | 'notOurs' }
  | { kind: 'send'; head: ReminderHead; message: BuiltMessage; handOver: HandOver }

/** A message that cannot be written is tried again later, then given up and shown; the others do not wait for it. */
async function prepareSafely(tools: SendingTools, held: Claim, how: { attaches: boolean }): Promise<Prepared> {
  try {
    return await tools.inTransaction((db) => prepare(db, tools, held, how))
  } catch (error) {
    await tools.inTransaction((db) => concludeUnwritten(db, held, error, tools.nowMs()))
    throw error
  }
}

/** Reads the facts again and fixes the words; nothing has left yet. */
async function prepare(db: Db, tools: SendingTools, held: Claim, how: { attaches: boolean }): Promise<Prepared> {
  if ((await stateUnder(db, held)) !== 'sending') return { kind: 'notOurs' }
  const nowMs = tools.nowMs()
  const run = await (tools.context ?? loadRunContext)(db, nowMs)
  const head = await reminderHead(db, held.id)
  if (!head) throw new Error(`Reminder ${held.id} was claimed and is gone.`)
  const { everyDay = false } = head.delivery
  if (!isOpenAt(nowMs, { ...run.hours, everyDay }))
    return giveBack(db, held, run.leavesAtMinute(null, everyDay), 'closed')
  if (await isFrozen(db)) return giveBack(db, held, null, 'closed')
  const line = await channels[head.channel].open(db, head.legalEntity, tools)
  if (!line) return giveBack(db, held, null, 'waits')
  const verdict = await recheck(db, head, run)
  if (verdict.kind === 'cancel') {
    await cancelClaimed(db, held, verdict.because)
    return { kind: 'cancelled' }
  }
  if (verdict.kind === 'checkFirst') {
    await backToApproval(db, held, 'checkFirst')
    await decideCustomers(db, [head.customer], run)
    return { kind: 'rewritten' }
  }
  const isWritten = head.bodyWritten !== null || head.subjectWritten !== null
  if (verdict.kind === 'readAgain' || (verdict.kind === 'rewritten' && isWritten)) {
    await backToApproval(db, held, 'changedAfterEditing')
    return { kind: 'rewritten' }
  }
  await tools.at?.('rechecked')
  const message = await buildMessage(db, head, run, how)
  if (message.to.length === 0) {
    await cancelForAddress(db, held, head, run)
    return { kind: 'cancelled' }
  }
  if (message.keptBack) {
    await cancelForGap(db, held, head, run, message.keptBack)
    return { kind: 'incomplete' }
  }
  const handOver = await line.pack(db, head, message, nowMs)
  // Last: from here to the end of the transaction one sender at a time. A second try without attachments is the same departure, counted once.
  if (how.attaches && (await leftThisHour(db, nowMs)) <= 0) return giveBack(db, held, null, 'closed')
  await freeze(db, held, message, nowMs)
  return { kind: 'send', head, message, handOver }
}

async function giveBack(db: Db, held: Claim, leavesAt: string | null, kind: 'waits' | 'closed'): Promise<Prepared> {
  await releaseClaim(db, held, leavesAt)
  return { kind }
}

/** A claim renewed longer ago than this lets nothing leave: others wait twenty minutes before they call it lost. */
const freshMs = 60_000

async function handOver(
  tools: SendingTools,
  held: Claim,
  { handOver: leave }: Extract<Prepared, { kind: 'send' }>,
): Promise<SendOutcome | 'notOurs'> {
  const stopwatch = tools.stopwatch ?? passing
  let sinceRenewal = stopwatch()
  const stillOurs = async () => {
    sinceRenewal = stopwatch()
    const isOurs = await tools.inTransaction(async (db) => {
      await hurryCommit(db)
      return renew(db, held, tools.nowMs())
    })
    if (!isOurs) throw new ClaimLost()
    await tools.at?.('renewed')
  }
  try {
    return await leave({
      at: async (stage) => {
        await tools.at?.(stage)
        if (stage === 'connecting' || stage === 'finalDot') await stillOurs()
      },
      mayLeave: () => sinceRenewal() < freshMs,
    })
  } catch (error) {
    if (error instanceof ClaimLost) return 'notOurs'
    throw error
  }
}

/** The message was given to another sender, or a person decided about it, while this one stood still. */
class ClaimLost extends Error {}

/** The monotonic clock counts while a process is stopped, the wall clock while the machine sleeps: the longer one counts. */
function passing(): () => number {
  const steady = performance.now()
  const wall = Date.now()
  return () => Math.max(performance.now() - steady, Date.now() - wall)
}
