import { asCurrency, type Money, money } from '@quittance/core/money/money.ts'

/** An amount as the API writes it. */
export interface WireMoney {
  readonly amount: number
  readonly currency: string
}

/** The amount of an answer, as core and the kit take it; throws on what the API never writes. */
export const asMoney = (wire: WireMoney): Money => money(wire.amount, asCurrency(wire.currency))

/** Sums come one a currency: the one of the house first, or zero of it when there is none. */
export const mainSum = (sums: readonly WireMoney[], baseCurrency: string): Money =>
  asMoney(sums.find(({ currency }) => currency === baseCurrency) ?? sums[0] ?? { amount: 0, currency: baseCurrency })
