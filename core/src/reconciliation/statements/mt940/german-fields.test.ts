import { describe, expect, it } from 'vitest'
import { readGermanFields } from './german-fields.ts'

const iban = 'DE89370400440532013000'

describe('information in the fields of German banks', () => {
  it('gives the name, its two pieces joined where the first is full', () => {
    expect(readGermanFields('166?32DUPONT MASCHINENBAU UND SOE?33HNE GMBH')?.otherName).toBe(
      'DUPONT MASCHINENBAU UND SOEHNE GMBH',
    )
    expect(readGermanFields('166?32DUPONT GMBH?33MUENCHEN')?.otherName).toBe('DUPONT GMBH MUENCHEN')
    expect(readGermanFields('166?20OHNE NAMEN')?.otherName).toBeNull()
  })

  it('gives the text behind SVWZ as the remittance, else all the purpose before the keywords', () => {
    expect(readGermanFields('166?20EREF+E-1?21SVWZ+Rechnung 12')?.remittance).toBe('Rechnung 12')
    expect(readGermanFields('166?20Rechnung 12?21EREF+E-1')?.remittance).toBe('Rechnung 12')
    expect(readGermanFields('166?20Rechnung?21 12 und?2213')?.remittance).toBe('Rechnung 12 und 13')
  })

  it('joins twenty-seven characters to what follows, and fewer with a space', () => {
    const full = 'SVWZ+RECHNUNGSNUMMER 2026-0'
    expect(full).toHaveLength(27)
    expect(readGermanFields(`166?20${full}?2131 VOM 1.3.`)?.remittance).toBe('RECHNUNGSNUMMER 2026-031 VOM 1.3.')
    expect(readGermanFields('166?20SVWZ+RECHNUNG?212026-031')?.remittance).toBe('RECHNUNG 2026-031')
  })

  it('goes on with the purpose in the fields from 60 to 63', () => {
    expect(readGermanFields('166?20SVWZ+A?29B?60C?63D?64E')?.remittance).toBe('A B C D')
  })

  it('gives the references behind their keywords', () => {
    const text = `105?20EREF+F2026-031?21KREF+K-9?22MREF+MDT-7?23CRED+DE98ZZZ?24SVWZ+Lastschrift?25ABWA+Tochter GmbH`
    expect(readGermanFields(text)).toMatchObject({
      endToEndId: 'F2026-031',
      mandate: 'MDT-7',
      otherUltimateName: 'Tochter GmbH',
      remittance: 'Lastschrift',
      kind: 'directDebit',
      code: '105',
    })
  })

  it('gives no reference where there is none to give', () => {
    expect(readGermanFields('166?20EREF+NOTPROVIDED?21SVWZ+X')).toMatchObject({ endToEndId: null, mandate: null })
  })

  it('finds a reference of the creditor within the remittance', () => {
    expect(readGermanFields('166?20SVWZ+RF18539007547034')?.creditorReference).toBe('RF18539007547034')
    expect(readGermanFields('166?20SVWZ+RF1')?.creditorReference).toBeNull()
  })

  it.each([
    ['in its field', `166?31${iban}`],
    ['in the field of SEPA', `166?310532013000?38${iban}`],
    ['behind its keyword', `166?20IBAN+${iban}?21BIC+COBADEFF`],
  ])('finds the account of the other side %s', (_where, text) => {
    expect(readGermanFields(text)?.otherIban).toBe(iban)
  })

  it('takes a number that is no IBAN for none', () => {
    expect(readGermanFields('166?31 0532013000?3012345678')?.otherIban).toBeNull()
  })

  it.each(['?', '<', '>', '@', '~', '^', '|'])('takes "%s" between its fields', (mark) => {
    const text = ['166', '00GUTSCHRIFT', '20SVWZ+R 12', '32DUPONT'].join(mark)
    expect(readGermanFields(text)).toMatchObject({
      code: '166',
      otherName: 'DUPONT',
      remittance: 'R 12',
      label: 'GUTSCHRIFT DUPONT R 12',
    })
  })

  it('keeps a sign of its own within a text', () => {
    expect(readGermanFields('166?20SVWZ+WARUM? WEIL?32DUPONT')).toMatchObject({
      remittance: 'WARUM? WEIL',
      otherName: 'DUPONT',
    })
    expect(readGermanFields('166?20SVWZ+A + B = 3?32DUPONT')?.remittance).toBe('A + B = 3')
  })

  it.each(['VIREMENT DUPONT', '166', '16?20X', '/EREF/1/NAME/X', '', '166 RECHNUNG'])(
    'is not there in "%s"',
    (text) => {
      expect(readGermanFields(text)).toBeUndefined()
    },
  )

  it.each([
    ['051', 'transfer'],
    ['166', 'transfer'],
    ['116', 'transfer'],
    ['177', 'transfer'],
    ['104', 'directDebit'],
    ['171', 'directDebit'],
    ['070', 'chequeDeposit'],
    ['805', 'fee'],
    ['999', null],
  ])('code %s is of the kind %s', (code, kind) => {
    expect(readGermanFields(`${code}?20X`)?.kind).toBe(kind)
  })

  it.each(['108', '109', '159', '181', '182', '183', '184'])('code %s is a payment that came back', (code) => {
    expect(readGermanFields(`${code}?20X`)).toMatchObject({ isReturn: true, isBatch: false })
  })

  it('codes from 191 to 199 are batches, and their neighbours are not', () => {
    const isBatch = (code: string) => readGermanFields(`${code}?20X`)?.isBatch
    expect(['190', '191', '195', '199', '166'].map(isBatch)).toEqual([false, true, true, true, false])
  })
})
