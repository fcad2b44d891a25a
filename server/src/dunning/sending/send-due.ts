import type { Db } from '../../platform/database/db.ts'
import { learnSizes } from '../../platform/database/learn-sizes.ts'
import { smtpSessions } from '../../platform/mail/smtp-sessions.ts'
import { stock } from '../../platform/places.ts'
import { addNeedTasks } from '../../tasks/step-tasks.ts'
import { channels } from '../channels/channels.ts'
import { isOpenAt, type SendingHours } from '../departure.ts'
import { houseLanguage } from '../house-language.ts'
import { loadRunContext, type RunContext } from '../run/run-context.ts'
import { recoverClaims } from './claims.ts'
import { onLanes, type Pace } from './lanes.ts'
import { type DueMessage, dueForSending, hourlyLimit, restServer, type Way, withdrawUnasked } from './outbox.ts'
import { type SendingTools, sendReminder } from './send-reminder.ts'
import type { Trouble } from './server-trouble.ts'

/** A claim older than this belongs to a process that is no more: the longest wait for a server's answer is ten minutes. */
const deadClaimMs = 20 * 60_000

/** Messages an hour for which it pays to open one more line to the mail server, and the most lines: an ordinary mailbox gets one. */
const messagesOfLane = 600
const mostLanes = 8

/** From so many on, a wrong guess of the planner costs more than counting the tables it knows nothing of. */
const manyMessages = 100

/** So many messages that break one after the other are no matter of messages (the database is gone): the next round tries again. */
const mostErrors = 10

/**
 * Everything of an organisation that may leave now: for each server one after the other, and on several lines once the firm may send much and
 * the first has been taken. Safe to run twice at once. What breaks for one message is thrown at the end, once the others had their turn.
 */
export async function sendDue(given: SendingTools): Promise<number> {
  const sessions = given.sessions ?? smtpSessions()
  try {
    return await sendRound({ ...given, sessions })
  } finally {
    if (!given.sessions) sessions.close()
  }
}

async function sendRound(given: SendingTools): Promise<number> {
  await settleDeadClaims(given)
  const tools = { ...given, context: freshContext() }
  const { due, perHour } = await tools.inTransaction(async (db) => {
    await withdrawUnasked(db)
    const run = await tools.context(db, tools.nowMs())
    const due = await dueNow(db, tools.nowMs(), run.hours)
    if (due.length >= manyMessages) await learnSizes(db)
    return { due, perHour: await hourlyLimit(db) }
  })
  const doubts = new Map<string, number>()
  const errors: unknown[] = []
  let inARow = 0
  let sent = 0
  const work = async (message: DueMessage): Promise<Pace> => {
    if (tools.isStopping?.()) return 'stop'
    try {
      const attempt = await sendReminder(tools, message.id)
      inARow = 0
      if (attempt.sent === 'sent') sent += 1
      if (attempt.sent === 'closed') return 'stop'
      await restWhenTroubled(tools, message, { trouble: attempt.trouble ?? null, doubts })
      return attempt.trouble ? 'alone' : attempt.sent === 'sent' ? 'faster' : 'same'
    } catch (error) {
      errors.push(error)
      inARow += 1
      return inARow < mostErrors ? 'alone' : 'stop'
    }
  }
  const most = Math.min(mostLanes, Math.ceil(perHour / messagesOfLane))
  const more = tools.extraLines ?? stock(mostLanes)
  await onLanes(due, { most, keyOf: ({ customer }) => customer, wayOf: nameOf, more, work })
  if (errors.length > 0)
    throw errors.length === 1 ? errors[0] : new AggregateError(errors, 'Messages could not be sent')
  return sent
}

/** On a Sunday only what leaves every day, outside the hours nothing. */
async function dueNow(db: Db, nowMs: number, hours: SendingHours): Promise<DueMessage[]> {
  if (isOpenAt(nowMs, hours)) return dueForSending(db, nowMs)
  return isOpenAt(nowMs, { ...hours, everyDay: true }) ? dueForSending(db, nowMs, 'everyDay') : []
}

/** What a round knows of the organisation is read again every second: not for each message, and not of an hour ago. */
const contextMs = 1000

function freshContext(): NonNullable<SendingTools['context']> {
  let known: { run: RunContext; nowMs: number; readAt: number } | undefined
  return async (db, nowMs) => {
    const isFresh = known && performance.now() - known.readAt < contextMs && Math.abs(nowMs - known.nowMs) < contextMs
    if (known && isFresh) return known.run
    const run = await loadRunContext(db, nowMs)
    known = { run, nowMs, readAt: performance.now() }
    return run
  }
}

const nameOf = ({ channel, legalEntity }: Way): string => (channel === 'sms' ? 'sms' : `firm ${legalEntity}`)

/** The other messages of this way wait while its server is in trouble; `doubts` counts what looks like it, in a row. */
async function restWhenTroubled(
  tools: SendingTools,
  way: Way,
  { trouble, doubts }: { trouble: Trouble | null; doubts: Map<string, number> },
): Promise<void> {
  const inARow = trouble ? (doubts.get(nameOf(way)) ?? 0) + 1 : 0
  doubts.set(nameOf(way), inARow)
  if (!trouble || (!trouble.isCertain && inARow < 2)) return
  const untilMs = tools.nowMs() + trouble.restMinutes * 60_000
  await tools.inTransaction(async (db) =>
    restServer(db, way, untilMs, channels[way.channel].explainRest(await houseLanguage(db))),
  )
}

/** Messages of a killed process: those that may have left become uncertain, with a task for a person. */
export async function settleDeadClaims(tools: SendingTools, olderThanMs = tools.nowMs() - deadClaimMs): Promise<void> {
  await tools.inTransaction(async (db) => {
    const uncertain = await recoverClaims(db, olderThanMs)
    if (uncertain.length === 0) return
    const run = await loadRunContext(db, tools.nowMs())
    await addNeedTasks(
      db,
      uncertain.map((one) => ({ ...one, kind: 'resolveUncertain' as const, assignee: run.people.collector })),
      run.today,
    )
  })
}
