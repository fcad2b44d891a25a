import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { matchByThemselves } from '../matching/applying/match-certain.ts'
import type { Proposing } from '../matching/propose-lines.ts'

/** What matching found for lines that a statement brought. */
export interface ProposedNew {
  /** Lines that found an almost certain match. */
  readonly almostCertain: number
  /** Of them, those applied by themselves, where the organisation has switched that on. */
  readonly applied: number
}

export interface ProposingNew extends Proposing {
  /** Absent: yes. Who sends the lines may be trusted with them, and with no more. */
  readonly mayApply?: boolean
}

/** Looks for what lines that just came pay, and keeps the proposals with them. */
export async function proposeNewLines(
  transaction: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  lines: readonly number[],
  proposing: ProposingNew,
): Promise<ProposedNew> {
  if (lines.length === 0) return { almostCertain: 0, applied: 0 }
  await matchByThemselves(transaction, lines, proposing)
  return transaction((db) =>
    db.one<ProposedNew>(sql`
    select count(*) filter (where confidence = 'almostCertain')::int as "almostCertain",
      count(*) filter (where state = 'matched')::int as applied
    from bank_line
    where organization_id = current_organization() and id = any(${lines}) and state in ('unmatched', 'suggested', 'matched')`),
  )
}
