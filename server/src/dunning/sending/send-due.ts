import { addNeedTasks } from '../../tasks/step-tasks.ts'
import { isOpenAt } from '../departure.ts'
import { loadRunContext } from '../run/run-context.ts'
import { dueForSending, isFrozen, recoverClaims } from './outbox.ts'
import { type SendingTools, sendReminder } from './send-reminder.ts'

/** A claim older than this belongs to a process that is no more: the longest wait for a server's answer is ten minutes. */
const deadClaimMs = 20 * 60_000

/** Everything of an organisation that may leave now, one after the other. Safe to run twice at once. */
export async function sendDue(tools: SendingTools): Promise<number> {
  await settleDeadClaims(tools)
  const due = await tools.inTransaction(async (db) => {
    const run = await loadRunContext(db, tools.nowMs())
    return isOpenAt(tools.nowMs(), run.hours) && !(await isFrozen(db)) ? dueForSending(db, tools.nowMs()) : []
  })
  let sent = 0
  for (const { id } of due) {
    if ((await sendReminder(tools, id)) === 'sent') sent += 1
  }
  return sent
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
