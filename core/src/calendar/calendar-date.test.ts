import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  asDate,
  civilOf,
  compare,
  dateOf,
  dateOfDayNumber,
  dayNumber,
  dayOfWeek,
  daysBetween,
  endOfMonth,
  isAfter,
  isBefore,
  maxDate,
  minDate,
  parseIsoDate,
} from './calendar-date.ts'

const anyDay = fc.integer({ min: dayNumber(asDate('0001-01-01')), max: dayNumber(asDate('9999-12-31')) })

describe('calendar date', () => {
  it('refuses a day that does not exist', () => {
    for (const text of [
      '2026-02-30',
      '2026-02-29',
      '2100-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '0000-01-01',
    ])
      expect(parseIsoDate(text)).toBeUndefined()
    expect(() => asDate('2026-02-30')).toThrow(/2026-02-30/)
    expect(() => dateOf({ year: 2026, month: 2, day: 29 })).toThrow(/not a day/)
    expect(asDate('2028-02-29')).toBe('2028-02-29')
    expect(asDate('2000-02-29')).toBe('2000-02-29')
  })

  it('refuses another way of writing', () => {
    for (const text of ['', '2026-1-1', '20260101', '2026-01-01T00:00:00', ' 2026-01-01', '2026-01-01\n'])
      expect(parseIsoDate(text)).toBeUndefined()
  })

  it('agrees with the proleptic Gregorian calendar on every day', () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const date = dateOfDayNumber(number)
        const known = new Date(number * 86_400_000)
        expect(date).toBe(known.toISOString().slice(0, 10))
        expect(dayNumber(date)).toBe(number)
        expect(dayOfWeek(date)).toBe(known.getUTCDay() || 7)
        expect(dateOf(civilOf(date))).toBe(date)
      }),
      { numRuns: 2000 },
    )
  })

  it('counts days over leap years and the end of the year', () => {
    expect(daysBetween(asDate('2026-12-31'), asDate('2027-01-01'))).toBe(1)
    expect(daysBetween(asDate('2028-02-28'), asDate('2028-03-01'))).toBe(2)
    expect(daysBetween(asDate('2026-03-10'), asDate('2026-03-01'))).toBe(-9)
    expect(addDays(asDate('2026-01-31'), 30)).toBe('2026-03-02')
    expect(addDays(asDate('2026-03-01'), -1)).toBe('2026-02-28')
    expect(() => addDays(asDate('2026-03-01'), 0.5)).toThrow(/whole number/)
    expect(() => addDays(asDate('9999-12-31'), 1)).toThrow(/0001 to 9999/)
  })

  it('stops at the last day of a shorter month', () => {
    expect(addMonths(asDate('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(asDate('2028-02-29'), 12)).toBe('2029-02-28')
    expect(addMonths(asDate('2026-12-31'), 2)).toBe('2027-02-28')
    expect(addMonths(asDate('2026-03-31'), -1)).toBe('2026-02-28')
    expect(addMonths(asDate('2026-01-15'), -13)).toBe('2024-12-15')
    expect(endOfMonth(asDate('2028-02-01'))).toBe('2028-02-29')
  })

  it('orders days', () => {
    const [a, b] = [asDate('2026-01-31'), asDate('2026-02-01')]
    expect([isBefore(a, b), isBefore(a, a), isAfter(b, a), isAfter(a, a)]).toEqual([true, false, true, false])
    expect([maxDate(a, b), maxDate(b, a), minDate(a, b), minDate(b, a)]).toEqual([b, b, a, a])
    expect([b, a].sort(compare)).toEqual([a, b])
    expect(compare(a, a)).toBe(0)
  })

  it('knows Monday from Sunday, also before 1970', () => {
    expect(dayOfWeek(asDate('2026-11-23'))).toBe(1)
    expect(dayOfWeek(asDate('2026-11-22'))).toBe(7)
    expect(dayOfWeek(asDate('1969-12-28'))).toBe(7)
  })
})
