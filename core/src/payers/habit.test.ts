import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDate } from '../calendar/calendar-date.ts'
import { habitOf, type PaidLine } from './habit.ts'

const due = asDate('2026-06-30')
const paidAfter = (...days: number[]): PaidLine[] =>
  days.map((late, index) => ({ dueDate: addDays(due, index * 10), paidOn: addDays(due, index * 10 + late) }))
const typical = (...days: number[]) => habitOf(paidAfter(...days)).typicalDays
const someDays = fc.array(fc.integer({ min: -90, max: 400 }), { minLength: 1, maxLength: 40 })

describe('the habit of a payer', () => {
  it('is nothing known where nothing was paid', () => {
    expect(habitOf([])).toEqual({ lines: 0, typicalDays: null })
  })

  it('is the middle one, so that one forgotten invoice does not make a slow payer', () => {
    expect(typical(2, 1, 3)).toBe(2)
    expect(typical(2, 1, 180)).toBe(2)
    expect(typical(-5, -2, 0)).toBe(-2)
  })

  it('is the middle of the two middle ones, the half day given to the customer', () => {
    expect(typical(2, 5)).toBe(3)
    expect(typical(-3, -2)).toBe(-3)
    expect(typical(1, 10, 14, 40)).toBe(12)
  })

  it('has as many lines at or under it as at or over it, and lies between the soonest and the latest', () => {
    fc.assert(
      fc.property(someDays, (days) => {
        const middle = habitOf(paidAfter(...days)).typicalDays ?? Number.NaN
        expect(Number.isInteger(middle)).toBe(true)
        expect(middle).toBeGreaterThanOrEqual(Math.min(...days))
        expect(middle).toBeLessThanOrEqual(Math.max(...days))
        expect(days.filter((late) => late <= middle).length * 2).toBeGreaterThanOrEqual(days.length)
        expect(days.filter((late) => late >= middle).length * 2).toBeGreaterThanOrEqual(days.length)
      }),
    )
  })

  it('does not ask in which order the lines come', () => {
    fc.assert(
      fc.property(someDays, (days) => {
        expect(habitOf(paidAfter(...days).toReversed())).toEqual(habitOf(paidAfter(...days)))
      }),
    )
  })

  it('moves by as many days as all payments move', () => {
    fc.assert(
      fc.property(someDays, fc.integer({ min: -30, max: 60 }), (days, by) => {
        const before = habitOf(paidAfter(...days)).typicalDays ?? Number.NaN
        expect(habitOf(paidAfter(...days.map((late) => late + by))).typicalDays).toBe(before + by)
      }),
    )
  })

  it('never falls when one payment comes later', () => {
    fc.assert(
      fc.property(someDays, fc.nat(), fc.integer({ min: 0, max: 300 }), (days, which, later) => {
        const at = which % days.length
        const slower = days.with(at, (days[at] ?? 0) + later)
        expect(typical(...slower) ?? 0).toBeGreaterThanOrEqual(typical(...days) ?? 0)
      }),
    )
  })
})
