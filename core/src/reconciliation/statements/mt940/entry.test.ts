import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactText } from '../exact-amount.ts'
import { isCredit, parseEntry } from './entry.ts'

const parse = (...lines: readonly string[]) => parseEntry({ tag: '61', lines, line: 9 })

const read = (text: string) => {
  const found = parse(text)
  return (
    found && [
      found.valueDate,
      found.entryDate,
      found.mark,
      exactText(found.amount),
      found.type,
      found.reference,
      found.bankReference,
    ]
  )
}

describe('the line of a movement', () => {
  it.each([
    ['2603230323C12,50NTRFNONREF//BANK42', ['260323', '0323', 'C', '12.50', 'NTRF', 'NONREF', 'BANK42']],
    ['260323C12,50NTRFNONREF', ['260323', '', 'C', '12.50', 'NTRF', 'NONREF', '']],
    ['260323D12,NTRFF-12', ['260323', '', 'D', '12.00', 'NTRF', 'F-12', '']],
    ['2603230324CR1234567,89S051REF//X', ['260323', '0324', 'C', '1234567.89', 'S051', 'REF', 'X']],
    ['260323RC1,5FCHKREF', ['260323', '', 'RC', '1.50', 'FCHK', 'REF', '']],
    ['260323RDR1,5NRTIREF', ['260323', '', 'RD', '1.50', 'NRTI', 'REF', '']],
    ['260323 C 12,50 NTRFREF', ['260323', '', 'C', '12.50', 'NTRF', 'REF', '']],
    ['260323C12.50NTRFREF', ['260323', '', 'C', '12.50', 'NTRF', 'REF', '']],
    ['260323C12,50', ['260323', '', 'C', '12.50', '', '', '']],
    ['260323c12,50ntrfref', ['260323', '', 'C', '12.50', 'ntrf', 'ref', '']],
    ['260323C12,50NTRFA//B//C', ['260323', '', 'C', '12.50', 'NTRF', 'A', 'B//C']],
    ['260323C12,50NTRF//BANK42', ['260323', '', 'C', '12.50', 'NTRF', '', 'BANK42']],
  ])('%s is read into its parts', (text, parts) => {
    expect(read(text)).toEqual(parts)
  })

  it.each([
    '',
    'WHAT',
    '260323',
    '260323C',
    '260323X12,50NTRF',
    '260323CNTRF',
    '260323C,50NTRF',
    '26032C12,50NTRF',
    '260323032C12,50NTRF',
    '260323-12,50NTRF',
  ])('"%s" is none', (text) => {
    expect(parse(text)).toBeUndefined()
  })

  it('is none without a first line, and does not look for one below', () => {
    expect([parse(), parse('', '260323C12,50NTRFREF')]).toEqual([undefined, undefined])
  })

  it('keeps what the bank writes below it, on one line', () => {
    expect(parse('260323C12,50NTRFREF', '/OCMT/USD14,00/', '  CHGS  ')?.supplement).toBe('/OCMT/USD14,00/ CHGS')
  })

  it('is a credit for C and the reversal of a debit, and for no other mark', () => {
    expect((['C', 'D', 'RC', 'RD'] as const).map((mark) => isCredit({ mark }))).toEqual([true, false, false, true])
  })

  it('has the amount that was written, with a comma and any number of decimals it has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), fc.constantFrom('C', 'D', 'RC', 'RD'), (cents, mark) => {
        const digits = String(cents).padStart(3, '0')
        const found = parse(`260323${mark}${digits.slice(0, -2)},${digits.slice(-2)}NTRFREF`)
        expect([found?.mark, found?.amount.units, found?.amount.scale]).toEqual([mark, BigInt(cents), 2])
      }),
    )
  })
})
