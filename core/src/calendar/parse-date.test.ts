import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDate, civilOf, dateOfDayNumber, dayNumber } from './calendar-date.ts'
import { formatDate, formatLongDate } from './format-date.ts'
import { type DateOrder, detectDateOrder, fromExcelSerial, parseDate } from './parse-date.ts'

const read = (text: string, order: DateOrder | 'auto' = 'dmy') => {
  const parsed = parseDate(text, order)
  return parsed.ok ? parsed.date : parsed.reason
}

describe('reading a day of a file', () => {
  it.each([
    ['23/11/2026', '2026-11-23'],
    ['23.11.26', '2026-11-23'],
    ['23-11-2026', '2026-11-23'],
    ['3/1/2026', '2026-01-03'],
    ['23 11 2026', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    ['2026/11/23', '2026-11-23'],
    ['2026-1-3', '2026-01-03'],
    ['20261123', '2026-11-23'],
    ['20261123.0', '2026-11-23'],
    ['23112026', '2026-11-23'],
    ['20122026', '2026-12-20'],
    ['2026-11-23T00:00:00', '2026-11-23'],
    ['2026-11-23T00:00:00.000Z', '2026-11-23'],
    ['2026-11-23T23:30:00+01:00', '2026-11-23'],
    ['2026-11-23 14:05', '2026-11-23'],
    ['23/11/2026 09:40', '2026-11-23'],
    ['24-May-11', '2011-05-24'],
    ['24 mai 2026', '2026-05-24'],
    ['1er mai 2026', '2026-05-01'],
    ['1 févr. 2026', '2026-02-01'],
    ['1 FEVRIER 2026', '2026-02-01'],
    ['12 août 26', '2026-08-12'],
    ['12 déc. 2026', '2026-12-12'],
    ['lun. 23 nov. 2026', '2026-11-23'],
    ['mardi 24 novembre 2026', '2026-11-24'],
    ['mar. 24 mars 2026', '2026-03-24'],
    ['Monday, 23 November 2026', '2026-11-23'],
    ['May 24, 2026', '2026-05-24'],
    ['Sept 1st 2026', '2026-09-01'],
    ['2026-May-24', '2026-05-24'],
    ['24MAY2026', '2026-05-24'],
    ['29/02/2028', '2028-02-29'],
    [' 23/11/2026\u00a0', '2026-11-23'],
  ])('reads %j', (text, date) => {
    expect(read(text)).toBe(date)
  })

  it('takes two-digit years from 1980 to 2079', () => {
    expect(['01/01/00', '01/01/79', '01/01/80', '01/01/99'].map((text) => read(text))).toEqual([
      '2000-01-01',
      '2079-01-01',
      '1980-01-01',
      '1999-01-01',
    ])
  })

  it('says that a day does not exist instead of moving it', () => {
    for (const text of [
      '31/02/2026',
      '2026-02-30',
      '29/02/2026',
      '20260230',
      '31 avril 2026',
      '00/11/2026',
      '2026-13-01',
    ])
      expect(read(text)).toBe('doesNotExist')
  })

  it('reads the order it is told, and does not swap to please', () => {
    expect(read('03/04/2026', 'dmy')).toBe('2026-04-03')
    expect(read('03/04/2026', 'mdy')).toBe('2026-03-04')
    expect(read('04/13/2026', 'dmy')).toBe('doesNotExist')
    expect(read('13/04/2026', 'mdy')).toBe('doesNotExist')
    expect(read('26-11-23', 'ymd')).toBe('2026-11-23')
    expect(read('2026-11-23', 'mdy')).toBe('2026-11-23')
  })

  it('guesses nothing in auto: what fits both orders is ambiguous', () => {
    expect(read('03/04/2026', 'auto')).toBe('ambiguous')
    expect(read('13/04/2026', 'auto')).toBe('2026-04-13')
    expect(read('04/13/2026', 'auto')).toBe('2026-04-13')
    expect(read('05/05/2026', 'auto')).toBe('2026-05-05')
    expect(read('14/13/2026', 'auto')).toBe('doesNotExist')
    expect(read('03/04/2026', 'ymd')).toBe('ambiguous')
    expect(read('23/11/2026', 'ymd')).toBe('2026-11-23')
  })

  it('does not believe the day of a late evening in Greenwich', () => {
    expect(read('2026-11-22T23:00:00Z')).toBe('ambiguous')
    expect(read('2026-11-22T23:00:00+00:00')).toBe('ambiguous')
    expect(read('2026-11-22T14:00:00Z')).toBe('2026-11-22')
  })

  it('tells years that are typing errors', () => {
    expect([read('23/11/0226'), read('23/11/2206'), read('0026-11-23')]).toEqual(['tooFar', 'tooFar', 'tooFar'])
  })

  it.each([
    'demain',
    '23/11-2026',
    '23//11/2026',
    '23/11',
    '231126',
    '45983',
    '1 234,56',
    '23/11/202',
    '123/11/2026',
    'mai 2026',
    '24 brumaire 2026',
    '24 mai 2026 2027',
    'mai mai 2026',
    '23/11/2026 abc',
    '#VALUE!',
    'x'.repeat(10_000),
  ])('refuses %j', (text) => {
    expect(read(text)).toBe('notADate')
  })

  it('tells an empty cell from a wrong one', () => {
    expect([read(''), read('  ')]).toEqual(['empty', 'empty'])
  })

  it('reads back every way the product writes a day', () => {
    const days = fc.integer({ min: dayNumber(asDate('1900-01-01')), max: dayNumber(asDate('2199-12-31')) })
    fc.assert(
      fc.property(days, fc.constantFrom('fr', 'en'), (number, language) => {
        const date = dateOfDayNumber(number)
        const { year, month, day } = civilOf(date)
        expect(read(date)).toBe(date)
        expect(read(date.replaceAll('-', ''))).toBe(date)
        expect(read(formatDate(date, language))).toBe(date)
        expect(read(formatLongDate(date, language))).toBe(date)
        expect(read(`${month}/${day}/${year}`, 'mdy')).toBe(date)
      }),
    )
  })
})

describe('the number of a day in a spreadsheet', () => {
  const serial = (number: number) => {
    const parsed = fromExcelSerial(number)
    return parsed.ok ? parsed.date : parsed.reason
  }

  it('counts from 1900 with the leap year that never was', () => {
    expect([1, 59, 60, 61].map(serial)).toEqual(['1900-01-01', '1900-02-28', 'doesNotExist', '1900-03-01'])
    expect(serial(46349)).toBe('2026-11-23')
    expect(serial(46349.99)).toBe('2026-11-23')
  })

  it('refuses what is no day', () => {
    expect([0, -5, 0.5, Number.NaN, Number.POSITIVE_INFINITY].map(serial)).toEqual(Array(5).fill('notADate'))
    expect([109_574, 109_575].map(serial)).toEqual(['2199-12-31', 'tooFar'])
  })
})

describe('the order of a column', () => {
  it('is proved by a number above twelve', () => {
    expect(detectDateOrder(['03/04/2026', '13/04/2026'])).toBe('dmy')
    expect(detectDateOrder(['4/6/2013', '1/26/2012', '7/3/2013'])).toBe('mdy')
    expect(detectDateOrder(['24/05/11', '25/05/11'])).toBe('dmy')
    expect(detectDateOrder(['99-12-31', '99-11-30'])).toBe('ymd')
  })

  it('stays open when nothing proves it, and mixed when values contradict each other', () => {
    expect(detectDateOrder(['03/04/2026', '05/06/2026', '07/07/2026'])).toBe('ambiguous')
    expect(detectDateOrder(['13/04/2026', '04/13/2026'])).toBe('mixed')
  })

  it('does not matter where the year comes first or the month is in letters', () => {
    expect(detectDateOrder(['2026-04-03', '20260403', '24-May-11', '', 'n/a'])).toBe('ymd')
    expect(detectDateOrder([])).toBe('ymd')
  })

  it('is not put off by a day that does not exist', () => {
    expect(detectDateOrder(['31/02/2026', '13/04/2026'])).toBe('dmy')
  })
})
