import { describe, expect, it } from 'vitest'
import type { BookedPromise } from '../books.ts'
import { aCustomer, aLine, anItem, day } from '../testing/some-books.ts'
import { layOpen } from '../testing/some-case.ts'
import { promisedOf } from './promised.ts'

const items = [
  anItem(1, 1, { amount: 40_000, dueDate: day('2026-09-10') }),
  anItem(2, 1, { amount: 60_000, dueDate: day('2026-09-20') }),
  anItem(3, 1, { amount: 70_000, dueDate: day('2026-09-25') }),
]
const aPromise = (more: Partial<BookedPromise> = {}): BookedPromise => ({
  customer: 1,
  items: [1, 2],
  amount: 100_000,
  on: day('2026-10-05'),
  ...more,
})
const taken = (amount: number, ...promises: readonly BookedPromise[]): [number, number][][] => {
  const customers = [aCustomer(1, { name: 'Nordelec Industrie' }), aCustomer(2)]
  const one = layOpen({ customers, items }, aLine(amount, 'NORDELEC INDUSTRIE')).caseOf(1)
  return promisedOf(one, promises).map(({ takes }) => takes.map((take) => [take.pool.item.id, take.amount]))
}

describe('money that was promised', () => {
  it('pays the items it was promised for', () => {
    expect(taken(100_000, aPromise())).toEqual([
      [
        [1, 40_000],
        [2, 60_000],
      ],
    ])
  })

  it('an instalment pays the oldest of them first', () => {
    expect(taken(50_000, aPromise({ items: [1, 2, 3], amount: 50_000 }))).toEqual([
      [
        [1, 40_000],
        [2, 10_000],
      ],
    ])
  })

  it('a promise that names no item is for all that is owed', () => {
    expect(taken(50_000, aPromise({ items: [], amount: 50_000 }))[0]?.[0]).toEqual([1, 40_000])
  })

  it('is to the cent, and within days of the day given', () => {
    expect(taken(100_001, aPromise())).toEqual([])
    expect(taken(100_000, aPromise({ on: day('2026-10-30') }))).toHaveLength(1)
    expect(taken(100_000, aPromise({ on: day('2026-10-31') }))).toEqual([])
    expect(taken(100_000, aPromise({ on: day('2026-09-01') }))).toEqual([])
  })

  it('is nobody else’s, and never more than is owed', () => {
    expect(taken(100_000, aPromise({ customer: 2, items: [] }))).toEqual([])
    expect(taken(100_000, aPromise({ items: [1] }))).toEqual([])
    expect(taken(100_000)).toEqual([])
  })
})
