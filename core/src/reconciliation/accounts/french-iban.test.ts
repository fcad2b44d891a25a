import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readIban } from '../../people/iban.ts'
import { frenchIban, ribKey } from './french-iban.ts'

const sign = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const digits = (length: number) =>
  fc.array(fc.constantFrom(...'0123456789'), { minLength: length, maxLength: length }).map((all) => all.join(''))

describe('the IBAN of a French account known by its parts', () => {
  it.each([
    [
      'the textbook example, with a letter',
      { bank: '20041', branch: '01005', number: '0500013M026' },
      '06',
      'FR1420041010050500013M02606',
    ],
    ['all digits', { bank: '30006', branch: '00001', number: '12345678901' }, '89', 'FR7630006000011234567890189'],
  ])('is computed: %s', (_what, account, key, iban) => {
    expect([ribKey(account), frenchIban(account)]).toEqual([key, iban])
  })

  it('is written MC for an account of Monaco', () => {
    const iban = frenchIban({ bank: '11222', branch: '00001', number: '01234567890' }, 'MC')
    expect(iban).toBe('MC5811222000010123456789030')
  })

  it.each([
    ['a short bank code', { bank: '3006', branch: '00001', number: '12345678901' }],
    ['a short number', { bank: '30006', branch: '00001', number: '1234567890' }],
    ['small letters', { bank: '20041', branch: '01005', number: '0500013m026' }],
    ['blanks', { bank: '     ', branch: '     ', number: '           ' }],
  ])('is not made up from %s', (_what, account) => {
    expect(frenchIban(account)).toBeNull()
  })

  it('always passes the check of any IBAN', () => {
    const number = fc.array(sign, { minLength: 11, maxLength: 11 }).map((all) => all.join(''))
    fc.assert(
      fc.property(
        digits(5),
        digits(5),
        number,
        fc.constantFrom('FR' as const, 'MC' as const),
        (bank, branch, account, country) => {
          const iban = frenchIban({ bank, branch, number: account }, country)
          expect(readIban(iban ?? '')).toBe(iban)
        },
      ),
    )
  })
})
