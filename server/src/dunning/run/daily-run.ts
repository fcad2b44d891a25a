import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../../platform/database/db.ts'
import { learnSizes } from '../../platform/database/learn-sizes.ts'
import { sql } from '../../platform/database/sql.ts'
import { keepRecurrences } from '../../tasks/recurrences.ts'
import { bringIntoForce } from '../scenarios/queries.ts'
import { decideCustomers, type RunCounts } from './decide-customers.ts'
import { loadRunContext } from './run-context.ts'

/** Opens one transaction under the organisation's scope. */
export type InTransaction = <T>(work: (db: Db) => Promise<T>) => Promise<T>

/** Customers decided in one transaction: large enough that statements pay, small enough that a failure costs little. */
const batchSize = 500

/**
 * Every customer once: what does the scenario prescribe today? Memory does not grow with their number, and a run
 * that is repeated, or stopped half-way and started again, changes nothing it has already written.
 */
export async function dailyRun(inTransaction: InTransaction, nowMs: number, on?: CalendarDate): Promise<RunCounts> {
  let counts: RunCounts = { customers: 0, messages: 0, tasks: 0, cancelled: 0 }
  await inTransaction(async (db) => {
    // Of whoever sees a portfolio, what is decided is about it: versions and repeated tasks are of the whole house.
    if (db.scope.rights === 'portfolio') return
    const { today } = await loadRunContext(db, nowMs, on)
    await bringIntoForce(db, today)
    await keepRecurrences(db, today)
  })
  for (let after = 0; ; ) {
    const batch = await inTransaction(async (db) => {
      const customers = (await customersAfter(db, after)).map((row) => row.id)
      const run = await loadRunContext(db, nowMs, on)
      return { customers, counts: await decideCustomers(db, customers, run) }
    })
    counts = addCounts(counts, batch.counts)
    const last = batch.customers.at(-1)
    if (last === undefined || batch.customers.length < batchSize) return counts
    if (after === 0) await inTransaction(learnSizes)
    after = last
  }
}

const customersAfter = (db: Db, after: number) =>
  db.rows<{ id: number }>(sql`
    select id from customer where organization_id = current_organization() and id > ${after} order by id limit ${batchSize}`)

const addCounts = (a: RunCounts, b: RunCounts): RunCounts => ({
  customers: a.customers + b.customers,
  messages: a.messages + b.messages,
  tasks: a.tasks + b.tasks,
  cancelled: a.cancelled + b.cancelled,
})

/**
 * Facts of these customers have just changed in this transaction: decide for them again before it commits, so that
 * no list, no queue and no message says what was true a moment ago.
 */
export async function decideAgain(db: Db, customers: readonly number[], nowMs: number): Promise<void> {
  const run = await loadRunContext(db, nowMs)
  for (let from = 0; from < customers.length; from += batchSize) {
    await decideCustomers(db, customers.slice(from, from + batchSize), run)
  }
}
