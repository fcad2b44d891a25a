import { explainRest } from '../../platform/mail/explain-outcome.ts'
import { smtpSessions } from '../../platform/mail/smtp-sessions.ts'
import { addNeedTasks } from '../../tasks/step-tasks.ts'
import { isOpenAt } from '../departure.ts'
import { houseLanguage } from '../house-language.ts'
import { loadRunContext } from '../run/run-context.ts'
import { recoverClaims } from './claims.ts'
import { dueForSending, restServer, withdrawUnasked } from './outbox.ts'
import { type Attempt, type SendingTools, sendReminder } from './send-reminder.ts'

/** A claim older than this belongs to a process that is no more: the longest wait for a server's answer is ten minutes. */
const deadClaimMs = 20 * 60_000

/**
 * Everything of an organisation that may leave now, one after the other. Safe to run twice at once. What breaks for one
 * message is thrown at the end, once the others had their turn.
 */
export async function sendDue(given: SendingTools): Promise<number> {
  const sessions = given.sessions ?? smtpSessions()
  try {
    return await sendRound({ ...given, sessions })
  } finally {
    if (!given.sessions) sessions.close()
  }
}

async function sendRound(tools: SendingTools): Promise<number> {
  await settleDeadClaims(tools)
  const due = await tools.inTransaction(async (db) => {
    await withdrawUnasked(db)
    const run = await loadRunContext(db, tools.nowMs())
    return isOpenAt(tools.nowMs(), run.hours) ? dueForSending(db, tools.nowMs()) : []
  })
  const doubts = new Map<number, number>()
  const errors: unknown[] = []
  let sent = 0
  for (const { id } of due) {
    try {
      const attempt = await sendReminder(tools, id)
      if (attempt.sent === 'sent') sent += 1
      if (attempt.sent === 'closed') break
      await restWhenTroubled(tools, attempt, doubts)
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0)
    throw errors.length === 1 ? errors[0] : new AggregateError(errors, 'Messages could not be sent')
  return sent
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
