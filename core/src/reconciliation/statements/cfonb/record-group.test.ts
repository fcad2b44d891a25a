import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDate } from '../../../calendar/calendar-date.ts'
import { dayWritten } from './record-group.ts'

describe('a day of six digits', () => {
  it.each([
    ['230326', '2026-03-23'],
    ['010100', '2000-01-01'],
    ['311269', '2069-12-31'],
    ['010170', '1970-01-01'],
    ['311299', '1999-12-31'],
    ['290224', '2024-02-29'],
    ['290200', '2000-02-29'],
  ])('%s is %s', (written, day) => {
    expect(dayWritten(written)).toBe(day)
  })

  it.each([
    '290226',
    '300226',
    '310426',
    '000326',
    '230026',
    '231326',
    '320126',
    '',
    '23032',
    '2303266',
    '23 326',
    '2303É6',
  ])('"%s" is none', (written) => {
    expect(dayWritten(written)).toBeUndefined()
  })

  it('is read back as it was written, for a hundred years from 1970', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_523 }), (count) => {
        const day = addDays(asDate('1970-01-01'), count)
        expect(dayWritten(day.slice(8) + day.slice(5, 7) + day.slice(2, 4))).toBe(day)
      }),
    )
  })
})
