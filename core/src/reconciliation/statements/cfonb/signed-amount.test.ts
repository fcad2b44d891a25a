import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactText } from '../exact-amount.ts'
import { signed } from '../testing/cfonb-records.ts'
import { parseSigned } from './signed-amount.ts'

const read = (text: string, decimals = 2): string | undefined => {
  const found = parseSigned(text, decimals)
  return found && exactText(found.amount)
}

describe('the amount of a record of 120 characters', () => {
  it.each([
    ['0000000012345F', '1234.56'],
    ['0000000012345O', '-1234.56'],
    ['0000000000000{', '0.00'],
    ['0000000000100}', '-10.00'],
    ['0000000000000A', '0.01'],
    ['0000000000000J', '-0.01'],
    ['0000000999999I', '99999.99'],
    ['0000000012345f', '1234.56'],
    ['       12345F', '1234.56'],
    ['00000000000000', '0.00'],
  ])('%s is %s', (text, amount) => {
    expect(read(text)).toBe(amount)
  })

  it.each(['', '              ', '00000000123456', '0000000012345S', '00000X0012345F', '000000001234-5', 'F12345'])(
    '%s is none: a digit without a sign is neither credit nor debit',
    (text) => {
      expect(read(text)).toBeUndefined()
    },
  )

  it('is uncertain where the sign is an accent', () => {
    expect(parseSigned('0000000000100é', 2)).toMatchObject({ amount: { units: 1000n }, isUncertain: true })
    expect(parseSigned('0000000000100è', 2)).toMatchObject({ amount: { units: -1000n }, isUncertain: true })
    expect(parseSigned('0000000000100{', 2)).toMatchObject({ isUncertain: false })
  })

  it('has the decimals of its account', () => {
    expect([read('0000000012345F', 0), read('0000000012345F', 3)]).toEqual(['123456.00', '123.456'])
  })

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (cents) => {
        expect(parseSigned(signed(cents), 2)?.amount.units).toBe(BigInt(cents))
      }),
    )
  })
})
