import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLine } from './read-line.ts'
import { atomsOf, plainCapitals, readField } from './read-text.ts'
import { aLine } from './testing/some-books.ts'

describe('plain capitals', () => {
  it('have no accents, and ligatures written out', () => {
    expect(plainCapitals('Règlement œuvre, Ætna, straße, à Noël, ÇA')).toBe(
      'REGLEMENT OEUVRE, AETNA, STRASSE, A NOEL, CA',
    )
  })

  it('are the same composed or decomposed, and once or twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'éèêàçùœ ABCxyz019-/') }), (text) => {
        expect(plainCapitals(text.normalize('NFD'))).toBe(plainCapitals(text.normalize('NFC')))
        expect(plainCapitals(plainCapitals(text))).toBe(plainCapitals(text))
      }),
    )
  })
})

describe('words and figures of a text', () => {
  const texts = (text: string): string[] => atomsOf(text, []).map((atom) => atom.text)

  it('letters and figures are cut apart, and know whether they were joined', () => {
    expect(texts('FACT1374/75')).toEqual(['FACT', '1374', '75'])
    expect(atomsOf('FACT1374 75', []).map(({ joined }) => joined)).toEqual([false, true, false])
  })

  it('an O among figures is a zero, one in a word stays', () => {
    expect(texts('F2O26-OO42')).toEqual(['F', '2026', '0042'])
    expect(texts('SOLDE OCTO')).toEqual(['SOLDE', 'OCTO'])
  })

  it('each stands where it says, though accents and ligatures change lengths', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'éœABxy019 -/.') }), (text) => {
        let end = 0
        for (const { from, to } of atomsOf(text, [])) {
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(text.length)
          expect(from).toBeGreaterThanOrEqual(text[from] === text[end - 1] ? 0 : Math.min(end, from))
          end = to
        }
      }),
    )
    const text = 'Règlement n° F-2026-0842'
    const last = atomsOf(text, []).at(-1)
    expect(text.slice(last?.from, last?.to)).toBe('0842')
  })

  it('what touches a masked stretch is noise, what stands beside it is not', () => {
    expect(atomsOf('1374 5678', [[5, 9]]).map(({ noise }) => noise)).toEqual([false, true])
  })

  it('a field knows its days, and they are noise', () => {
    const { dates, atoms } = readField('label', 'FACT DU 12/09/26', 1)
    expect(dates.map(({ day }) => day)).toEqual(['2026-09-12'])
    expect(atoms.filter(({ isDigits }) => isDigits).every(({ noise }) => noise)).toBe(true)
  })
})

describe('a bank line as it is read', () => {
  const fieldsOf = (more: Parameters<typeof aLine>[2], label = 'VIR NORDELEC') =>
    readLine(aLine(5_000, label, more)).fields.map(({ field, text }) => [field, text])

  it('all that says something is read, each in its own field', () => {
    expect(
      fieldsOf({
        remittance: 'F-2026-0842',
        creditorReference: 'RF18',
        documents: ['F-1', 'F-2'],
        endToEndId: 'E2E-9',
      }),
    ).toEqual([
      ['label', 'VIR NORDELEC'],
      ['remittance', 'F-2026-0842'],
      ['reference', 'RF18'],
      ['document', 'F-1'],
      ['document', 'F-2'],
      ['endToEnd', 'E2E-9'],
    ])
  })

  it('what the label repeats is read once', () => {
    expect(fieldsOf({ remittance: 'F-2026-0842', endToEndId: 'E2E-9' }, 'VIR F-2026-0842 E2E-9')).toHaveLength(1)
  })

  it('an id that the payer did not give is none', () => {
    for (const endToEndId of ['NOTPROVIDED', 'NOT PROVIDED', 'Notprovided'])
      expect([endToEndId, ...fieldsOf({ endToEndId })]).toEqual([endToEndId, ['label', 'VIR NORDELEC']])
  })

  it('its plain text has single blanks and no marks', () => {
    expect(readLine(aLine(1, 'Virement  reçu/DE: Épicerie-Fine')).plain).toBe('VIREMENT RECU DE EPICERIE FINE')
    expect(readLine(aLine(1, 'VIR', { remittance: 'facture n°12' })).plain).toBe('VIR FACTURE N 12')
  })

  it('a word that warns in the payer’s own name warns of nothing', () => {
    const line = { payerName: 'Prêt à Porter Interêts' }
    expect(readLine(aLine(1, 'VIR PRET A PORTER INTERETS FACT 12', line)).warnings).toEqual([])
    expect(readLine(aLine(1, 'VIR PRET A PORTER INTERETS ACOMPTE', line)).warnings).toEqual(['deposit'])
  })
})
