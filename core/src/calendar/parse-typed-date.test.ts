import { describe, expect, it } from 'vitest'
import { asDate } from './calendar-date.ts'
import { parseTypedDate, type TypedDateContext } from './parse-typed-date.ts'

const typed = (text: string, today = '2026-11-23', toward?: TypedDateContext['toward']) => {
  const parsed = parseTypedDate(text, { today: asDate(today), ...(toward && { toward }) })
  return parsed.ok ? parsed.date : parsed.reason
}

describe('a date typed in a form', () => {
  it.each([
    ['22/11', '2026-11-22'],
    ['22-11', '2026-11-22'],
    ['2211', '2026-11-22'],
    ['22112026', '2026-11-22'],
    ['221126', '2026-11-22'],
    ['22/11/26', '2026-11-22'],
    ['2026-11-22', '2026-11-22'],
    ['22 nov', '2026-11-22'],
    ['1er déc.', '2026-12-01'],
    ['22 novembre 2025', '2025-11-22'],
    ['+7j', '2026-11-30'],
    ['+7d', '2026-11-30'],
    ['+ 7 jours', '2026-11-30'],
    ['+7', '2026-11-30'],
    ['-3', '2026-11-20'],
    ['−3j', '2026-11-20'],
    ['+2s', '2026-12-07'],
    ['+1 mois', '2026-12-23'],
    ['auj', '2026-11-23'],
    ["Aujourd'hui", '2026-11-23'],
    ['aujourd’hui', '2026-11-23'],
    ['today', '2026-11-23'],
    ['hier', '2026-11-22'],
    ['Yesterday', '2026-11-22'],
    ['demain', '2026-11-24'],
    ['tomorrow', '2026-11-24'],
    ['15', '2026-11-15'],
    ['1', '2026-12-01'],
  ])('reads %j on Monday 23 November 2026', (text, date) => {
    expect(typed(text)).toBe(date)
  })

  it('takes the nearest year when none is typed', () => {
    expect(typed('28/12', '2027-01-03')).toBe('2026-12-28')
    expect(typed('05/01', '2026-12-20')).toBe('2027-01-05')
  })

  it('lies in the past for a payment and in the future for a promise', () => {
    expect([typed('30', '2026-11-23', 'past'), typed('30', '2026-11-23', 'future')]).toEqual([
      '2026-10-30',
      '2026-11-30',
    ])
    expect([typed('2/12', '2026-11-23', 'past'), typed('2/12', '2026-11-23', 'future')]).toEqual([
      '2025-12-02',
      '2026-12-02',
    ])
    expect([typed('23', '2026-11-23', 'past'), typed('23', '2026-11-23', 'future')]).toEqual([
      '2026-11-23',
      '2026-11-23',
    ])
  })

  it('skips the months that have no such day', () => {
    expect(typed('31', '2026-02-10')).toBe('2026-01-31')
    expect(typed('31', '2026-02-10', 'future')).toBe('2026-03-31')
    expect(typed('+1m', '2026-01-31')).toBe('2026-02-28')
  })

  it('refuses what does not exist or means nothing', () => {
    expect([typed('31/02'), typed('29/02'), typed('32'), typed('0'), typed('31/02/2026')]).toEqual(
      Array(5).fill('doesNotExist'),
    )
    expect([typed('bientôt'), typed('+'), typed('+7x'), typed('12 brumaire'), typed('+99999')]).toEqual(
      Array(5).fill('notADate'),
    )
    expect(typed(' ')).toBe('empty')
  })
})
