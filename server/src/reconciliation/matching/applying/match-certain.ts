import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { FactsChanged } from '../../../customers/facts-changed.ts'
import type { Db } from '../../../platform/database/db.ts'
import { sql } from '../../../platform/database/sql.ts'
import { AppError } from '../../../platform/http/app-error.ts'
import type { KeptBooks } from '../books/kept-books.ts'
import { type LineRow, waitingLines } from '../line-queries.ts'
import { catchUpProposals } from '../propose-lines.ts'
import { matchLine } from './match-line.ts'

export interface MatchingAlone {
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
  readonly kept?: KeptBooks
}

type InTransaction = <T>(work: (db: Db) => Promise<T>) => Promise<T>

/** Lines whose first proposal is almost certain; those that a person took back wait for a person. */
const isCertain = ({ confidence, isHandsOff, proposals }: LineRow): boolean =>
  confidence === 'almostCertain' && proposals.length > 0 && !isHandsOff

/**
 * Applies every almost certain proposal, each line in a transaction of its own: a line whose facts changed meanwhile is left
 * to be looked at, the others go on. Answers the lines applied.
 */
export async function matchCertainLines(
  inTransaction: InTransaction,
  { account, ...matching }: MatchingAlone & { readonly account?: number | undefined },
): Promise<number[]> {
  const certain = await inTransaction(async (db) => {
    await catchUpProposals(db, matching)
    return (await waitingLines(db, { account })).filter(isCertain)
  })
  const applied: number[] = []
  for (const { id } of certain) {
    const isApplied = await triedAlone(() => inTransaction((db) => matchFirst(db, id, matching)))
    if (isApplied) applied.push(id)
  }
  return applied
}

/** Looked at again under its lock: what somebody else's question made less than certain meanwhile is refused. */
const matchFirst = (db: Db, id: number, matching: MatchingAlone & { byItself?: boolean }) =>
  matchLine(db, id, { kind: 'proposal', rank: 0, mustBeCertain: true }, matching)

/** What is refused because the facts moved is left; a mistake of ours is not hidden. */
async function triedAlone(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

export interface MatchedByThemselves {
  /** Of the lines asked about. */
  readonly almostCertain: number
  readonly applied: number
}

/**
 * Brings the proposals up to date and does what needs no click: a line that a rule puts aside, and, where the organisation
 * has switched that on, what is certain enough to be applied. Each line stands or falls alone, in a transaction of its own.
 */
export async function matchByThemselves(
  inTransaction: InTransaction,
  lines: readonly number[],
  matching: MatchingAlone,
): Promise<MatchedByThemselves> {
  const asked = new Set(lines)
  const { waiting, isOn } = await inTransaction(async (db) => {
    await catchUpProposals(db, matching)
    const all = await waitingLines(db, {})
    return { waiting: all.filter(({ id }) => asked.has(id)), isOn: await matchesByItself(db) }
  })
  let applied = 0
  for (const line of waiting) {
    if (line.isHandsOff || !(isPutAside(line) || (isOn && line.proposals[0]?.isAuto))) continue
    const act = (db: Db) => matchFirst(db, line.id, { ...matching, byItself: true })
    if (await triedAlone(() => inTransaction(act))) applied += 1
  }
  return { almostCertain: waiting.filter(isCertain).length, applied }
}

/** A rule that a person taught says that such lines concern no customer. */
export const isPutAside = ({ proposals: [first] }: LineRow): boolean =>
  first?.kind === 'notACustomer' && first.evidence.some(({ code }) => code === 'ignoreRule')

export const matchesByItself = async (db: Db): Promise<boolean> =>
  (
    await db.one<{ on: boolean }>(sql`
      select matches_by_itself as on from organization where organization_id = current_organization()`)
  ).on
