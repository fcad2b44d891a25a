import type { DifferenceReason } from '@quittance/core/payments/difference.ts'
import { AppError } from '../../../platform/http/app-error.ts'
import { type KeptProposal, proposalPrint } from '../kept-proposal.ts'
import type { LineRow } from '../line-queries.ts'

export interface ChosenAllocation {
  readonly openItemId: number
  /** Negative for a credit note deducted. */
  readonly amount: number
  readonly difference: { readonly reason: DifferenceReason; readonly amount: number } | null
}

/** What a line is, as somebody says or as a proposal has it. */
export type Chosen =
  | {
      readonly kind: 'paysItems'
      /** Absent: the customer of the first item. */
      readonly customerId?: number | undefined
      readonly allocations: readonly ChosenAllocation[]
    }
  | { readonly kind: 'customerCredit'; readonly customerId: number }
  | { readonly kind: 'alreadyRecorded'; readonly payments: readonly number[] }
  | { readonly kind: 'notACustomer'; readonly always: boolean }
  | { readonly kind: 'returned'; readonly payment: number }

export type MatchAct =
  | Chosen
  | {
      readonly kind: 'proposal'
      readonly rank: number
      /** The print of the proposal that was shown; where given, another proposal of that rank is refused. */
      readonly basis?: string | undefined
      /** One that is no longer almost certain is refused. */
      readonly mustBeCertain?: boolean
    }

/** A proposal as it stands becomes what it says; refuses one that is not there any more. */
export function choose(act: MatchAct, line: LineRow): Chosen {
  if (act.kind !== 'proposal') return act
  const proposal = line.proposals[act.rank]
  const isOther = act.basis !== undefined && (!proposal || act.basis !== proposalPrint(proposal))
  const isDoubtful = act.mustBeCertain === true && proposal?.confidence !== 'almostCertain'
  if (!proposal || isOther || isDoubtful) throw proposalChanged()
  return chosenBy(proposal)
}

export function chosenBy(proposal: KeptProposal): Chosen {
  const [payment] = proposal.payments
  const { customer } = proposal
  switch (proposal.kind) {
    case 'paysItems':
      return {
        kind: 'paysItems',
        ...(customer !== null && { customerId: customer }),
        allocations: proposal.allocations.map(({ item, amount, difference }) => ({
          openItemId: item,
          amount,
          difference,
        })),
      }
    case 'alreadyRecorded':
      return { kind: 'alreadyRecorded', payments: proposal.payments }
    case 'customerCredit':
      if (customer === null) throw proposalChanged()
      return { kind: 'customerCredit', customerId: customer }
    case 'returned':
      if (payment === undefined) throw proposalChanged()
      return { kind: 'returned', payment }
    case 'notACustomer':
      return { kind: 'notACustomer', always: false }
  }
}

/** What was left of the items of the proposal when it was made: `item → smallest unit`. Empty for what a person typed. */
export const duesAssumed = (act: MatchAct, line: LineRow): ReadonlyMap<number, number> =>
  new Map(act.kind === 'proposal' ? line.proposals[act.rank]?.allocations.map(({ item, due }) => [item, due]) : [])

/** A difference may pass the limit of the house only where a proposal of this line explains it. */
export const isProposed = (chosen: Chosen, line: LineRow): boolean =>
  chosen.kind === 'paysItems' &&
  chosen.allocations.every(
    ({ openItemId, difference }) =>
      difference === null ||
      line.proposals.some(({ allocations }) =>
        allocations.some(
          (one) =>
            one.item === openItemId &&
            one.difference?.amount === difference.amount &&
            one.difference.reason === difference.reason,
        ),
      ),
  )

export const proposalChanged = () =>
  new AppError('proposalChanged', 409, {
    fr: 'Les faits ont changé depuis cette proposition. Rien n’est enregistré : regardez la ligne de nouveau.',
    en: 'The facts changed since this proposal. Nothing is saved: look at the line again.',
  })
