import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openItemBook } from '../item-book.ts'
import { anItem } from '../testing/some-books.ts'
import type { AmountFit, ItemSet, PoolItem, Take } from './hypothesis.ts'
import { takeAll, takeDiscounted, takeLess, takePart, takesOf } from './take-items.ts'

/** Faces, and what is left of each once its discount is taken. */
const poolOf = (...faces: readonly (number | readonly [face: number, net: number])[]): PoolItem[] =>
  faces.map((one, at): PoolItem => {
    const [face, net] = typeof one === 'number' ? [one, one] : one
    const book = openItemBook({ customers: [], items: [anItem(at + 1, 1, { amount: face })], settled: [] })
    const item = book.items.get(at + 1)
    if (!item) throw new Error('the item is in the book')
    return { item, face, net, timing: 0, discountLate: 0, quote: null }
  })
const amounts = (takes: readonly Take[]): number[] => takes.map(({ amount }) => amount)
const differences = (takes: readonly Take[]) => takes.map(({ difference }) => difference)
const setOf = (items: readonly PoolItem[]): ItemSet => ({ items, manner: 'quoted', choice: 0, ways: 1 })

describe('how money is shared among items', () => {
  it('all that is due of each, credit notes too', () => {
    expect(amounts(takeAll(poolOf(500, -200)))).toEqual([500, -200])
  })

  it('each less its discount, which is the reason of what is missing', () => {
    const takes = takeDiscounted(poolOf([10_000, 9_800], 5_000), 14_800)
    expect(amounts(takes)).toEqual([9_800, 5_000])
    expect(differences(takes)).toEqual([{ reason: 'discount', amount: 200 }, null])
  })

  it('the odd cent of a discount taken on the whole goes to the largest', () => {
    const takes = takeDiscounted(poolOf([10_025, 9_825], [20_025, 19_625]), 29_451)
    expect(amounts(takes)).toEqual([9_825, 19_626])
    expect(differences(takes)).toEqual([
      { reason: 'discount', amount: 200 },
      { reason: 'discount', amount: 399 },
    ])
  })

  it('a fee is missing of the largest, and closes it', () => {
    const takes = takeLess(poolOf(10_000, 30_000), 38_500, 'bankFee')
    expect(amounts(takes)).toEqual([10_000, 28_500])
    expect(differences(takes)).toEqual([null, { reason: 'bankFee', amount: 1_500 }])
  })

  it('a part pays the oldest in full and the last in part, and what follows not at all', () => {
    const takes = takePart(poolOf(10_000, 20_000, 30_000), 15_000)
    expect(amounts(takes)).toEqual([10_000, 5_000])
    expect(differences(takes)).toEqual([null, null])
  })

  it('a credit note lets a part go further', () => {
    expect(amounts(takePart(poolOf(10_000, -4_000, 20_000), 15_000))).toEqual([-4_000, 10_000, 9_000])
  })

  it('a rounding up leaves a credit, a rounding down a difference', () => {
    expect(amounts(takesOf(setOf(poolOf(9_999)), 'rounding', 10_000))).toEqual([9_999])
    expect(takesOf(setOf(poolOf(10_001)), 'rounding', 10_000)).toMatchObject([
      { amount: 10_000, difference: { reason: 'rounding', amount: 1 } },
    ])
  })

  it('too much pays all, and no more than all', () => {
    expect(amounts(takesOf(setOf(poolOf(10_000, 500)), 'tooMuch', 50_000))).toEqual([10_000, 500])
  })

  it('whatever the items and the amount, no more is taken than is due, nor more than came', () => {
    const fit = fc.constantFrom<AmountFit>('exact', 'partial', 'tooMuch', 'retention')
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 400_000 }),
        fit,
        (faces, amount, how) => {
          const takes = takesOf(setOf(poolOf(...faces)), how, amount)
          for (const { pool, amount: taken } of takes) {
            expect(taken).toBeGreaterThan(0)
            expect(taken).toBeLessThanOrEqual(pool.face)
          }
          const sum = amounts(takes).reduce((all, one) => all + one, 0)
          const due = faces.reduce((all, one) => all + one, 0)
          expect(sum).toBe(Math.min(due, amount))
        },
      ),
    )
  })

  it('a discount or a fee makes the line and closes every item, to the cent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1_000, max: 90_000 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom<'discount' | 'bankFee'>('discount', 'bankFee'),
        fc.integer({ min: -2, max: 2 }),
        (faces, how, cents) => {
          const pool = poolOf(...faces.map((face) => [face, face - Math.round(face / 50)] as const))
          const amount = pool.reduce((sum, { net }) => sum + net, how === 'discount' ? cents : 0)
          const takes = takesOf(setOf(pool), how, amount)
          expect(amounts(takes).reduce((sum, one) => sum + one, 0)).toBe(amount)
          for (const { pool: one, amount: taken, difference } of takes)
            expect(taken + (difference?.amount ?? 0)).toBe(one.face)
        },
      ),
    )
  })
})
