import { findReturned } from '@quittance/core/reconciliation/matching/find-returned.ts'
import type { Proposal, Verdict } from '@quittance/core/reconciliation/matching/proposal.ts'
import type { Db } from '../../../platform/database/db.ts'
import type { LineRow } from '../line-queries.ts'
import { returnCandidates } from './returned-queries.ts'

/** Above it, what is missing is no fee of a bank. Smallest unit. */
const mostFee = 3_000

/** Which of our payments a debit takes back, as proposals of payments; none for a debit that is only a debit. */
export async function proposeReturn(db: Db, line: LineRow): Promise<Verdict> {
  const { legalEntity, currency, bookedOn: on } = line
  const to = -line.amount
  const verdict = findReturned(line, await returnCandidates(db, { legalEntity, currency, from: to - mostFee, to, on }))
  const proposals = verdict.proposals.map(
    ({ payments, customer, confidence, chances, evidence }): Proposal => ({
      kind: 'alreadyRecorded',
      customer,
      allocations: [],
      credit: 0,
      payments,
      confidence,
      chances,
      evidence,
    }),
  )
  const [first] = verdict.decision === 'none' ? [] : proposals
  return { decision: verdict.decision, proposals, mayConcern: first?.customer ? [first.customer] : [] }
}
