import { asCurrency, money } from '@quittance/core/money/money.ts'
import { describe, expect, it } from 'vitest'
import { readAmount, writeAmount } from './read-amount.ts'

const eur = asCurrency('EUR')

describe('an amount typed by a person', () => {
  it.each([
    ['1234.5', 123450],
    ['1 234,5', 123450],
    ['1 234,50 €', 123450],
    ['12450', 1245000],
    ['-12,00', -1200],
  ])('« %s » is %d cents', (text, amount) => {
    expect(readAmount(text, eur, 'fr')).toEqual({ ok: true, amount })
  })
  it('is refused when it names another currency than the invoice', () => {
    expect(readAmount('12,00 USD', eur, 'fr')).toEqual({ ok: false, reason: 'otherCurrency' })
  })
  it('is refused with too many decimals rather than rounded', () => {
    expect(readAmount('12,345', eur, 'fr')).toMatchObject({ ok: false })
  })
  it.each(['fr', 'en'] as const)('is read back as written, in %s', (language) => {
    for (const cents of [0, 5, 1245000, -1205, 99999999]) {
      const text = writeAmount(money(cents, eur), language)
      expect(readAmount(text, eur, language)).toEqual({ ok: true, amount: cents })
    }
  })
  it('is shown grouped and without its currency at rest', () => {
    expect(writeAmount(money(1245000, eur), 'fr')).toBe('12\u00a0450,00')
    expect(writeAmount(money(1245000, eur), 'en')).toBe('12,450.00')
  })
})
