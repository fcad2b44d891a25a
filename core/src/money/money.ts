import { assert } from './assert.ts'

/** ISO 4217 alphabetic code, upper case. */
export type Currency = string & { readonly __currency: unique symbol }

/** A whole number of the currency's smallest unit (cents for EUR, yen for JPY), with its currency. */
export interface Money {
  readonly amount: number
  readonly currency: Currency
}

/** The most one line of business may say, in smallest units: hundreds of them still add up to an exact number. */
export const largestAmount = 10_000_000_000_000

const currencyShape = /^[A-Z]{3}$/

/** Takes three upper-case letters; throws on any other shape. Whether ISO 4217 knows them is `isActiveCurrency`. */
export function asCurrency(text: string): Currency {
  assert(currencyShape.test(text), `"${text}" is not a currency code of three upper-case letters`)
  return text as Currency
}

/** `amount` in the smallest unit; throws unless it is a safe integer. Minus zero becomes zero. */
export function money(amount: number, currency: Currency): Money {
  assert(Number.isSafeInteger(amount), `${amount} ${currency} is not a whole number of the smallest unit`)
  return { amount: amount === 0 ? 0 : amount, currency }
}

function assertSameCurrency(a: Money, b: Money): void {
  assert(a.currency === b.currency, `${a.currency} and ${b.currency} do not add up: amounts of two currencies`)
}

/** Throws across currencies. */
export function add(a: Money, b: Money): Money {
  assertSameCurrency(a, b)
  return money(a.amount + b.amount, a.currency)
}

/** `a` less `b`; throws across currencies. */
export function subtract(a: Money, b: Money): Money {
  assertSameCurrency(a, b)
  return money(a.amount - b.amount, a.currency)
}

export const negate = (m: Money): Money => money(-m.amount, m.currency)

/** One total a currency, in the order of the codes; a currency whose items cancel out stays, at zero. */
export function sumByCurrency(items: Iterable<Money>): Money[] {
  const totals = new Map<Currency, number>()
  for (const item of items) {
    totals.set(item.currency, money((totals.get(item.currency) ?? 0) + item.amount, item.currency).amount)
  }
  return [...totals].map(([currency, amount]) => money(amount, currency)).sort(byCurrency)
}

const byCurrency = (a: Money, b: Money): number => (a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : 0)

export const isZero = (m: Money): boolean => m.amount === 0

export const isPositive = (m: Money): boolean => m.amount > 0

/** Negative, zero or positive, as `sort` wants it; throws across currencies. */
export function compare(a: Money, b: Money): number {
  assertSameCurrency(a, b)
  return a.amount === b.amount ? 0 : a.amount < b.amount ? -1 : 1
}
