import { describe, expect, it } from 'vitest'
import { averageOf, changeOfHabit } from './payment-habit.ts'

const paid = (...days: number[]) => days.map((daysAfterDue) => ({ daysAfterDue }))

describe('how a customer pays', () => {
  it('gets later when the recent half was paid later than the half before', () => {
    expect(changeOfHabit(paid(10, 12, 14, 20, 24, 28))).toBe(12)
  })

  it('gets sooner, said as a negative number of days', () => {
    expect(changeOfHabit(paid(30, 30, 30, 30, 5, 5, 5))).toBe(-19)
  })

  it('is not said to change over fewer than six payments', () => {
    expect(changeOfHabit(paid(0, 0, 0, 60, 60))).toBeNull()
  })

  it('has no average before the first payment', () => {
    expect(averageOf([])).toBeNull()
    expect(averageOf(paid(-2, 0, 3))).toBe(0)
  })
})
