import type { Proposal, ProposedAllocation } from '@quittance/core/reconciliation/matching/proposal.ts'

/** A proposal as it stands beside its line, with what was left of each item when it was made. */
export interface KeptProposal extends Omit<Proposal, 'kind' | 'allocations'> {
  /** 'returned': one of our payments came back; `payments` names it. */
  readonly kind: Proposal['kind'] | 'returned'
  readonly allocations: readonly (ProposedAllocation & { readonly due: number })[]
  /** May be applied without a click, where the organisation switched that on. */
  readonly isAuto: boolean
}
