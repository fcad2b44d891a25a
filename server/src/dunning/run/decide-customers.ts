import { workingDayFrom } from '@quittance/core/calendar/working-days.ts'
import { decideStep } from '@quittance/core/dunning/decide-step.ts'
import type { Decision } from '@quittance/core/dunning/decision.ts'
import type { Situation } from '@quittance/core/dunning/situation.ts'
import { overdueDisputes, settleDisputes } from '../../disputes/settle-disputes.ts'
import { reckonProfiles } from '../../payers/reckon-profiles.ts'
import { forWholeHouse } from '../../people/whole-house.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { keepDisputeTasks } from '../../tasks/dispute-tasks.ts'
import { settleTasksByFacts } from '../../tasks/settle-by-facts.ts'
import { loadSituations } from '../situations/load-situations.ts'
import { keepBrokenWords } from './keep-broken-words.ts'
import { keepDecisions } from './keep-decisions.ts'
import { keepReminders } from './keep-reminders.ts'
import { isTask, keepTasks } from './keep-tasks.ts'
import type { RunContext } from './run-context.ts'

/** A customer's situation with what was decided of it. */
export interface Decided {
  readonly situation: Situation
  readonly decision: Decision
}

/** What one run changed. */
export interface RunCounts {
  readonly customers: number
  readonly messages: number
  readonly tasks: number
  readonly cancelled: number
}

/** What the scenario prescribes for some customers, nothing written. */
export async function decideOnly(db: Db, customers: readonly number[], run: RunContext): Promise<Decided[]> {
  const situations = await loadSituations(db, customers, run)
  return situations.map((situation) => ({ situation, decision: decideStep(situation, run.rules, run.today) }))
}

/**
 * As `decideOnly`, looking back from today where `isPast`: what a person was asked to do after that day did not hold
 * anything back on it.
 */
export async function decideAsOn(
  db: Db,
  customers: readonly number[],
  run: RunContext,
  isPast: boolean,
): Promise<Decided[]> {
  const situations = await loadSituations(db, customers, run)
  return situations.map((loaded) => {
    const isLater = isPast && loaded.openTask !== null && loaded.openTask.dueOn > run.today
    const situation = isLater ? { ...loaded, openTask: null } : loaded
    return { situation, decision: decideStep(situation, run.rules, run.today) }
  })
}

/**
 * Decides for some customers and writes all that follows in the caller's transaction: decisions that changed,
 * messages, tasks. Safe to run again: the same facts on the same day write nothing.
 */
export const decideCustomers = (db: Db, customers: readonly number[], run: RunContext): Promise<RunCounts> =>
  forWholeHouse(db, () => decideAndWrite(db, customers, run))

async function decideAndWrite(db: Db, customers: readonly number[], run: RunContext): Promise<RunCounts> {
  // One decision at a time for a customer: a second one waits and then finds the work done.
  await lockCustomers(db, customers)
  await settleDisputes(db, customers, run.today)
  await settleTasksByFacts(db, customers, run)
  await reckonProfiles(db, customers, run.today)
  const decided = await decideOnly(db, customers, run)
  await keepDecisions(db, decided, run)
  const { messages, cancelled } = await keepReminders(db, customers, decided, run)
  const overdue = await overdueDisputes(db, customers, run.today)
  const due = { dueOn: workingDayFrom(run.today, run.rules), anybody: run.people.collector }
  const tasks =
    (await keepTasks(db, customers, decided, run)) +
    (await keepBrokenWords(db, customers, decided, run)) +
    (await keepDisputeTasks(db, customers, overdue, due))
  // A task that was just given holds back what else there is: said at once, a second run has nothing to add.
  const given = decided.flatMap(({ situation, decision }) => (isTask(decision) ? [situation.customer] : []))
  if (given.length > 0) await keepDecisions(db, await decideOnly(db, given, run), run)
  return { customers: decided.length, messages, tasks, cancelled }
}

/** One at a time writes what follows for these customers, until the transaction ends. */
export const lockCustomers = (db: Db, customers: readonly number[]): Promise<number> =>
  db.run(sql`
    select id from customer
    where organization_id = current_organization() and id = any(${customers}) order by id for no key update`)
