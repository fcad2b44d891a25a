import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { asCurrency, largestAmount } from '../money/money.ts'
import { parseAmount } from '../money/parse-amount.ts'
import { amountMeant, amountText, dayMeant, dayText, decimalsWritten, dueMeant, roundedAmount } from './suggest-fix.ts'

const EUR = asCurrency('EUR')

describe('a correction to offer', () => {
  it.each([
    ['1.248,OO', 124_800],
    ['1 248,0O €', 124_800],
    ['l2,5O', 1_250],
    ['1.248,00.', 124_800],
    ['env. 640,00', 64_000],
  ])('reads the amount meant by « %s »', (text, amount) => {
    expect(amountMeant(text, ',', 2)).toBe(amount)
  })

  it('finds no amount in words', () => {
    for (const text of ['voir devis', '-', '###', 'OO']) expect(amountMeant(text, ',', 2)).toBeUndefined()
  })

  it('writes amounts as the file does, and they read back the same', () => {
    expect(amountText(124_800, EUR, ',')).toBe('1 248,00')
    expect(amountText(-124_800, EUR, '.')).toBe('-1248.00')
    expect(amountText(1_248, asCurrency('JPY'), ',')).toBe('1 248')
    fc.assert(
      fc.property(
        fc.integer({ min: -largestAmount, max: largestAmount }),
        fc.constantFrom(',' as const, '.' as const),
        (amount, decimal) => {
          expect(parseAmount(amountText(amount, EUR, decimal), { decimal, digits: 2 })).toEqual({
            ok: true,
            amount: amount === 0 ? 0 : amount,
          })
        },
      ),
    )
  })

  it('rounds half away from zero, digit by digit', () => {
    expect(roundedAmount('12.345', '.', 2)).toBe(1_235)
    expect(roundedAmount('-12.345', '.', 2)).toBe(-1_235)
    expect(roundedAmount('12.3449999999', '.', 2)).toBe(1_234)
    expect(roundedAmount('1 234,567', ',', 2)).toBe(123_457)
    expect(roundedAmount('103.53000000000003', '.', 2)).toBe(10_353)
    expect(decimalsWritten('1 234,567 €')).toBe(3)
  })

  it('reads the day meant', () => {
    expect(dayMeant('31/02/2026', 'dmy')).toBe('2026-02-28')
    expect(dayMeant('31/02/2028', 'dmy')).toBe('2028-02-29')
    expect(dayMeant('31-11-26', 'dmy')).toBe('2026-11-30')
    expect(dayMeant('11/31/2026', 'mdy')).toBe('2026-11-30')
    expect(dayMeant('2026-02-30', 'ymd')).toBe('2026-02-28')
    expect(dayMeant('12/25/2026', 'dmy')).toBe('2026-12-25')
    expect(dayMeant('2O/O5/2026', 'dmy')).toBe('2026-05-20')
    expect(dayMeant('45/45/2026', 'dmy')).toBeUndefined()
  })

  it('reads a due date before the issue as the wrong year or as month and day exchanged', () => {
    const issue = asDate('2026-12-10')
    expect(dueMeant('10/01/2026', asDate('2026-01-10'), issue, 'dmy')).toBe('2027-01-10')
    expect(dueMeant('03/10/2026', asDate('2026-10-03'), asDate('2026-03-01'), 'mdy')).toBeUndefined()
    expect(dueMeant('05/04/2026', asDate('2026-04-05'), asDate('2026-04-20'), 'dmy')).toBe('2026-05-04')
    expect(dueMeant('05/04/2019', asDate('2019-04-05'), asDate('2026-04-20'), 'dmy')).toBeUndefined()
  })

  it('writes days in the order of the file', () => {
    const day = asDate('2026-05-20')
    expect([dayText(day, 'dmy'), dayText(day, 'mdy'), dayText(day, 'ymd')]).toEqual([
      '20/05/2026',
      '05/20/2026',
      '2026-05-20',
    ])
  })
})
