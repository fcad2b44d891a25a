import { type Money, money, sumByCurrency } from '../money/money.ts'

export interface PromisedOf {
  readonly id: number
  /** What is left to pay of it. */
  readonly left: Money
}

export interface ToldAmounts {
  /** One amount for all of them, in the smallest unit; it holds only where they are in one currency. */
  readonly amount?: number | null | undefined
  /** What was promised of single due lines, in the smallest unit of each. */
  readonly parts?: readonly { readonly item: number; readonly amount: number }[] | undefined
}

/** What a promise about these due lines comes to, one sum a currency: as told, and all that is left of what was not. */
export function promisedSums(items: readonly PromisedOf[], { amount, parts = [] }: ToldAmounts): Money[] {
  const part = new Map(parts.map((one) => [one.item, one.amount]))
  const sums = sumByCurrency(items.map(({ id, left }) => money(part.get(id) ?? left.amount, left.currency)))
  const [only] = sums
  return only && sums.length === 1 && typeof amount === 'number' ? [money(amount, only.currency)] : sums
}
