import { describe, expect, it } from 'vitest'
import { hundredthsOf, limitIn } from './limit.ts'
import { asCurrency, money } from './money.ts'

describe('a limit', () => {
  it.each([
    ['EUR', 700, 'JPY', 7],
    ['EUR', 500, 'BHD', 5000],
    ['JPY', 5, 'EUR', 500],
    ['TND', 5000, 'KRW', 5],
    ['EUR', 550, 'JPY', 5.5],
    ['EUR', 500, 'USD', 500],
  ])('in %s of %i is the same number of units in %s', (from, amount, to, limit) => {
    expect(limitIn(hundredthsOf(money(amount, asCurrency(from))), asCurrency(to))).toBe(limit)
  })
})
