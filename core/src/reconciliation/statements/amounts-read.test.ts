import { describe, expect, it } from 'vitest'
import { asDate } from '../../calendar/calendar-date.ts'
import { asCurrency } from '../../money/money.ts'
import { balanceOf, currencyOf } from './amounts-read.ts'
import { type ExactAmount, parseExact, zeroAmount } from './exact-amount.ts'
import type { StatementWarning } from './statement-file.ts'

const exact = (text: string): ExactAmount => parseExact(text, '.') ?? zeroAmount

const collect = <Answer>(act: (warn: (warning: StatementWarning) => void) => Answer) => {
  const warnings: StatementWarning[] = []
  return { answer: act((warning) => void warnings.push(warning)), warnings }
}

describe('the currency a statement is kept in', () => {
  it.each([
    ['EUR', 'EUR'],
    ['eur', 'EUR'],
    ['€', 'EUR'],
    ['XPF', 'XPF'],
    ['DEM', 'DEM'],
  ])('written %s is %s, without a doubt', (written, currency) => {
    expect(collect((warn) => currencyOf(written, warn, 3))).toEqual({ answer: currency, warnings: [] })
  })

  it.each(['', 'EU', 'EURX', 'de', 'dem', '9.9'])(
    'written "%s" is assumed to be the euro, which is said',
    (written) => {
      expect(collect((warn) => currencyOf(written, warn, 3))).toEqual({
        answer: 'EUR',
        warnings: [{ code: 'currencyAssumed', line: 3, value: written }],
      })
    },
  )

  it('not written is assumed to be the euro, without a line where there is none to name', () => {
    expect(collect((warn) => currencyOf(null, warn))).toEqual({
      answer: 'EUR',
      warnings: [{ code: 'currencyAssumed', value: '' }],
    })
  })
})

describe('a balance', () => {
  const on = asDate('2026-03-23')
  const balance = (amount: ExactAmount | null, currency = 'EUR', day: typeof on | null = on) =>
    collect((warn) => balanceOf(amount, day, { currency: asCurrency(currency), line: 7, warn }))

  it('is a whole number of the smallest unit of its currency', () => {
    expect(balance(exact('-1234.5'))).toEqual({ answer: { amount: -123_450, on }, warnings: [] })
    expect(balance(exact('1234'), 'XPF')).toEqual({ answer: { amount: 1_234, on }, warnings: [] })
    expect(balance(exact('1.234'), 'TND')).toEqual({ answer: { amount: 1_234, on }, warnings: [] })
  })

  it('is kept without its day where the bank writes none', () => {
    expect(balance(exact('0.00'), 'EUR', null).answer).toEqual({ amount: 0, on: null })
  })

  it('is none where the bank gives none, and nothing is said', () => {
    expect(balance(null)).toEqual({ answer: null, warnings: [] })
  })

  it.each([
    ['12.345', 'EUR', '12.345'],
    ['0.5', 'XPF', '0.50'],
    ['99999999999999', 'EUR', '99999999999999.00'],
  ])('is none where it is no such number, which is said: %s %s', (written, currency, value) => {
    expect(balance(exact(written), currency)).toEqual({
      answer: null,
      warnings: [{ code: 'balanceUnreadable', line: 7, value }],
    })
  })
})
