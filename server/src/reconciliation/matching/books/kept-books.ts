import type { Currency } from '@quittance/core/money/money.ts'
import { type Matcher, openMatcher } from '@quittance/core/reconciliation/matching/open-matcher.ts'
import type { Db } from '../../../platform/database/db.ts'
import type { BooksOf } from './book-queries.ts'
import { booksPrint } from './books-print.ts'
import { loadBooks } from './load-books.ts'

/** Books read once, with the figure of the facts they were read from. */
export interface OpenBooks {
  readonly matcher: Matcher
  print: string
}

/** What one program keeps from one question to the next, by firm and currency; the database says whether it still holds. */
export type KeptBooks = Map<string, OpenBooks>

export const keyOf = (db: Db, { legalEntity, currency }: BooksOf): string =>
  `${db.scope.organization}/${legalEntity}/${currency as Currency}`

/** The books as the facts are now: those kept when no fact changed, else read anew. */
export async function booksNow(db: Db, of: BooksOf, kept: KeptBooks): Promise<OpenBooks> {
  const print = await booksPrint(db, of)
  const known = kept.get(keyOf(db, of))
  if (known?.print === print) return known
  const open = { matcher: openMatcher(await loadBooks(db, of)), print }
  kept.set(keyOf(db, of), open)
  return open
}
