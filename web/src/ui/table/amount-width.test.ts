import { asCurrency, money } from '@quittance/core/money/money.ts'
import { describe, expect, it } from 'vitest'
import { amountWidth } from './amount-width.ts'

const widthOf = (...amounts: number[]) =>
  Number.parseInt(
    amountWidth(
      amounts.map((amount) => money(amount, asCurrency('EUR'))),
      'fr',
    ),
    10,
  )

describe('the column of an amount', () => {
  it('is the usual one for usual amounts, and for none', () => {
    expect(widthOf()).toBe(112)
    expect(widthOf(100, 1_245_000)).toBe(112)
  })
  it('grows with the longest amount, so that none is cut', () => {
    expect(widthOf(100, 123_456_789_012)).toBeGreaterThan(140)
    expect(widthOf(123_456_789_012, 100)).toBe(widthOf(123_456_789_012))
  })
})
