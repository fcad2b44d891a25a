import { describe, expect, it } from 'vitest'
import { activeCurrencies, isActiveCurrency, minorUnitDigits, parseCurrency } from './currency.ts'
import { asCurrency } from './money.ts'

describe('currency', () => {
  it('counts cents, yen and millimes as ISO 4217 does', () => {
    const digits = (code: string) => minorUnitDigits(asCurrency(code))
    expect(['EUR', 'USD', 'CHF', 'MAD', 'HUF', 'TWD'].map(digits)).toEqual([2, 2, 2, 2, 2, 2])
    expect(['JPY', 'KRW', 'VND', 'CLP', 'ISK', 'PYG', 'RWF', 'UGX', 'VUV', 'XAF', 'XOF', 'XPF'].map(digits)).toEqual(
      Array.from({ length: 12 }, () => 0),
    )
    expect(['BIF', 'DJF', 'GNF', 'KMF'].map(digits)).toEqual([0, 0, 0, 0])
    expect(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map(digits)).toEqual([3, 3, 3, 3, 3, 3, 3])
  })

  it('lists each active code once, in order', () => {
    const codes = activeCurrencies()
    expect(codes).toEqual([...new Set(codes)].sort())
    expect(codes.length).toBeGreaterThan(150)
  })

  it('knows every currency the platform knows, but for those withdrawn', () => {
    const unknown = Intl.supportedValuesOf('currency').filter((code) => !isActiveCurrency(code))
    const withdrawnOrNotMoney = ['CUC', 'HRK', 'SLL', 'XDR', 'XSU', 'ZWL']
    expect(unknown.filter((code) => !withdrawnOrNotMoney.includes(code))).toEqual([])
  })

  it('does not take a withdrawn or invented code', () => {
    for (const code of ['FRF', 'DEM', 'HRK', 'XXX', 'XAU', 'ABC', 'eur']) expect(isActiveCurrency(code)).toBe(false)
  })

  it('reads a code in any case and a sign that only one currency uses', () => {
    expect(['eur', ' EUR ', '€', 'Euros', '£', 'US$', 'chf'].map(parseCurrency)).toEqual([
      'EUR',
      'EUR',
      'EUR',
      'EUR',
      'GBP',
      'USD',
      'CHF',
    ])
    expect(['$', '¥', 'F CFA', '', 'EURX', 'toString'].map(parseCurrency)).toEqual(Array.from({ length: 6 }))
  })
})
