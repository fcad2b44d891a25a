import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { describe, expect, it } from 'vitest'
import {
  instalmentsOf,
  missingIn,
  newPlan,
  plansReplaced,
  promisesReplaced,
  replanned,
  restOf,
  rowsOf,
  withRow,
  withWhole,
} from './plan-draft.ts'

const today = asDate('2026-11-22')
const total = money(100_000, asCurrency('EUR'))
const plan = newPlan([1, 2], today)

describe('a payment plan being typed', () => {
  it('starts with three even dates, one a month, that add up to the cent', () => {
    expect(rowsOf(plan, total)).toEqual([
      { dueOn: '2026-12-22', amount: 33_334 },
      { dueOn: '2027-01-22', amount: 33_333 },
      { dueOn: '2027-02-22', amount: 33_333 },
    ])
    expect(missingIn(plan, total, today)).toBeUndefined()
  })

  it('keeps the last day of the month after a short one', () => {
    const days = rowsOf(replanned(plan, { firstOn: asDate('2027-01-31') }), total).map(({ dueOn }) => dueOn)
    expect(days).toEqual(['2027-01-31', '2027-02-28', '2027-03-31'])
  })

  it('follows the rhythm asked', () => {
    const first = asDate('2026-12-01')
    const days = (rhythm: 'weekly' | 'fortnightly') =>
      rowsOf(replanned(plan, { firstOn: first, rhythm, count: 2 }), total).map(({ dueOn }) => dueOn)
    expect(days('weekly')).toEqual(['2026-12-01', '2026-12-08'])
    expect(days('fortnightly')).toEqual(['2026-12-01', '2026-12-15'])
  })

  it('says what is missing once a date was changed by hand, and waits until it adds up', () => {
    const changed = withRow(plan, total, 0, { amount: 50_000 })
    expect(restOf(rowsOf(changed, total), total).amount).toBe(-16_666)
    expect(missingIn(changed, total, today)).toBe('sum')
    const settled = withRow(changed, total, 2, { amount: 16_667 })
    expect(missingIn(settled, total, today)).toBeUndefined()
    expect(instalmentsOf(settled, total).map(({ amount }) => amount.amount)).toEqual([50_000, 33_333, 16_667])
  })

  it('makes the dates anew when their number changes', () => {
    const changed = replanned(withRow(plan, total, 0, { amount: 1 }), { count: 2 })
    expect(rowsOf(changed, total).map(({ amount }) => amount)).toEqual([50_000, 50_000])
  })

  it('refuses no item, no date, a past one, an empty amount and twice the same day', () => {
    expect(missingIn(replanned(plan, { chosen: new Set() }), total, today)).toBe('items')
    expect(missingIn(withRow(plan, total, 1, { dueOn: null }), total, today)).toBe('date')
    expect(missingIn(withRow(plan, total, 1, { dueOn: asDate('2026-11-21') }), total, today)).toBe('past')
    expect(missingIn(withRow(plan, total, 1, { amount: null }), total, today)).toBe('amount')
    expect(missingIn(withRow(plan, total, 1, { dueOn: asDate('2026-12-22') }), total, today)).toBe('sameDay')
  })

  it('takes the place of the plans its invoices are in, and begins with all that is due of them', () => {
    const plans = [
      { id: 7, items: [1, 2, 9] },
      { id: 8, items: [3] },
    ]
    const due = [1, 2, 3, 4].map((id) => ({ id }))
    expect(withWhole([1, 4], due, plans)).toEqual(new Set([1, 2, 4]))
    expect(plansReplaced(newPlan([2, 4], today), plans)).toEqual([plans[0]])
    expect(plansReplaced(newPlan([4], today), plans)).toEqual([])
  })

  it('takes the place of the promises about its invoices, but of none about others too, or kept, or of another customer', () => {
    const promise = (items: readonly number[], isKept = false, id = 5) => ({
      ...{ isKept, customer: { id } },
      items: items.map((item) => ({ id: item, amountDue: { amount: item === 9 ? 0 : 100 } })),
    })
    const own = promise([2, 9])
    expect(promisesReplaced(plan, [own, promise([4])], 5)).toEqual({ replaced: [own], inTheWay: undefined })
    expect(promisesReplaced(plan, [promise([2], true)], 5)).toEqual({ replaced: [], inTheWay: undefined })
    for (const other of [promise([2, 4]), promise([2], false, 6)]) {
      expect(promisesReplaced(plan, [other], 5)).toEqual({ replaced: [], inTheWay: other })
    }
  })
})
