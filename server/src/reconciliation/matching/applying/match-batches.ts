import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { FactsChanged } from '../../../customers/facts-changed.ts'
import { lockItems } from '../../../payments/queries.ts'
import type { Db } from '../../../platform/database/db.ts'
import { AppError } from '../../../platform/http/app-error.ts'
import type { BooksOf } from '../books/book-queries.ts'
import { type BooksChange, followedBy, type KeptBooks } from '../books/kept-books.ts'
import { type LineRow, lockWaiting } from '../line-queries.ts'
import { settle } from './match-line.ts'

export type InTransaction = <T>(work: (db: Db) => Promise<T>) => Promise<T>

export interface MatchingBatches {
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
  readonly kept?: KeptBooks
  readonly byItself?: boolean
}

/** Lines settled in one transaction: what is asked once a transaction is asked once for all of them, and few wait for its end. */
const batchLines = 50

/**
 * Applies the first proposal of each of these lines, in transactions of some lines of one firm. A line is looked at again
 * under its lock, and refused alone when its proposal is no longer almost certain or its facts moved. Answers those applied;
 * stopped in the middle, what is committed is whole and the rest waits.
 */
export async function matchBatches(
  inTransaction: InTransaction,
  lines: readonly LineRow[],
  matching: MatchingBatches,
): Promise<number[]> {
  const applied: number[] = []
  for (const same of Map.groupBy(lines, ({ legalEntity, currency }) => `${legalEntity} ${currency}`).values()) {
    for (let from = 0; from < same.length; from += batchLines) {
      const batch = same.slice(from, from + batchLines)
      applied.push(...(await inTransaction((db) => matchBatch(db, batch, matching))))
    }
  }
  return applied
}

async function matchBatch(
  db: Db,
  batch: readonly LineRow[],
  { kept, factsChanged, ...matching }: MatchingBatches,
): Promise<number[]> {
  const [of] = batch
  if (!of) return []
  const applied: number[] = []
  const customers = new Set<number>()
  await following(db, of, kept, async () => {
    const lines = await lockWaiting(
      db,
      batch.map(({ id }) => id),
    )
    // All at once and in the order of their ids, as payments lock them.
    await lockItems(db, [...new Set(lines.flatMap(({ proposals: [first] }) => itemsOf(first)))])
    const changes: BooksChange[] = []
    for (const line of lines) {
      const moved: number[] = []
      const change = await settledAlone(db, line, {
        ...matching,
        factsChanged: async (_db, some) => void moved.push(...some),
      })
      if (!change) continue
      changes.push(change)
      applied.push(line.id)
      for (const customer of moved) customers.add(customer)
    }
    // Decided once for all, before it commits.
    if (customers.size > 0) await factsChanged(db, [...customers])
    return changes
  })
  return applied
}

const itemsOf = (proposal: LineRow['proposals'][number] | undefined): number[] =>
  proposal?.allocations.map(({ item }) => item) ?? []

async function following(
  db: Db,
  of: BooksOf,
  kept: KeptBooks | undefined,
  work: () => Promise<readonly BooksChange[]>,
): Promise<void> {
  if (kept) await followedBy(db, { of, kept }, work)
  else await work()
}

/** null: refused because the facts moved, and nothing of it is written; a mistake of ours is not hidden. */
async function settledAlone(
  db: Db,
  line: LineRow,
  matching: Parameters<typeof settle>[3],
): Promise<BooksChange | null> {
  try {
    return await db.savepoint(() => settle(db, line, { kind: 'proposal', rank: 0, mustBeCertain: true }, matching))
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
