import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { describe, expect, it } from 'vitest'
import type { PlanItem } from './api.ts'
import { amountOf, missingInPromise, newPromise, partsOf, withAmount, withItem } from './promise-draft.ts'

const today = asDate('2026-11-23')
const item = (id: number, amount: number): PlanItem => ({
  ...{ id, number: `F-${id}`, dueDate: '2026-10-31', daysLate: 23, isDueAssumed: false },
  amountDue: { amount, currency: 'EUR' },
})
const items = [item(1, 80_000), item(2, 20_000)]
const dated = { ...newPromise(items, new Set([1, 2])), promisedFor: asDate('2026-11-30') }

describe('a promise for several invoices', () => {
  it('is for all that is left of those ticked, unless another amount is typed', () => {
    expect(amountOf(dated, items)).toBe(100_000)
    expect(amountOf(withItem(dated, item(2, 20_000), false), items)).toBe(80_000)
    expect(amountOf({ ...dated, total: 50_000 }, items)).toBe(50_000)
    expect(partsOf(dated)).toEqual([])
  })

  it('has an amount for each where they are given, and comes to their sum', () => {
    const each = withAmount({ ...dated, split: 'each' as const }, 1, 30_000)
    expect(amountOf(each, items)).toBe(50_000)
    expect(partsOf(each)).toEqual([
      { item: 1, amount: 30_000 },
      { item: 2, amount: 20_000 },
    ])
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
