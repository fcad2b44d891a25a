import type { Db } from '../platform/database/db.ts'

/**
 * Called inside the transaction that changes facts of these customers (payment, promise, pause, contact…): what
 * comes next for them is decided again. The dunning word does it; the words above it only know this shape.
 */
export type FactsChanged = (db: Db, customers: readonly number[]) => Promise<void>

export interface FactsContext {
  readonly factsChanged: FactsChanged
}
