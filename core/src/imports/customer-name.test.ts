import { describe, expect, it } from 'vitest'
import { customerCodeKey } from './customer-name.ts'

describe('the code of a customer', () => {
  it('is the same with the zeros in front that spreadsheets eat, in any case', () => {
    expect([' 0200769623', '200769623 ', '0', '000', 'C007', '00A', ''].map(customerCodeKey)).toEqual([
      '200769623',
      '200769623',
      '0',
      '0',
      'c007',
      '00a',
      '',
    ])
  })

  it('is told at once where it is nothing but zeros and a letter', () => {
    const long = `${'0'.repeat(300_000)}x`
    expect(customerCodeKey(long)).toBe(long)
  })
})
