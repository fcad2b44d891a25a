import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { LearntLine } from '@quittance/core/reconciliation/matching/books.ts'
import { type Matcher, openMatcher } from '@quittance/core/reconciliation/matching/open-matcher.ts'
import type { Db } from '../../../platform/database/db.ts'
import { duesOf } from '../line-queries.ts'
import { type BooksOf, recordedPayments } from './book-queries.ts'
import { booksPrint } from './books-print.ts'
import { loadBooks } from './load-books.ts'

/** Books read once, with the figure of the facts they were read from. */
export interface OpenBooks {
  readonly matcher: Matcher
  print: string
}

/** What one program keeps from one question to the next; the database says each time whether it still holds. */
export type KeptBooks = Map<string, OpenBooks>

/** Books of so many firms stay in memory. */
const mostKept = 3

const keyOf = (db: Db, { legalEntity, currency }: BooksOf): string =>
  `${db.scope.organization}/${legalEntity}/${currency}`

/** The books as the facts are now: those kept when no fact changed, else read anew. */
export async function booksNow(db: Db, of: BooksOf, kept: KeptBooks): Promise<OpenBooks> {
  const print = await booksPrint(db, of)
  const key = keyOf(db, of)
  const known = kept.get(key)
  if (known?.print === print) return known
  kept.delete(key)
  const open = { matcher: openMatcher(await loadBooks(db, of)), print }
  kept.set(key, open)
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest)
  return open
}

/** What a match changes in the books. */
export interface BooksChange {
  readonly items: readonly number[]
  readonly learnt: LearntLine | null
  readonly isRecordedTouched: boolean
  readonly on: CalendarDate
}

/**
 * Does `work` and has the kept books follow what it changed, so that they need not be read again after each line; when they
 * were not those of the facts before it, they stay as they are and will be read anew.
 */
export async function followedBy(
  db: Db,
  { of, kept }: { readonly of: BooksOf; readonly kept: KeptBooks },
  work: () => Promise<readonly BooksChange[]>,
): Promise<void> {
  const known = kept.get(keyOf(db, of))
  const isTrue = known !== undefined && known.print === (await booksPrint(db, of))
  const changes = await work()
  if (!isTrue || !known || changes.length === 0) return
  const lastOn = new Map(changes.flatMap(({ items, on }) => items.map((item) => [item, on] as const)))
  const dues = await duesOf(db, [...lastOn.keys()])
  known.matcher.settle([...lastOn].flatMap(([item, on]) => settledOf(item, dues.get(item), on)))
  for (const { learnt } of changes) if (learnt) known.matcher.learn(learnt)
  if (changes.some(({ isRecordedTouched }) => isRecordedTouched)) {
    known.matcher.setRecorded(await recordedPayments(db, of))
  }
  // A transaction that does not commit leaves a figure the database never shows: the books are then read anew.
  known.print = await booksPrint(db, of)
}

/** Nothing where the item is gone. */
const settledOf = (item: number, due: number | undefined, on: CalendarDate) =>
  due === undefined ? [] : [{ item, due, on }]
