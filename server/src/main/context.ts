import type { MergeContext } from '../customers/merging/following.ts'
import { lateInterestOf, lateInterestOfItems } from '../dunning/late-interest-of.ts'
import { emptyTestOutbox } from '../dunning/reminders/act-queries.ts'
import { dailyRun, decideAgain } from '../dunning/run/daily-run.ts'
import { loadRunContext } from '../dunning/run/run-context.ts'
import { addDefaultScenarios } from '../dunning/scenarios/use-cases.ts'
import { endRest } from '../dunning/sending/outbox.ts'
import { taskHooks } from '../dunning/task-hooks.ts'
import type { ImportJobs, ImportsContext } from '../imports/import-work.ts'
import { inProcessJobs } from '../imports/in-process-jobs.ts'
import type { InvoiceContext } from '../invoices/routes.ts'
import type { PayersContext } from '../payers/routes.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { Database } from '../platform/database/connection.ts'
import type { AppContext } from '../platform/http/app-context.ts'
import { openSeal } from '../platform/sealing.ts'
import type { Secrets } from '../platform/secrets.ts'
import { openSessions } from '../platform/sessions/open-sessions.ts'
import type { MatchingContext } from '../reconciliation/matching/routes.ts'
import { planTask } from '../tasks/plan-task.ts'
import type { TaskContext } from '../tasks/task-context.ts'
import { removeDemo, startDemo } from './demo/start-demo.ts'
import { followers } from './followers.ts'
import { importWork } from './import-work.ts'
import { watching } from './watching.ts'

/** What the routes of all words need together: here the lower words are handed to the higher ones as functions. */
export interface Context
  extends AppContext,
    TaskContext,
    InvoiceContext,
    ImportsContext,
    MergeContext,
    PayersContext,
    MatchingContext {}

export interface Foundations {
  readonly database: Database
  readonly secrets: Pick<Secrets, 'session'>
  readonly clock: Clock
  readonly config: Config
  /** Where the work on files goes; absent, it is done before the request is answered. */
  readonly importJobs?: ImportJobs
}

/** The context of server and command line, from what they stand on. */
export function composeContext({ database, secrets, clock, config, importJobs }: Foundations): Context {
  const { publicUrl } = config
  const imports = importWork({ database, clock })
  return {
    ...imports,
    importJobs: importJobs ?? inProcessJobs(imports),
    ...watching({ database, clock }),
    database,
    clock,
    config,
    seal: openSeal(secrets.session),
    sessions: openSessions({ pool: database.auth, secret: secrets.session, publicUrl, clock }),
    onNewOrganization: addDefaultScenarios,
    followers,
    books: new Map(),
    ...taskHooks(() => clock.now()),
    decideEverybody: async (transaction) => void (await dailyRun(transaction, clock.now())),
    lateInterestOf: async (db, invoice) => lateInterestOf(db, invoice, (await loadRunContext(db, clock.now())).today),
    lateInterestOfItems,
    addTaskFor: async (db, customers, { title, dueOn, assigneeId }) => {
      const ids: number[] = []
      for (const customer of customers) {
        ids.push(await planTask(db, { kind: 'other', title, customer, dueOn, assignee: assigneeId, note: null }))
      }
      return ids
    },
    onMailServerSet: async (db, legalEntity) => {
      await endRest(db, legalEntity)
      const customers = (await emptyTestOutbox(db, legalEntity)).map((row) => row.customer)
      if (customers.length > 0) await decideAgain(db, customers, clock.now())
    },
    demo: {
      start: (call) => startDemo({ database, clock }, call),
      remove: (call) => removeDemo({ database }, call),
    },
  }
}
