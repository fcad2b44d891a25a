import { learnSizes } from '../../platform/database/learn-sizes.ts'
import { explainRest } from '../../platform/mail/explain-outcome.ts'
import { smtpSessions } from '../../platform/mail/smtp-sessions.ts'
import { addNeedTasks } from '../../tasks/step-tasks.ts'
import { isOpenAt } from '../departure.ts'
import { houseLanguage } from '../house-language.ts'
import { loadRunContext, type RunContext } from '../run/run-context.ts'
import { recoverClaims } from './claims.ts'
import { onLanes, type Pace } from './lanes.ts'
import { dueForSending, hourlyLimit, restServer, withdrawUnasked } from './outbox.ts'
import { type Attempt, type SendingTools, sendReminder } from './send-reminder.ts'

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
 * Everything of an organisation that may leave now: one after the other, and on several lines once the firm may send much and the first has
 * been taken. Safe to run twice at once. What breaks for one message is thrown at the end, once the others had their turn.
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
    const due = isOpenAt(tools.nowMs(), run.hours) ? await dueForSending(db, tools.nowMs()) : []
    if (due.length >= manyMessages) await learnSizes(db)
    return { due, perHour: await hourlyLimit(db) }
  })
  const doubts = new Map<number, number>()
  const errors: unknown[] = []
  let inARow = 0
  let sent = 0
  const work = async ({ id }: { id: number }): Promise<Pace> => {
    try {
      const attempt = await sendReminder(tools, id)
      inARow = 0
      if (attempt.sent === 'sent') sent += 1
      if (attempt.sent === 'closed') return 'stop'
      await restWhenTroubled(tools, attempt, doubts)
      return attempt.trouble ? 'alone' : attempt.sent === 'sent' ? 'faster' : 'same'
    } catch (error) {
      errors.push(error)
      inARow += 1
      return inARow < mostErrors ? 'alone' : 'stop'
    }
  }
  const most = Math.min(mostLanes, Math.ceil(perHour / messagesOfLane))
  await onLanes(due, { most, keyOf: ({ customer }) => customer, work })
  if (errors.length > 0)
    throw errors.length === 1 ? errors[0] : new AggregateError(errors, 'Messages could not be sent')
  return sent
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

/** The firm's other messages wait while its mail server is in trouble; `doubts` counts what looks like it, in a row. */
async function restWhenTroubled(tools: SendingTools, attempt: Attempt, doubts: Map<number, number>): Promise<void> {
  const { legalEntity, trouble } = attempt
  if (legalEntity === undefined) return
  const inARow = trouble ? (doubts.get(legalEntity) ?? 0) + 1 : 0
  doubts.set(legalEntity, inARow)
  if (!trouble || (!trouble.isCertain && inARow < 2)) return
  const untilMs = tools.nowMs() + trouble.restMinutes * 60_000
  await tools.inTransaction(async (db) => restServer(db, legalEntity, untilMs, explainRest(await houseLanguage(db))))
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
