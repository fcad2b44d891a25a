import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noiseRanges, passesLuhn, passesMod97 } from './mask-noise.ts'
import { readField } from './read-text.ts'

const telling = (text: string, amount = 1): string[] =>
  readField('label', text, amount)
    .atoms.filter(({ isDigits, noise }) => isDigits && !noise)
    .map(({ text: digits }) => digits)

/** An IBAN of these figures with the check that ISO 7064 asks. */
const ibanOf = (country: string, bban: string): string => {
  for (let check = 2; check <= 98; check++) {
    const iban = `${country}${String(check).padStart(2, '0')}${bban}`
    if (passesMod97(iban)) return iban
  }
  throw new Error('no check fits')
}

describe('numbers that are no invoice’s', () => {
  it('a company number is known by its check, joined or in groups', () => {
    expect(telling('SIRET 55210055400013 FACT 1374')).toEqual(['1374'])
    expect(telling('552 100 554 00013 FACT 1374')).toEqual(['1374'])
    expect(telling('SIREN 552 100 554 FACT 1374')).toEqual(['1374'])
    expect(telling('TVA FR 40 303 265 045 FACT 1374')).toEqual(['1374'])
  })

  it('a telephone number is cut alike all along', () => {
    for (const written of ['0229903026', '02 29 90 30 26', '02.29.90.30.26', '+33 2 29 90 30 26'])
      expect([written, telling(`TEL ${written} FACT 1374`)]).toEqual([written, ['1374']])
    expect(telling('/INV/ 022990 3026')).toEqual(['022990', '3026'])
  })

  it('nine figures in a row that nobody calls a company may be an invoice', () => {
    expect(telling('FACT 552100554')).toEqual(['552100554'])
  })

  it('telephones are known with zero or with the country', () => {
    for (const number of ['06 12 34 56 78', '0612345678', '01.44.55.66.77', '+33 6 12 34 56 78', '0033 612345678'])
      expect([number, ...telling(`TEL ${number} FACT 1374`)]).toEqual([number, '1374'])
  })

  it('amounts are known by their cents or their currency', () => {
    for (const amount of ['1 234,56', '1.234,56 EUR', '98,00€', 'EUR 98.00', '1500 EUR', '1500€'])
      expect([amount, ...telling(`FACT 1374 MONTANT ${amount}`)]).toEqual([amount, '1374'])
  })

  it('the amount of the line itself, in cents, is no number', () => {
    expect(telling('FACT 1374 00098000', 98_000)).toEqual(['1374'])
    expect(telling('FACT 137 42', 137)).toEqual(['137', '42'])
  })

  it('account codes of customers, suppliers and banks are known', () => {
    for (const code of ['411000', '41100042', '401NORD01', 'CPT 411DUP', '512100'])
      expect([code, ...telling(`${code} FACT 1374`)]).toEqual([code, '1374'])
  })

  it('what the payer calls his own reference or mandate is no invoice', () => {
    for (const own of ['NREF 88213', 'N/REF: 2026-88', 'NOTRE REF 4411', 'RUM 0012345', 'ID EMETTEUR FR12ZZZ4411'])
      expect([own, ...telling(`FACT 1374 ${own}`)]).toEqual([own, '1374'])
  })

  it('an IBAN is known in one word or in groups of four, a false one is not', () => {
    expect(telling('FR7630006000011234567890189 FACT 42')).toEqual(['42'])
    expect(telling('FACT 42 IBAN BE68 5390 0754 7034')).toEqual(['42'])
    expect(telling('BE68 5390 0754 7034 FACT 42')).toEqual(['42'])
    expect(telling('BE68539007547034 FACT 42')).toEqual(['42'])
    expect(telling('FACT 42 IBAN BE69 5390 0754 7034')).toContain('5390')
  })

  it('days are no numbers', () => {
    expect(telling('FACT 1374 DU 12/09/2026')).toEqual(['1374'])
    expect(telling('FACT 1374 DU 2026-09-12 ECH 31.10.26')).toEqual(['1374'])
  })

  it('nothing is masked where there is nothing but numbers of invoices', () => {
    for (const text of ['F-2026-0842 F-2026-0944', 'FACT 1374 75 78', 'F0031 A F0034', '2026/00042'])
      expect([text, ...noiseRanges(text, 1)]).toEqual([text])
  })
})

describe('checks of numbers', () => {
  it('Luhn holds for companies of the register, and not with one figure changed', () => {
    expect(passesLuhn('552100554')).toBe(true)
    expect(passesLuhn('55210055400013')).toBe(true)
    fc.assert(
      fc.property(fc.nat(8), fc.integer({ min: 1, max: 9 }), (place, more) => {
        const digits = [...'552100554']
        digits[place] = String((Number(digits[place]) + more) % 10)
        expect(passesLuhn(digits.join(''))).toBe(false)
      }),
    )
  })

  it('the check of an IBAN fails with one figure changed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { minLength: 18, maxLength: 18 }),
        fc.integer({ min: 4, max: 21 }),
        fc.integer({ min: 1, max: 9 }),
        (figures, place, more) => {
          const iban = ibanOf('DE', figures.join(''))
          const wrong = [...iban]
          wrong[place] = String((Number(wrong[place]) + more) % 10)
          expect(passesMod97(wrong.join(''))).toBe(false)
        },
      ),
    )
  })
})
