import { forgetDisputesOfFile, noteDisputesOfFile } from '../disputes/disputes-of-a-file.ts'
import { declareChased } from '../dunning/declare-chased.ts'
import { decideAgain } from '../dunning/run/daily-run.ts'
import { loadRunContext } from '../dunning/run/run-context.ts'
import { waitingForSource } from '../dunning/run/waiting-for-source.ts'
import type { ImportWork } from '../imports/import-work.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/connection.ts'
import { recognisesStatement } from '../reconciliation/reading/statement-nature.ts'

/** What bringing in a file asks of the words below it: chased before, disputed, decide again. */
export const importWork = ({ database, clock }: { database: Database; clock: Clock }): ImportWork => ({
  database,
  clock,
  recognisesStatement,
  factsChanged: (db, customers) => decideAgain(db, customers, clock.now()),
  waitingForSource,
  declareChased: async (db, items, upTo) => {
    await declareChased(db, items, upTo, await loadRunContext(db, clock.now()))
  },
  disputed: {
    note: async (db, items) => noteDisputesOfFile(db, items, (await loadRunContext(db, clock.now())).today),
    forget: forgetDisputesOfFile,
  },
})
