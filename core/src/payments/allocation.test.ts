import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDate } from '../calendar/calendar-date.ts'
import { asCurrency, type Money, money } from '../money/money.ts'
import {
  type AllocationLine,
  type AllocationSource,
  type CheckedItem,
  checkAllocation,
  proposeAllocation,
} from './allocation.ts'
import { gapAfter } from './difference.ts'

const [EUR, USD] = [asCurrency('EUR'), asCurrency('USD')]
const eur = (amount: number) => money(amount, EUR)

const anItem = (given: Partial<CheckedItem> & { id: number }): CheckedItem => ({
  customer: 1,
  parent: null,
  legalEntity: 1,
  dueDate: asDate('2026-10-31'),
  amountDue: eur(1000),
  ...given,
})

describe('proposing an allocation', () => {
  const propose = (amount: Money, items: CheckedItem[], first?: number) => {
    const { lines, rest } = proposeAllocation({ amount, items, ...(first !== undefined && { first }) })
    return [lines.map((line) => [line.item, line.amount.amount]), rest.amount]
  }
  const oldest = anItem({ id: 5, dueDate: asDate('2026-09-30') })
  const twin = anItem({ id: 3, dueDate: asDate('2026-10-31') })
  const newest = anItem({ id: 4, dueDate: asDate('2026-10-31') })

  it('pays the oldest due date first, then the smallest number', () => {
    expect(propose(eur(2500), [newest, twin, oldest])).toEqual([
      [
        [5, 1000],
        [3, 1000],
        [4, 500],
      ],
      0,
    ])
  })

  it('pays first the item a person named', () => {
    expect(propose(eur(1200), [newest, twin, oldest], 4)).toEqual([
      [
        [4, 1000],
        [5, 200],
      ],
      0,
    ])
  })

  it('leaves what exceeds the debts as credit of the customer', () => {
    expect(propose(eur(1500), [oldest])).toEqual([[[5, 1000]], 500])
    expect(propose(eur(1500), [])).toEqual([[], 1500])
  })

  it('passes over other currencies, credit notes and what is paid', () => {
    const items = [
      anItem({ id: 1, amountDue: money(1000, USD) }),
      anItem({ id: 2, amountDue: eur(-400) }),
      anItem({ id: 3, amountDue: eur(0) }),
    ]
    expect(propose(eur(1500), items)).toEqual([[], 1500])
  })

  it('loses no cent, exceeds no debt and is accepted by the check', () => {
    const drawn = fc.array(fc.tuple(fc.integer({ min: -500, max: 3000 }), fc.nat(90)), { maxLength: 12 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), drawn, (amount, debts) => {
        const items = debts.map(([due, days], id) =>
          anItem({ id, amountDue: eur(due), dueDate: addDays(asDate('2026-01-01'), days) }),
        )
        const { lines, rest } = proposeAllocation({ amount: eur(amount), items })
        expect(lines.reduce((sum, line) => sum + line.amount.amount, rest.amount)).toBe(amount)
        const source = { customer: 1, parent: null, legalEntity: 1, left: eur(amount) }
        expect(checkAllocation({ source, lines, items })).toEqual([])
        const owed = items.reduce((sum, item) => sum + Math.max(0, item.amountDue.amount), 0)
        expect(rest.amount).toBe(Math.max(0, amount - owed))
      }),
    )
  })
})

