import type { Books, LearntLine } from '@quittance/core/reconciliation/matching/books.ts'
import { wordingOf } from '@quittance/core/reconciliation/matching/learn.ts'
import type { Db } from '../../../platform/database/db.ts'
import {
  type BooksOf,
  bookedCustomers,
  bookedItems,
  bookedPromises,
  type ForgottenRule,
  forgottenRules,
  ignoreRules,
  keptNumbers,
  type LearntRow,
  learntRows,
  ownAccounts,
  recordedPayments,
  settledItems,
} from './book-queries.ts'

/** All that matching may look at of one firm and currency, in eleven statements whatever its size. */
export async function loadBooks(db: Db, of: BooksOf): Promise<Books> {
  return {
    customers: await allOf(bookedCustomers(db, null)),
    items: await allOf(bookedItems(db, of, null)),
    settled: await allOf(settledItems(db, of, null)),
    recorded: await recordedPayments(db, of),
    promises: await bookedPromises(db, of),
    learnt: await learntLines(db),
    ignored: await ignoreRules(db),
    own: await ownAccounts(db),
  }
}

async function learntLines(db: Db): Promise<LearntLine[]> {
  const kept = new Map((await keptNumbers(db)).map(({ was, is }) => [was, is]))
  const forgotten = await forgottenRules(db)
  return (await learntRows(db)).map((row) => withoutForgotten(learntLine(row, kept), row.learntAt, forgotten))
}

/** Customers merged since it was learnt are those they were merged into. */
function learntLine({ line, truth }: LearntRow, kept: ReadonlyMap<number, number>): LearntLine {
  const { customers, allocations, difference } = truth as Omit<LearntLine, 'line'>
  const numberOf = (customer: number) => kept.get(customer) ?? customer
  return {
    line: line as LearntLine['line'],
    customers: [...new Set(customers.map(numberOf))],
    allocations: allocations.map((one) => ({ ...one, customer: numberOf(one.customer) })),
    difference,
  }
}

/** A rule that a person removed is not learnt again from the lines that had taught it. */
function withoutForgotten(learnt: LearntLine, at: string | null, forgotten: readonly ForgottenRule[]): LearntLine {
  const { line } = learnt
  const isGone = (rule: ForgottenRule) => at === null || at < rule.removedAt
  const iban = forgotten.some((rule) => rule.iban !== null && rule.iban === line.payerIban && isGone(rule))
  const wording = forgotten.length > 0 ? wordingOf(line) : null
  const name = wording !== null && forgotten.some((rule) => rule.wording === wording && isGone(rule))
  if (!iban && !name) return learnt
  return {
    ...learnt,
    line: { ...line, ...(iban && { payerIban: null }), ...(name && { payerName: null, label: '' }) },
  }
}

async function allOf<T>(batches: AsyncGenerator<T[]>): Promise<T[]> {
  const all: T[] = []
  for await (const batch of batches) for (const one of batch) all.push(one)
  return all
}
