import { createHash } from 'node:crypto'
import type { Proposal, ProposedAllocation } from '@quittance/core/reconciliation/matching/proposal.ts'

/** A proposal as it stands beside its line, with what was left of each item when it was made. */
export interface KeptProposal extends Omit<Proposal, 'kind' | 'allocations'> {
  /** 'returned': one of our payments came back; `payments` names it. */
  readonly kind: Proposal['kind'] | 'returned'
  readonly allocations: readonly (ProposedAllocation & { readonly due: number })[]
  /** May be applied without a click, where the organisation switched that on. */
  readonly isAuto: boolean
}

/**
 * What a person agrees to when they accept this proposal, in twenty-two characters: who pays, what of which item, what is
 * left of it, and how sure it is said to be. Two proposals with one print do the same thing, whatever else changed in the
 * books.
 */
export function proposalPrint({ kind, confidence, customer, allocations, payments, credit }: KeptProposal): string {
  const agreed = [
    kind,
    confidence,
    customer,
    allocations.map(({ item, amount, due, difference }) => [
      item,
      amount,
      due,
      difference && [difference.reason, difference.amount],
    ]),
    payments,
    credit,
  ]
  return createHash('sha256').update(JSON.stringify(agreed)).digest('base64url').slice(0, 22)
}
