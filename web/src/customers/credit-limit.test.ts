import { describe, expect, it } from 'vitest'
import { shareOfLimit } from './credit-limit.ts'

const eur = (amount: number) => ({ amount, currency: 'EUR' })

describe('the credit limit of a customer', () => {
  it('is used by what is owed in its own currency only', () => {
    const outstanding = [eur(2719800), { amount: 900000, currency: 'USD' }]
    expect(shareOfLimit({ creditLimit: 3000000, currency: 'EUR', outstanding })).toBeCloseTo(0.9066)
  })

  it('is not used by who owes nothing, or has no limit', () => {
    expect(shareOfLimit({ creditLimit: 3000000, currency: 'EUR', outstanding: [] })).toBe(0)
    expect(shareOfLimit({ creditLimit: null, currency: 'EUR', outstanding: [eur(100)] })).toBe(0)
  })

  it('of zero is passed by the first cent', () => {
    expect(shareOfLimit({ creditLimit: 0, currency: 'EUR', outstanding: [eur(1)] })).toBe(Number.POSITIVE_INFINITY)
  })
})
