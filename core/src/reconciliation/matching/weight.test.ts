import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chancesOf, ln, lnShare, lnWays } from './weight.ts'

const weights = fc.array(fc.integer({ min: -40_000, max: 40_000 }), { minLength: 1, maxLength: 30 })

describe('weights', () => {
  it('700 says twice as likely, 2300 ten times, 6900 a thousand times', () => {
    expect(ln(2)).toBe(693)
    expect(ln(10)).toBe(2303)
    expect(ln(1000)).toBe(6908)
  })

  it('what is no number of things weighs nothing', () => {
    expect([ln(0), ln(0.3), ln(1)]).toEqual([0, 0, 0])
  })

  it('more things weigh more, whole or not, in the table and beyond it', () => {
    const numbers = [1, 1.5, 2, 3.2, 40, 4095, 4096, 4097.5, 100_000, 9e9]
    const found = numbers.map(ln)
    expect(found).toEqual(found.toSorted((a, b) => a - b))
    expect(ln(9e9)).toBeGreaterThan(ln(100_000))
  })

  it('a share of a whole is never more than certain', () => {
    expect(lnShare(5, 5)).toBe(0)
    expect(lnShare(1, 10)).toBeCloseTo(-ln(10), -1)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 5000 }), (share, rest) => {
        expect(lnShare(share, share + rest)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('counts the ways to choose some of many', () => {
    expect(lnWays(5, 2)).toBeCloseTo(ln(10), -1)
    expect(lnWays(20, 3)).toBeCloseTo(ln(1140), -1)
    expect([lnWays(7, 0), lnWays(7, 7), lnWays(3, 9)]).toEqual([0, 0, 0])
  })

  it('to choose some is to leave the others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (n, k) => {
        fc.pre(k <= n)
        expect(lnWays(n, k)).toBe(lnWays(n, n - k))
      }),
    )
  })
})

describe('chances', () => {
  it('add up to ten thousand, but for what rounding down leaves', () => {
    fc.assert(
      fc.property(weights, (some) => {
        const sum = chancesOf(some).reduce((all, one) => all + one, 0)
        expect(sum).toBeLessThanOrEqual(10_000)
        expect(sum).toBeGreaterThanOrEqual(10_000 - some.length)
      }),
    )
  })

  it('what weighs more has no less of a chance', () => {
    fc.assert(
      fc.property(weights, (some) => {
        const chances = chancesOf(some)
        some.forEach((left, i) => {
          some.forEach((right, j) => {
            if (left > right) expect(chances[i]).toBeGreaterThanOrEqual(chances[j] ?? 0)
          })
        })
      }),
    )
  })

  it('depend on how far the weights lie apart, and on nothing else', () => {
    expect(chancesOf([9000, 7000])).toEqual(chancesOf([-3000, -5000]))
    expect(chancesOf([500, 500])).toEqual([5000, 5000])
    expect(chancesOf([6908, 0])[1]).toBe(9)
  })

  it('one more thing thought of takes from the chances of all others', () => {
    const [before] = chancesOf([4000, 2000])
    const [after] = chancesOf([4000, 2000, 3500])
    expect(after).toBeLessThan(before ?? 0)
  })

  it('the only thing thought of is certain, and very far weights do not overflow', () => {
    expect(chancesOf([-80_000])).toEqual([10_000])
    expect(chancesOf([900_000, -900_000])).toEqual([10_000, 0])
  })
})
