import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { describe, expect, it } from 'vitest'
import { currencyOf, missingInPromise, newPromise, partsOf, sumsOf, withAmount, withItem } from './promise-draft.ts'
import type { DueLine } from './TickedItems.tsx'

const today = asDate('2026-11-23')
const item = (id: number, amount: number, currency = 'EUR'): DueLine => ({
  ...{ id, number: `F-${id}`, dueDate: '2026-10-31' },
  amountDue: { amount, currency },
})
const euros = (amount: number) => [{ amount, currency: 'EUR' }]
const items = [item(1, 80_000), item(2, 20_000)]
const dated = { ...newPromise(items, new Set([1, 2])), promisedFor: asDate('2026-11-30') }

describe('a promise for several invoices', () => {
  it('is for all that is left of those ticked, unless another amount is typed', () => {
    expect(sumsOf(dated, items)).toEqual(euros(100_000))
    expect(sumsOf(withItem(dated, item(2, 20_000), false), items)).toEqual(euros(80_000))
    expect(sumsOf({ ...dated, total: 50_000 }, items)).toEqual(euros(50_000))
    expect(partsOf(dated)).toEqual([])
  })

  it('has an amount for each where they are given, and comes to their sum', () => {
    const each = withAmount({ ...dated, split: 'each' as const }, 1, 30_000)
    expect(sumsOf(each, items)).toEqual(euros(50_000))
    expect(partsOf(each)).toEqual([
      { item: 1, amount: 30_000 },
      { item: 2, amount: 20_000 },
    ])
  })

  it('in two currencies takes no single amount for both, but one for each', () => {
    const mixed = [...items, item(3, 500, 'USD')]
    const draft = { ...newPromise(mixed, new Set([1, 3])), promisedFor: asDate('2026-11-30') }
    expect(currencyOf(draft, mixed)).toBeNull()
    expect(currencyOf(withItem(draft, item(3, 500, 'USD'), false), mixed)).toBe('EUR')
    const each = withAmount({ ...draft, split: 'each' as const }, 1, 30_000)
    expect(sumsOf(each, mixed)).toEqual([...euros(30_000), { amount: 500, currency: 'USD' }])
    expect(missingInPromise(each, mixed, today)).toBeUndefined()
  })

  it('needs an invoice, a day to come and amounts above zero', () => {
    expect(missingInPromise(dated, items, today)).toBeUndefined()
    expect(missingInPromise({ ...dated, amounts: new Map() }, items, today)).toBe('needsItems')
    expect(missingInPromise({ ...dated, promisedFor: null }, items, today)).toBe('needsDate')
    expect(missingInPromise({ ...dated, promisedFor: asDate('2026-11-22') }, items, today)).toBe('notPast')
    expect(missingInPromise({ ...dated, total: 0 }, items, today)).toBe('needsAmount')
    const each = { ...dated, split: 'each' as const }
    expect(missingInPromise(withAmount(each, 1, null), items, today)).toBe('needsAmount')
    expect(missingInPromise(withAmount(each, 1, 0), items, today)).toBe('needsAmount')
  })
})
