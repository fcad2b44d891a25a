import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { allocated, closableGap, type DueItem, lineOf, newDraft, type PaymentDraft } from '../payments/payment-draft.ts'
import type { BankLine, MatchBody, Proposal } from './api.ts'

/** A bank line being split by hand begins as the proposal says; its amount and day are the bank's. */
export function draftOf(line: BankLine, proposal: Proposal | undefined): PaymentDraft {
  const start = newDraft({
    customer: proposal?.customer ?? null,
    currency: line.amount.currency,
    receivedOn: asDate(line.bookedOn),
  })
  const lines = proposal?.allocations.filter(({ allocated: { amount } }) => amount > 0) ?? []
  return {
    ...start,
    amount: line.amount.amount,
    lines: lines.length > 0 ? new Map(lines.map((each) => [each.openItemId, each.allocated.amount])) : null,
    keepsRest: (proposal?.credit.amount ?? 0) > 0,
  }
}

/** What is sent; undefined while too much is allocated, or nothing at all, or a rest nobody spoke of. */
export function bodyOfSplit(
  draft: PaymentDraft,
  items: readonly DueItem[],
  differenceLimit: number,
): Extract<MatchBody, { kind: 'paysItems' | 'customerCredit' }> | undefined {
  if (!draft.customer) return undefined
  const { rest, isAllPaid, tooMuch } = allocated(draft, items)
  if (rest < 0 || tooMuch.length > 0 || (rest > 0 && !isAllPaid && !draft.keepsRest)) return undefined
  const lines = items.filter((item) => lineOf(draft, item) > 0)
  if (lines.length === 0) return { kind: 'customerCredit', customerId: draft.customer.id }
  return {
    kind: 'paysItems',
    customerId: draft.customer.id,
    allocations: lines.map((item) => {
      const reason = draft.closings.get(item.openItemId)
      const gap = closableGap(draft, item, differenceLimit)
      return {
        openItemId: item.openItemId,
        amount: lineOf(draft, item),
        difference: reason && gap > 0 ? { reason, amount: gap } : null,
      }
    }),
  }
}
