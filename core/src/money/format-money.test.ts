import { describe, expect, it } from 'vitest'
import { decimalText, formatMoney } from './format-money.ts'
import { asCurrency, money } from './money.ts'

const of = (amount: number, code = 'EUR') => money(amount, asCurrency(code))

describe('writing an amount', () => {
  it('writes euros as each language does, with no-break spaces', () => {
    expect(formatMoney(of(123456), 'fr')).toBe('1\u00a0234,56\u00a0€')
    expect(formatMoney(of(123456), 'en')).toBe('€1,234.56')
    expect(formatMoney(of(123456789), 'fr')).toBe('1\u00a0234\u00a0567,89\u00a0€')
    expect(formatMoney(of(0), 'fr')).toBe('0,00\u00a0€')
  })

  it('writes the true minus', () => {
    expect(formatMoney(of(-1200), 'fr')).toBe('\u221212,00\u00a0€')
    expect(formatMoney(of(-1200), 'en')).toBe('\u2212€12.00')
  })

  it('gives each currency its own decimals', () => {
    expect(formatMoney(of(1234567, 'JPY'), 'en')).toBe('¥1,234,567')
    expect(formatMoney(of(1234, 'TND'), 'fr')).toMatch(/^1,234\u00a0/)
    expect(formatMoney(of(150000, 'HUF'), 'fr')).toMatch(/^1\u00a0500,00\u00a0/)
    expect(formatMoney(of(500, 'XOF'), 'fr')).toBe('500\u00a0F\u00a0CFA')
  })

  it('writes every amount as the platform does', () => {
    for (const language of ['fr', 'en'] as const) {
      for (const [code, digits] of [
        ['EUR', 2],
        ['USD', 2],
        ['CHF', 2],
        ['JPY', 0],
        ['TND', 3],
        ['XOF', 0],
      ] as const) {
        const platform = new Intl.NumberFormat(language, {
          style: 'currency',
          currency: code,
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        })
        for (const amount of [0, -0, 1, 9, 12, 99, 100, 999, 1000, 99_999, 100_000, 999_999, 1_000_000, 123_456_789]) {
          for (const signed of [amount, -amount]) {
            const written = platform.format(decimalText(of(signed, code)) as Intl.StringNumericLiteral)
            const expected = written.replace(/\u202f/g, '\u00a0').replace(/-/g, '\u2212')
            expect(formatMoney(of(signed, code), language)).toBe(expected)
          }
        }
      }
    }
  })

  it('keeps the last cent of amounts a float would round', () => {
    expect(formatMoney(of(Number.MAX_SAFE_INTEGER), 'en')).toBe('€90,071,992,547,409.91')
  })

  it('writes a plain decimal for files', () => {
    expect([5, -5, 100, -123456, 0].map((amount) => decimalText(of(amount)))).toEqual([
      '0.05',
      '-0.05',
      '1.00',
      '-1234.56',
      '0.00',
    ])
    expect(decimalText(of(-7, 'JPY'))).toBe('-7')
    expect(decimalText(of(7, 'KWD'))).toBe('0.007')
  })
})
