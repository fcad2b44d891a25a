import { largestAmount } from '@quittance/core/money/money.ts'
import { describe, expect, it } from 'vitest'
import { enteredMoney } from '../platform/http/entered-shapes.ts'
import { paymentInput } from './contract.ts'

describe('an amount that is entered', () => {
  const reads = (amount: number) => paymentInput.shape.amount.safeParse({ amount, currency: 'EUR' }).success

  it('may be a hundred billion euros, not more: a sum of hundreds of them is still exact', () => {
    expect(reads(largestAmount)).toBe(true)
    expect(reads(largestAmount + 1)).toBe(false)
    expect(enteredMoney.safeParse({ amount: -largestAmount - 1, currency: 'EUR' }).success).toBe(false)
    expect(Number.isSafeInteger(900 * largestAmount)).toBe(true)
  })
})
