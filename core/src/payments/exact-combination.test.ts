import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDate } from '../calendar/calendar-date.ts'
import { asCurrency, money } from '../money/money.ts'
import type { PayableItem } from './allocation.ts'
import { exactCombination } from './exact-combination.ts'

const [EUR, USD] = [asCurrency('EUR'), asCurrency('USD')]

/** Items due one day after another, in the order given. */
const dueInTurn = (...amounts: number[]): PayableItem[] =>
  amounts.map((amount, index) => ({
    id: index + 1,
    dueDate: addDays(asDate('2026-01-01'), index),
    amountDue: money(amount, EUR),
  }))

const find = (amount: number, items: PayableItem[]) => {
  const found = exactCombination(money(amount, EUR), items)
  return found && { ids: found.items.map((item) => item.id), ways: found.ways }
}

describe('the items that a payment pays to the cent', () => {
  it('is the one item of that amount, the oldest of two', () => {
    expect(find(500, dueInTurn(300, 500, 200, 500))).toEqual({ ids: [2], ways: 2 })
  })

  it('are the fewest items that add up', () => {
    expect(find(600, dueInTurn(100, 200, 300, 250, 350))).toEqual({ ids: [4, 5], ways: 2 })
  })

  it('are the oldest among equals', () => {
    expect(find(500, dueInTurn(100, 400, 200, 300))).toEqual({ ids: [1, 2], ways: 2 })
    expect(find(300, dueInTurn(100, 100, 100, 100))).toEqual({ ids: [1, 2, 3], ways: 4 })
  })

  it('does not depend on the order in which items are given', () => {
    const items = dueInTurn(120, 80, 200, 75, 125, 50)
    expect(find(400, items.toReversed())).toEqual(find(400, items))
  })

  it('are debts less credit notes only when no debts alone fit', () => {
    expect(find(900, dueInTurn(1000, -100, 900))).toEqual({ ids: [3], ways: 1 })
    expect(find(900, dueInTurn(1000, -100))).toEqual({ ids: [1, 2], ways: 1 })
  })

  it('are none when nothing adds up, nothing is paid or the currency differs', () => {
    expect(find(999, dueInTurn(100, 200, 300))).toBeUndefined()
    expect(find(0, dueInTurn(100, -100))).toBeUndefined()
    expect(find(100, [])).toBeUndefined()
    expect(exactCombination(money(100, USD), dueInTurn(100))).toBeUndefined()
  })

  it('are found among hundreds of items: one wherever it is, several among the oldest', () => {
    const many = dueInTurn(...Array.from({ length: 400 }, (_, index) => 1_000_003 + index * 7919))
    expect(find(1_000_003 + 399 * 7919, many)?.ids).toEqual([400])
    expect(find(3 * 1_000_003 + (2 + 11 + 23) * 7919, many)).toBeDefined()
  })

  it('always add up, and no smaller set does (against a search of every set)', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 60 }), (drawn, amount) => {
        const sets = everySet(dueInTurn(...drawn)).filter((set) => total(set) === amount)
        const found = exactCombination(money(amount, EUR), dueInTurn(...drawn))
        expect(found === undefined).toBe(sets.length === 0)
        if (!found) return
        expect(total(found.items)).toBe(amount)
        expect(found.items.length).toBe(Math.min(...sets.map((set) => set.length)))
        if (found.items.length > 1) expect(found.ways).toBe(sets.length)
      }),
    )
  })
})

const total = (items: readonly PayableItem[]): number => items.reduce((sum, item) => sum + item.amountDue.amount, 0)

const everySet = (items: PayableItem[]): PayableItem[][] =>
  items.reduce<PayableItem[][]>((sets, item) => sets.concat(sets.map((set) => [...set, item])), [[]])
