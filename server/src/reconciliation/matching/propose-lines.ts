import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { lineConfidence } from '@quittance/core/reconciliation/lines/line-confidence.ts'
import type { Verdict } from '@quittance/core/reconciliation/matching/proposal.ts'
import type { FactsChanged } from '../../customers/facts-changed.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { linesUndoneElsewhere } from './applying/match-queries.ts'
import { undoMatch } from './applying/undo-match.ts'
import { booksNow, type KeptBooks, type OpenBooks } from './books/kept-books.ts'
import { type Held, keepHolds } from './holds.ts'
import type { KeptProposal } from './kept-proposal.ts'
import {
  booksAwaited,
  duesOf,
  keepProposals,
  type LineRow,
  lineById,
  outdatedLines,
  type Proposed,
} from './line-queries.ts'
import { proposeReturn } from './returned/propose-return.ts'

export interface Proposing {
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
  /** Kept by a program that asks many times; absent, the books are read for this once. */
  readonly kept?: KeptBooks
}

/** Lines looked at before anybody asks whether somebody waits. */
const batchLines = 200

/** A person does not wait longer for lines further down a list, in milliseconds. */
const patience = 400

/**
 * Brings the proposals of all lines that wait up to the facts of now, and with them whose reminders they hold. Nothing is
 * written, nor read beyond one figure, when no fact changed since: so whoever is about to show or apply asks this first.
 */
export async function catchUpProposals(db: Db, { today, factsChanged, kept = new Map() }: Proposing): Promise<void> {
  for (const line of await linesUndoneElsewhere(db)) await undoMatch(db, line, { today, factsChanged })
  const awaited = await booksAwaited(db)
  if (awaited.length === 0) return
  await takeTurn(db)
  for (const of of awaited) {
    const books = await booksNow(db, of, kept)
    const lines = await outdatedLines(db, { ...of, print: books.print })
    if (lines.length > 0) await proposeLines(db, lines, { books, today, factsChanged })
  }
}

/** Two that look at the same moment would write the same lines in two orders. */
const takeTurn = (db: Db): Promise<number> =>
  db.run(sql`select pg_advisory_xact_lock(hashtext('quittance.matching'), current_organization()::int)`)

/**
 * The same for who shows a list and may not wait for thousands of lines: those whose customers or amounts just moved, then
 * the latest days, as long as patience lasts. The others keep what they say until the next time: whoever opens one has it
 * looked at (`catchUpLine`), and whoever applies is refused what is no longer so.
 */
export async function catchUpShown(
  db: Db,
  { today, factsChanged, kept = new Map() }: Proposing,
  until: number = performance.now() + patience,
): Promise<void> {
  for (const line of await linesUndoneElsewhere(db)) await undoMatch(db, line, { today, factsChanged })
  const awaited = await booksAwaited(db)
  if (awaited.length === 0) return
  await takeTurn(db)
  for (const of of awaited) {
    const books = await booksNow(db, of, kept)
    const asked = { ...of, print: books.print, limit: batchLines }
    for (let lines = await outdatedLines(db, asked); lines.length > 0; lines = await outdatedLines(db, asked)) {
      await proposeLines(db, lines, { books, today, factsChanged })
      if (performance.now() > until) return
    }
  }
}

/** One line that waits, as the facts are now. */
export async function catchUpLine(
  db: Db,
  id: number,
  { today, factsChanged, kept = new Map() }: Proposing,
): Promise<void> {
  for (const line of await linesUndoneElsewhere(db)) await undoMatch(db, line, { today, factsChanged })
  const there = await lineById(db, id)
  if (there?.state !== 'unmatched' && there?.state !== 'suggested') return
  await takeTurn(db)
  const books = await booksNow(db, there, kept)
  const lines = await outdatedLines(db, { ...there, print: books.print, line: id })
  if (lines.length > 0) await proposeLines(db, lines, { books, today, factsChanged })
}

interface Asked {
  readonly books: OpenBooks
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
}

/** Writes beside each of these lines what it may be, and whose reminders wait for it. Answers in their order. */
export async function proposeLines(db: Db, lines: readonly LineRow[], asked: Asked): Promise<Proposed[]> {
  const verdicts: Verdict[] = []
  const proposed: Proposed[] = []
  const held: Held[] = []
  for (const line of lines) {
    const verdict = line.amount > 0 ? asked.books.matcher.propose(line, asked.today) : await proposeReturn(db, line)
    verdicts.push(verdict)
    held.push(...verdict.mayConcern.map((customer) => ({ line: line.id, customer })))
  }
  const dues = await duesOf(db, [...new Set(verdicts.flatMap(itemsOf))])
  for (const [at, line] of lines.entries()) {
    const verdict = verdicts[at]
    if (verdict) proposed.push(keptVerdict(line, verdict, dues))
  }
  await keepProposals(db, proposed, asked.books.print)
  const changed = await keepHolds(
    db,
    lines.map(({ id }) => id),
    held,
  )
  if (changed.length > 0) await asked.factsChanged(db, changed)
  return proposed
}

const itemsOf = ({ proposals }: Verdict): number[] =>
  proposals.flatMap(({ allocations }) => allocations.map(({ item }) => item))

function keptVerdict(line: LineRow, verdict: Verdict, dues: ReadonlyMap<number, number>): Proposed {
  const proposals = verdict.proposals.map(
    (proposal, rank): KeptProposal => ({
      ...proposal,
      kind: line.amount < 0 && proposal.kind === 'alreadyRecorded' ? 'returned' : proposal.kind,
      allocations: proposal.allocations.map((one) => ({ ...one, due: dues.get(one.item) ?? 0 })),
      isAuto: rank === 0 && verdict.decision === 'auto',
    }),
  )
  const [first] = proposals
  return {
    line: line.id,
    proposals,
    confidence: lineConfidence(verdict.proposals[0], line.payerName),
    customer: first?.customer ?? null,
  }
}
