import { describe, expect, it } from 'vitest'
import { asDate } from './calendar-date.ts'
import { formatDate, formatDateInWords, formatLongDate } from './format-date.ts'

describe('writing a day', () => {
  const sunday = asDate('2026-11-22')
  const first = asDate('2026-11-01')

  it('is short in lists', () => {
    expect([formatDate(sunday, 'fr'), formatDate(sunday, 'en')]).toEqual(['22/11/2026', '22 Nov 2026'])
    expect([formatDate(first, 'fr'), formatDate(first, 'en')]).toEqual(['01/11/2026', '1 Nov 2026'])
  })

  it('is long in messages', () => {
    expect(formatLongDate(asDate('2026-11-23'), 'fr')).toBe('lundi 23 novembre 2026')
    expect(formatLongDate(sunday, 'en')).toBe('Sunday 22 November 2026')
    expect(formatLongDate(first, 'fr')).toBe('dimanche 1er novembre 2026')
    expect(formatDateInWords(asDate('2026-08-15'), 'fr')).toBe('15 août 2026')
    expect(formatDateInWords(first, 'en')).toBe('1 November 2026')
  })
})
