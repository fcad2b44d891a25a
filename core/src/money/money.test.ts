import { describe, expect, it } from 'vitest'
import { add, asCurrency, compare, isPositive, isZero, money, negate, subtract, sumByCurrency } from './money.ts'

const EUR = asCurrency('EUR')
const USD = asCurrency('USD')

describe('money', () => {
  it('is a whole number of cents, never a float', () => {
    expect(money(123456, EUR)).toEqual({ amount: 123456, currency: 'EUR' })
    expect(() => money(12.5, EUR)).toThrow(/whole number/)
    expect(() => money(Number.NaN, EUR)).toThrow(/whole number/)
    expect(() => money(Number.MAX_SAFE_INTEGER + 1, EUR)).toThrow(/whole number/)
  })

  it('has one zero only', () => {
    expect(Object.is(money(-0, EUR).amount, 0)).toBe(true)
    expect(Object.is(negate(money(0, EUR)).amount, 0)).toBe(true)
  })

  it('adds, subtracts and negates within a currency', () => {
    expect(add(money(1, EUR), money(2, EUR))).toEqual(money(3, EUR))
    expect(subtract(money(1, EUR), money(2, EUR))).toEqual(money(-1, EUR))
    expect(negate(money(5, EUR))).toEqual(money(-5, EUR))
  })

  it('never sums, subtracts or compares across currencies', () => {
    expect(() => add(money(1, EUR), money(1, USD))).toThrow(/EUR and USD/)
    expect(() => subtract(money(1, EUR), money(1, USD))).toThrow(/EUR and USD/)
    expect(() => compare(money(1, EUR), money(1, USD))).toThrow(/EUR and USD/)
  })

  it('refuses a sum that no longer counts cents exactly', () => {
    const most = money(Number.MAX_SAFE_INTEGER, EUR)
    expect(() => add(most, money(1, EUR))).toThrow(/whole number/)
    expect(() => sumByCurrency([most, money(2, EUR)])).toThrow(/whole number/)
  })

  it('gives one total a currency, in the order of the codes', () => {
    const items = [money(5, USD), money(1, EUR), money(2, EUR), money(-5, USD)]
    expect(sumByCurrency(items)).toEqual([money(3, EUR), money(0, USD)])
    expect(sumByCurrency([])).toEqual([])
  })

  it('tells zero from positive and orders amounts', () => {
    expect([isZero(money(0, EUR)), isZero(money(1, EUR))]).toEqual([true, false])
    expect([isPositive(money(0, EUR)), isPositive(money(1, EUR)), isPositive(money(-1, EUR))]).toEqual([
      false,
      true,
      false,
    ])
    expect([money(3, EUR), money(-1, EUR), money(2, EUR)].sort(compare).map((m) => m.amount)).toEqual([-1, 2, 3])
    expect(compare(money(2, EUR), money(2, EUR))).toBe(0)
  })

  it('refuses a currency of another shape', () => {
    for (const text of ['', 'eur', 'EURO', '€', 'EU1']) expect(() => asCurrency(text)).toThrow(/currency code/)
  })
})
