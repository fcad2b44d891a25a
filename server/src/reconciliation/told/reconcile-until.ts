import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { FactsChanged } from '../../customers/facts-changed.ts'
import type { Db } from '../../platform/database/db.ts'
import { AppError } from '../../platform/http/app-error.ts'
import { isPutAside } from '../matching/applying/match-certain.ts'
import { matchLine } from '../matching/applying/match-line.ts'
import { booksNow, type KeptBooks } from '../matching/books/kept-books.ts'
import { type LineRow, lineById, lockLine, waitingLines } from '../matching/line-queries.ts'
import { catchUpProposals, proposeLines } from '../matching/propose-lines.ts'

export interface ReconcilingUntil {
  readonly until: CalendarDate
  /** Applies what needs no click. */
  readonly apply: boolean
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
  readonly kept: KeptBooks
}

/** A line as it was proposed, before anything was applied to it. */
export interface ReconciledLine {
  readonly line: LineRow
  readonly isApplied: boolean
}

type InTransaction = <T>(work: (db: Db) => Promise<T>) => Promise<T>

/**
 * All lines up to a day that are not settled, one after the other as they were booked: each is looked at with the facts that
 * those before it left, and, when asked, what is sure enough is applied in a transaction of its own.
 */
export async function reconcileUntil(
  inTransaction: InTransaction,
  { until, apply, today, factsChanged, kept }: ReconcilingUntil,
): Promise<ReconciledLine[]> {
  const proposing = { today: until, factsChanged, kept }
  const waiting = await inTransaction(async (db) => {
    await catchUpProposals(db, proposing)
    return waitingLines(db, { until })
  })
  const reconciled: ReconciledLine[] = []
  let isMoved = false
  for (const first of waiting) {
    const line: LineRow | null = isMoved ? await inTransaction((db) => proposedAgain(db, first, proposing)) : first
    if (!line) continue
    const isSure: boolean = apply && !line.isHandsOff && (line.proposals[0]?.isAuto === true || isPutAside(line))
    const isApplied: boolean = isSure && (await applied(inTransaction, line, { today, factsChanged, kept }))
    isMoved ||= isApplied
    reconciled.push({ line, isApplied })
  }
  return reconciled
}

/** Null when somebody settled it meanwhile. */
async function proposedAgain(
  db: Db,
  { id, legalEntity, currency }: LineRow,
  proposing: { readonly today: CalendarDate; readonly factsChanged: FactsChanged; readonly kept: KeptBooks },
): Promise<LineRow | null> {
  const line = await lockLine(db, id)
  if (line?.state !== 'unmatched' && line?.state !== 'suggested') return null
  const books = await booksNow(db, { legalEntity, currency }, proposing.kept)
  if (line.proposedFrom === books.print) return line
  await proposeLines(db, [line], { books, ...proposing })
  return lineById(db, id)
}

/** False when the facts moved under it: then it waits for a person, or for the next time. */
async function applied(
  inTransaction: InTransaction,
  { id }: LineRow,
  matching: { readonly today: CalendarDate; readonly factsChanged: FactsChanged; readonly kept: KeptBooks },
): Promise<boolean> {
  const act = { kind: 'proposal', rank: 0, mustBeCertain: true } as const
  try {
    await inTransaction((db) => matchLine(db, id, act, { ...matching, byItself: true }))
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}
