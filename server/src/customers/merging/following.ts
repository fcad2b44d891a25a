import type { Db } from '../../platform/database/db.ts'
import type { Sql } from '../../platform/database/sql.ts'

/**
 * A table whose rows name a customer. Each word says so of its own; the whole is put together in main, and a test holds
 * it against the catalogue, so that no fact stays behind when two customers are merged.
 */
export interface Following {
  readonly table: string
  /** The column that names the customer. */
  readonly column: string
  /** Absent: 'id'. */
  readonly key?: string
  /**
   * `moves`: a fact, it goes over and comes back. `decided`: it follows from the facts, in `Imaged`. `counted`: kept
   * beside the facts and counted anew. `written`: stays as it was written down, and is read under all numbers.
   */
  readonly how: 'moves' | 'decided' | 'counted' | 'written'
  /** Which due lines each row is about, as `(id, item)`: rows entered since the merge go back with them. */
  readonly about?: Sql
  /** Of a row `t` about due lines of both: true where it keeps them from being separated. */
  readonly stands?: Sql
}

/** A table whose rows are kept as they were before a merge, to be put back as long as nobody has touched them since. */
export interface Imaged {
  readonly table: string
  /** Its key besides the organisation. */
  readonly key: readonly string[]
  /** Rows that are part of one of them, replaced with it. */
  readonly parts?: { readonly table: string; readonly column: string }
  /** Which rows `t` of these customers. */
  readonly of: (customers: readonly number[]) => Sql
}

/** The two of a merge: `other` goes into `kept`. */
export interface Pair {
  readonly kept: number
  readonly other: number
}

/** What the words below know of how their rows follow a customer. */
export interface Followers {
  readonly following: readonly Following[]
  readonly imaged: readonly Imaged[]
  /** Makes room before rows go over: of two that may be there once only, one. Refuses what may not be moved now. */
  readonly makeRoom: (db: Db, pair: Pair) => Promise<void>
  /** After a separation: what waits for a person or to be sent is of one of the two only. */
  readonly keepApart: (db: Db, pair: Pair) => Promise<void>
  /** Refuses while a message of one of these customers is leaving. */
  readonly refuseWhileLeaving: (db: Db, customers: readonly number[]) => Promise<void>
}

export interface MergeContext {
  readonly followers: Followers
}
