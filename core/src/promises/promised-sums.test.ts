import { describe, expect, it } from 'vitest'
import { asCurrency, money } from '../money/money.ts'
import { promisedSums } from './promised-sums.ts'

const euros = (amount: number) => money(amount, asCurrency('EUR'))
const dollars = (amount: number) => money(amount, asCurrency('USD'))
const items = [
  { id: 1, left: euros(80_000) },
  { id: 2, left: euros(20_000) },
]

describe('what a promise comes to', () => {
  it('is all that is left of its invoices, unless something else was said', () => {
    expect(promisedSums(items, {})).toEqual([euros(100_000)])
    expect(promisedSums(items, { amount: 50_000 })).toEqual([euros(50_000)])
    expect(promisedSums([], { amount: 50_000 })).toEqual([])
  })

  it('counts the part of each invoice that has one, and the rest of the others', () => {
    expect(promisedSums(items, { parts: [{ item: 1, amount: 30_000 }] })).toEqual([euros(50_000)])
    expect(promisedSums(items, { amount: 40_000, parts: [{ item: 1, amount: 30_000 }] })).toEqual([euros(40_000)])
  })

  it('is one sum a currency, and no single amount holds for two', () => {
    const mixed = [...items, { id: 3, left: dollars(500) }]
    expect(promisedSums(mixed, {})).toEqual([euros(100_000), dollars(500)])
    expect(promisedSums(mixed, { amount: 70_000 })).toEqual([euros(100_000), dollars(500)])
    expect(promisedSums(mixed, { parts: [{ item: 3, amount: 200 }] })).toEqual([euros(100_000), dollars(200)])
  })
})
