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

describe('the key of a French account', () => {
  it.each([
    ['30004', '00815', '00012345678'],
    ['20041', '01005', '0500013M026'],
    ['30066', '10001', '00020202020'],
    ['11222', '00001', '01234567890'],
  ])('makes %s %s %s divisible by 97, letters as the digits they stand for', (bank, branch, number) => {
    const key = ribKey({ bank, branch, number })
    expect(key).toMatch(/^\d{2}$/)
    const digits = number.replace(/[A-I]/g, (letter) => String(letter.charCodeAt(0) - 64)).replace(/M/g, '4')
    expect(BigInt(`${bank}${branch}${digits}${key}`) % 97n).toBe(0n)
  })

  it.each([
    ['A', '1'],
    ['I', '9'],
    ['J', '1'],
    ['R', '9'],
    ['S', '2'],
    ['Z', '9'],
    ['K', '2'],
    ['T', '3'],
  ])('counts %s in a number as %s', (letter, digit) => {
    const of = (sign: string) => ribKey({ bank: '30004', branch: '00815', number: `0001234567${sign}` })
    expect(of(letter)).toBe(of(digit))
  })

  it('changes with any single digit of the account', () => {
    fc.assert(
      fc.property(
        digits(5),
        digits(5),
        digits(11),
        fc.nat({ max: 20 }),
        fc.integer({ min: 1, max: 9 }),
        (bank, branch, number, at, by) => {
          const all = `${bank}${branch}${number}`
          const other = all.slice(0, at) + ((Number(all[at]) + by) % 10) + all.slice(at + 1)
          expect(ribKey({ bank: other.slice(0, 5), branch: other.slice(5, 10), number: other.slice(10) })).not.toBe(
            ribKey({ bank, branch, number }),
          )
        },
      ),
    )
  })

  it.each([
    ['a long branch', { bank: '30006', branch: '000011', number: '12345678901' }],
    ['a dash in its number', { bank: '30006', branch: '00001', number: '1234567890-' }],
    ['nothing', { bank: '', branch: '', number: '' }],
  ])('is none for %s', (_what, account) => {
    expect([ribKey(account), frenchIban(account)]).toEqual([null, null])
  })
})
