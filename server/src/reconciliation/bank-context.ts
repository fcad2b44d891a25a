import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database/db.ts'

/** What matching found for some lines. */
export interface Proposed {
  /** Lines that found an almost certain match. */
  readonly almostCertain: number
  /** Of them, those applied by themselves, where the organisation has switched that on. */
  readonly applied: number
}

/** Looks for what these lines pay, keeps the proposals with them, and applies what may be applied without a click. */
export type ProposeFor = (db: Db, lines: readonly number[]) => Promise<Proposed>

/** What keeping statements needs of the matching below it. */
export interface BankContext {
  readonly clock: Clock
  readonly proposeFor: ProposeFor
}
