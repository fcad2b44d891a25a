import { useQuery } from '@tanstack/react-query'
import { useSession } from '../app/session.ts'
import { useToday } from '../ui/today.ts'
import { type Asked, type Proposal, payerQuery, proposalQuery } from './api.ts'
import type { PaymentDraft } from './payment-draft.ts'

/** The question a draft asks of the server; undefined until it has a customer. */
export function askedBy(draft: PaymentDraft, currency: string, today: string): Asked | undefined {
  if (draft.customer === null) return undefined
  return {
    customerId: draft.customer.id,
    currency,
    amount: draft.amount ?? 0,
    receivedOn: draft.receivedOn ?? today,
    preferItemId: draft.openItemId,
  }
}

/** The due lines of the customer with what the amount would pay, and the currencies the payment can be in. */
export function useDraftProposal(draft: PaymentDraft) {
  const today = useToday()
  const { baseCurrency } = useSession().organization
  const payerId = draft.customer?.id
  const payer = useQuery({ ...payerQuery(payerId ?? 0), enabled: payerId !== undefined }).data
  const currency = draft.currency ?? payer?.currency ?? baseCurrency
  const asked = askedBy(draft, currency, today)
  const isKnown = asked !== undefined && (draft.currency !== null || payer !== undefined)
  const proposal = useQuery({
    ...proposalQuery(asked ?? { customerId: 0, currency, amount: 0, receivedOn: today, preferItemId: null }),
    enabled: isKnown,
  })
  return {
    currency,
    currencies: [...new Set([currency, ...(payer?.outstanding ?? []).map((sum) => sum.currency)])],
    items: (isKnown ? proposal.data?.items : undefined) ?? [],
    /** Of this very amount; undefined while another one's is still on screen. */
    proposal: isKnown && !proposal.isPlaceholderData ? proposal.data : undefined,
    shown: isKnown ? (proposal.data as Proposal | undefined) : undefined,
    isLoading: isKnown && proposal.isPending,
    error: proposal.error,
    retry: () => void proposal.refetch(),
  }
}

export type DraftProposal = ReturnType<typeof useDraftProposal>
