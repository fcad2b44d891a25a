import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { FactsChanged } from '../../../customers/facts-changed.ts'
import type { Db } from '../../../platform/database/db.ts'
import { sql } from '../../../platform/database/sql.ts'
import type { KeptBooks } from '../books/kept-books.ts'
import { type LineRow, waitingLines } from '../line-queries.ts'
import { catchUpProposals } from '../propose-lines.ts'
import { type InTransaction, matchBatches } from './match-batches.ts'

export interface MatchingAlone {
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
  readonly kept?: KeptBooks
}

/** Lines whose first proposal is almost certain; those that a person took back wait for a person. */
const isCertain = ({ confidence, isHandsOff, proposals }: LineRow): boolean =>
  confidence === 'almostCertain' && proposals.length > 0 && !isHandsOff

/**
 * Applies every almost certain proposal, some lines in each transaction and each of them alone: a line whose facts changed
 * meanwhile is left to be looked at, the others go on. Answers the lines applied.
 */
export async function matchCertainLines(
  inTransaction: InTransaction,
  { account, ...matching }: MatchingAlone & { readonly account?: number | undefined },
): Promise<number[]> {
  const certain = await inTransaction(async (db) => {
    await catchUpProposals(db, matching)
    return (await waitingLines(db, { account })).filter(isCertain)
  })
  return matchBatches(inTransaction, certain, matching)
}

export interface MatchedByThemselves {
  /** Of the lines asked about. */
  readonly almostCertain: number
  readonly applied: number
}

/**
 * Brings the proposals up to date and does what needs no click: a line that a rule puts aside, and, where the organisation
 * has switched that on, what is certain enough to be applied. Each line stands or falls alone.
 */
export async function matchByThemselves(
  inTransaction: InTransaction,
  lines: readonly number[],
  { mayApply = true, ...matching }: MatchingAlone & { readonly mayApply?: boolean },
): Promise<MatchedByThemselves> {
  const asked = new Set(lines)
  const { waiting, isOn } = await inTransaction(async (db) => {
    await catchUpProposals(db, matching)
    const all = await waitingLines(db, {})
    return { waiting: all.filter(({ id }) => asked.has(id)), isOn: mayApply && (await matchesByItself(db)) }
  })
  const sure = waiting.filter(
    (line) => !line.isHandsOff && (isPutAside(line) || (isOn && line.proposals[0]?.isAuto === true)),
  )
  const applied = await matchBatches(inTransaction, sure, { ...matching, byItself: true })
  return { almostCertain: waiting.filter(isCertain).length, applied: applied.length }
}

/** A rule that a person taught says that such lines concern no customer. */
export const isPutAside = ({ proposals: [first] }: LineRow): boolean =>
  first?.kind === 'notACustomer' && first.evidence.some(({ code }) => code === 'ignoreRule')

export const matchesByItself = async (db: Db): Promise<boolean> =>
  (
    await db.one<{ on: boolean }>(sql`
      select matches_by_itself as on from organization where organization_id = current_organization()`)
  ).on
