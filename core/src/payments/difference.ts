import { type Money, subtract } from '../money/money.ts'

/** Why a small gap between what was due and what came is closed instead of chased. */
export type DifferenceReason = 'bankFee' | 'discount' | 'rounding'

export type Gap =
  | { readonly kind: 'none' }
  | { readonly kind: 'closable'; readonly gap: Money }
  | { readonly kind: 'leftToPay'; readonly gap: Money }

/**
 * What a payment leaves open of an item: a gap up to `tolerance` (smallest unit of the currency, included) may be
 * closed with a reason; a person says so, it is never closed by itself. Paid in excess leaves no gap: the rest is the
 * customer's credit. Throws across currencies.
 */
export function gapAfter({ due, paid, tolerance }: { due: Money; paid: Money; tolerance: number }): Gap {
  const gap = subtract(due, paid)
  if (gap.amount <= 0) return { kind: 'none' }
  return { kind: gap.amount <= tolerance ? 'closable' : 'leftToPay', gap }
}
