import { limitIn } from '../money/limit.ts'
import { type Currency, type Money, money, sumByCurrency } from '../money/money.ts'
import type { StepFee } from './scenario.ts'

/**
 * What a step adds, per currency: its fixed sum once, in the currency of the item that carries the message, and its share
 * of what is asked for in each. Each share is rounded once, half up; a sum of nothing is left out.
 */
export function feesOf(fee: StepFee | null | undefined, toPay: readonly Money[], currency: Currency): Money[] {
  if (!fee) return []
  const { fixed = 0, basisPoints = 0 } = fee
  const shares = toPay.map((sum) => money(Math.floor((sum.amount * basisPoints + 5_000) / 10_000), sum.currency))
  const once = money(Math.round(limitIn(fixed, currency)), currency)
  return sumByCurrency([once, ...shares]).filter((sum) => sum.amount > 0)
}
