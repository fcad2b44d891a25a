import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDate, civilOf } from '../../calendar/calendar-date.ts'
import { findDates } from './find-dates.ts'

const days = (text: string) => findDates(text).map(({ day }) => day)
const months = (text: string) => findDates(text).map(({ month, year, dayOfMonth }) => [month, year, dayOfMonth])

describe('days in a text', () => {
  it('are read with slashes, points, hyphens, two figures of the year or four', () => {
    for (const written of ['12/09/2026', '12.09.2026', '12-09-2026', '12/09/26', '12.9.26', '2026-09-12'])
      expect([written, ...days(`REGLT FACT DU ${written}`)]).toEqual([written, '2026-09-12'])
  })

  it('are read without separators where a word says that a day comes', () => {
    expect(days('FACT DU 120926')).toEqual(['2026-09-12'])
    expect(days('FACTURE DU 12092026 MERCI')).toEqual(['2026-09-12'])
    expect(days('REF 120926')).toEqual([])
  })

  it('are read one after the other, written like the first', () => {
    expect(days('FACT DU 261224 110125 ET 280225')).toEqual(['2024-12-26', '2025-01-11', '2025-02-28'])
  })

  it('are read one after the other without their year too', () => {
    expect(months('FACT DU 27.10  29.10 ET 3/11')).toEqual([
      [10, null, 27],
      [10, null, 29],
      [11, null, 3],
    ])
  })

  it('are no part of an invoice number', () => {
    expect(days('FACT F2026-09-12')).toEqual([])
    expect(days('FV-25-02-24')).toEqual([])
    expect(days('FV25-02-24 ET FV-2026-02-24')).toEqual([])
  })

  it('have no year of a century begun: « SEPT 12 » is in no year', () => {
    expect(months('REGLT SEPT 12')).toEqual([[9, null, null]])
    expect(months('REGLT SEPT 26')).toEqual([[9, 2026, null]])
  })

  it('are read with the name of the month, in French and in English', () => {
    expect(days('FACT DU 12 SEPT 2026')).toEqual(['2026-09-12'])
    expect(days('facture du 3 août 2026')).toEqual(['2026-08-03'])
    expect(days('invoice of 3 August 2026')).toEqual(['2026-08-03'])
    expect(days('12FEV26')).toEqual(['2026-02-12'])
  })

  it('are not read in numbers of invoices that count by year and month', () => {
    expect(days('FACT-25-03-0175')).toEqual([])
    expect(days('FV-25-02-71')).toEqual([])
    expect(days('12-09-2026')).toEqual(['2026-09-12'])
  })

  it('two days of a period are both read', () => {
    expect(days('DU 01/09/26 AU 30/09/26')).toEqual(['2026-09-01', '2026-09-30'])
  })

  it('a day without its year is kept as a day of the month', () => {
    expect(months('FACT DU 12/09')).toEqual([[9, null, 12]])
    expect(days('FACT DU 12/09')).toEqual([null])
    expect(months('FACT DU 29/02')).toEqual([[2, null, 29]])
  })

  it('a day that no calendar has is no day', () => {
    for (const written of ['31/04/2026', '29/02/2026', '00/09/2026', '12/13/2026', '32/01/26', '2026-02-30'])
      expect([written, ...days(`DU ${written}`)]).toEqual([written])
    expect(days('29/02/2024')).toEqual(['2024-02-29'])
  })

  it('an invoice number with a year and a month in it is no day', () => {
    expect(days('FACT FA-2026-09-12')).toEqual([])
    expect(days('FACT 2026-09-12-004')).toEqual([])
  })

  it('the place of a day is where it is written', () => {
    const text = 'Règlement facture du 12/09/2026, merci'
    const [found] = findDates(text)
    expect(text.slice(found?.from, found?.to)).toBe('12/09/2026')
  })

  it('any day of fifty years is found again however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 18_000 }), fc.constantFrom('/', '.', '-'), (count, mark) => {
        const date = addDays(asDate('2000-01-01'), count)
        const { year, month, day } = civilOf(date)
        expect(days(`VIR ${day}${mark}${month}${mark}${year} X`)).toEqual([date])
        expect(days(`VIR ${date} X`)).toEqual([date])
      }),
    )
  })
})

describe('months in a text', () => {
  it('are read by name or abbreviation, with or without the year', () => {
    expect(months('REGLT SEPTEMBRE')).toEqual([[9, null, null]])
    expect(months('REGLT SEPT. 2026')).toEqual([[9, 2026, null]])
    expect(months('Factures février 26')).toEqual([[2, 2026, null]])
    expect(months('FEVR 2026')).toEqual([[2, 2026, null]])
    expect(months('payment for december 2026')).toEqual([[12, 2026, null]])
  })

  it('are read in figures', () => {
    expect(months('LOYER 09/2026')).toEqual([[9, 2026, null]])
    expect(months('LOYER 13/2026')).toEqual([])
  })

  it('two months are both read', () => {
    expect(months('REGLT AOUT ET SEPT 2026')).toEqual([
      [8, null, null],
      [9, 2026, null],
    ])
  })

  it('every month has its French name', () => {
    const names = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
    expect(names.map((name) => findDates(`facture ${name}`)[0]?.month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(names.map((name) => findDates(name.toUpperCase())[0]?.month)).toEqual(names.map((_, at) => at + 1))
  })

  it('a name that begins like a month is none', () => {
    for (const text of ['MAIRIE DE LYON', 'MARSEILLE', 'OCTAVE', 'NOVELEC', 'DECATHLON', 'JANVIERE', 'AVRILLE'])
      expect([text, ...months(text)]).toEqual([text])
  })
})
