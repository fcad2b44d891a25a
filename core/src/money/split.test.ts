import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asCurrency, type Money, money } from './money.ts'
import { splitByWeights, splitEvenly, splitLastTakesRest } from './split.ts'

const EUR = asCurrency('EUR')
const eur = (amount: number) => money(amount, EUR)
const cents = (parts: Money[]) => parts.map((part) => part.amount)

describe('splitting an amount', () => {
  it('rounds instalments half up and gives the rest to the last one', () => {
    expect(cents(splitLastTakesRest(eur(100001), [30, 70]))).toEqual([30000, 70001])
    expect(cents(splitLastTakesRest(eur(10000), [1, 1, 1]))).toEqual([3333, 3333, 3334])
    expect(cents(splitLastTakesRest(eur(5), [1, 1]))).toEqual([3, 2])
  })

  it('never makes an instalment negative, even on a few cents', () => {
    expect(cents(splitLastTakesRest(eur(3), [1, 1, 1, 1, 1, 1]))).toEqual([1, 1, 1, 0, 0, 0])
  })

  it('gives the odd cents to the largest remainders, then to the earlier part', () => {
    expect(cents(splitByWeights(eur(100), [1, 1, 1]))).toEqual([34, 33, 33])
    expect(cents(splitByWeights(eur(100), [50, 33, 17]))).toEqual([50, 33, 17])
    expect(cents(splitByWeights(eur(101), [50, 33, 17]))).toEqual([51, 33, 17])
    expect(cents(splitByWeights(eur(10), [0, 1, 3]))).toEqual([0, 3, 7])
    expect(cents(splitEvenly(eur(200), 3))).toEqual([67, 67, 66])
  })

  it('mirrors a credit note', () => {
    expect(cents(splitByWeights(eur(-100), [1, 1, 1]))).toEqual([-34, -33, -33])
    expect(cents(splitLastTakesRest(eur(-10000), [1, 1, 1]))).toEqual([-3333, -3333, -3334])
  })

  it('loses no cent, whatever the total and the weights', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 })
      .filter((all) => all.some((weight) => weight > 0))
    fc.assert(
      fc.property(fc.maxSafeInteger(), weights, (amount, shares) => {
        for (const split of [splitByWeights, splitLastTakesRest]) {
          const parts = cents(split(eur(amount), shares))
          expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(amount))
          expect(parts.every((part) => Math.sign(part) === Math.sign(amount) || part === 0)).toBe(true)
        }
      }),
    )
  })

  it('is at most one cent away from the exact share', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1 }), (amount, shares) => {
        const sum = shares.reduce((all, share) => all + share, 0)
        for (const [index, part] of cents(splitByWeights(eur(amount), shares)).entries())
          expect(Math.abs(part * sum - amount * (shares[index] ?? 0))).toBeLessThan(sum)
      }),
    )
  })

  it('refuses shares that share nothing', () => {
    expect(() => splitByWeights(eur(1), [])).toThrow(/above zero/)
    expect(() => splitByWeights(eur(1), [0, 0])).toThrow(/above zero/)
    expect(() => splitByWeights(eur(1), [-1, 2])).toThrow(/none negative/)
    expect(() => splitLastTakesRest(eur(1), [0.3, 0.7])).toThrow(/whole numbers/)
  })
})