describe('checking an allocation', () => {
  const check = (lines: AllocationLine[], items: CheckedItem[], source: Partial<AllocationSource> = {}) =>
    checkAllocation({ source: { customer: 1, parent: null, legalEntity: 1, left: eur(1500), ...source }, lines, items })
  const kinds = (...given: Parameters<typeof check>) => check(...given).map((refusal) => refusal.kind)

  it('accepts up to what is due and what is left, to the cent', () => {
    const items = [anItem({ id: 1 }), anItem({ id: 2, amountDue: eur(500) })]
    const lines = [
      { item: 1, amount: eur(1000) },
      { item: 2, amount: eur(500) },
    ]
    expect(check(lines, items)).toEqual([])
  })

  it('refuses more than is due of an item', () => {
    expect(check([{ item: 1, amount: eur(1001) }], [anItem({ id: 1 })])).toEqual([
      { kind: 'itemOverAllocated', item: 1, amount: eur(1001), itemDue: eur(1000) },
    ])
    expect(kinds([{ item: 1, amount: eur(1) }], [anItem({ id: 1, amountDue: eur(-10) })])).toEqual([
      'itemOverAllocated',
    ])
  })

  it('refuses more than is left of the payment, though each item could take its part', () => {
    const items = [anItem({ id: 1 }), anItem({ id: 2 })]
    const lines = [
      { item: 1, amount: eur(1000) },
      { item: 2, amount: eur(501) },
    ]
    expect(check(lines, items)).toEqual([{ kind: 'sourceOverAllocated', amount: eur(1501), left: eur(1500) }])
  })

  it('refuses another currency, of the item or of the line', () => {
    expect(kinds([{ item: 1, amount: money(10, USD) }], [anItem({ id: 1, amountDue: money(1000, USD) })])).toEqual([
      'otherCurrency',
    ])
    expect(kinds([{ item: 1, amount: eur(10) }], [anItem({ id: 1, amountDue: money(1000, USD) })])).toEqual([
      'otherCurrency',
    ])
  })

  it('refuses another customer, but for parent and child', () => {
    const line = [{ item: 1, amount: eur(10) }]
    expect(check(line, [anItem({ id: 1, customer: 2 })])).toEqual([{ kind: 'otherCustomer', item: 1, customer: 2 }])
    expect(kinds(line, [anItem({ id: 1, customer: 2, parent: 1 })])).toEqual([])
    expect(kinds(line, [anItem({ id: 1, customer: 2 })], { parent: 2 })).toEqual([])
    expect(kinds(line, [anItem({ id: 1, customer: 2, parent: 7 })], { parent: 7 })).toEqual(['otherCustomer'])
    expect(kinds(line, [anItem({ id: 1, customer: 2, parent: null })], { parent: null })).toEqual(['otherCustomer'])
  })

  it('refuses another legal entity, nothing, less than nothing, the same item twice and an item that is not there', () => {
    const item = anItem({ id: 1 })
    expect(kinds([{ item: 1, amount: eur(10) }], [anItem({ id: 1, legalEntity: 2 })])).toEqual(['otherLegalEntity'])
    expect(kinds([{ item: 1, amount: eur(0) }], [item])).toEqual(['notPositive'])
    expect(kinds([{ item: 1, amount: eur(-5) }], [item])).toEqual(['notPositive'])
    expect(kinds([{ item: 9, amount: eur(5) }], [item])).toEqual(['unknownItem'])
    const twice = [
      { item: 1, amount: eur(600) },
      { item: 1, amount: eur(600) },
    ]
    expect(check(twice, [item])).toEqual([{ kind: 'duplicateItem', item: 1 }])
  })

  it('says all that is wrong at once', () => {
    const items = [anItem({ id: 1, customer: 2, legalEntity: 2 })]
    expect(kinds([{ item: 1, amount: eur(2000) }], items)).toEqual([
      'otherCustomer',
      'otherLegalEntity',
      'itemOverAllocated',
      'sourceOverAllocated',
    ])
  })
})

describe('a gap between what was due and what came', () => {
  const gap = (due: number, paid: number) => gapAfter({ due: eur(due), paid: eur(paid), tolerance: 100 })

  it('may be closed up to the tolerance, and stays due beyond it', () => {
    expect(gap(10_000, 9_900)).toEqual({ kind: 'closable', gap: eur(100) })
    expect(gap(10_000, 9_899)).toEqual({ kind: 'leftToPay', gap: eur(101) })
  })

  it('is none when all came, or more', () => {
    expect([gap(10_000, 10_000), gap(10_000, 10_001)]).toEqual([{ kind: 'none' }, { kind: 'none' }])
  })

  it('is not reckoned across currencies', () => {
    expect(() => gapAfter({ due: eur(1), paid: money(1, USD), tolerance: 5 })).toThrow(/two currencies/)
  })
})
