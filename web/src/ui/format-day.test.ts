import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { describe, expect, it } from 'vitest'
import { formatDay, formatMoment } from './format-day.ts'

const monday = asDate('2026-11-23')

describe('a day on screen', () => {
  it('is short in rows, with the month in letters in English', () => {
    expect(formatDay(monday, 'short', 'fr')).toBe('23/11')
    expect(formatDay(monday, 'short', 'en')).toBe('23 Nov')
  })
  it('carries its weekday where a schedule is read', () => {
    expect(formatDay(monday, 'weekday', 'fr')).toBe('lun. 23/11')
    expect(formatDay(monday, 'weekday', 'en')).toBe('Mon 23 Nov')
  })
  it('stays in its month wherever the reader is', () => {
    expect(formatDay(asDate('2026-01-01'), 'month', 'fr')).toBe('janvier 2026')
  })
  it('shows a moment in the time zone of the organisation', () => {
    expect(formatMoment(new Date('2026-11-23T07:51:00Z'), 'time', 'fr', 'Europe/Paris')).toBe('08:51')
  })
  it('writes the day of a moment as the days beside it are written', () => {
    const at = new Date('2026-11-03T07:51:00Z')
    expect(formatMoment(at, 'dayAndTime', 'fr', 'Europe/Paris')).toBe('03/11/2026 08:51')
    expect(formatMoment(at, 'dayAndTime', 'en', 'Europe/Paris')).toBe('3 Nov 2026, 08:51')
  })
})
