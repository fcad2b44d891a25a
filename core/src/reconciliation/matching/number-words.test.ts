import { describe, expect, it } from 'vitest'
import { atomsOf } from './read-text.ts'

/** What is said of each run of figures, in order. */
const said = (text: string): (string | null)[] =>
  atomsOf(text, []).flatMap(({ isDigits, says }) => (isDigits ? [says] : []))

describe('the word before a number', () => {
  it.each([
    'CLIENT 1374',
    'N CLIENT 1374',
    'CLIENT N° 1374',
    'CODE CLIENT : 1374',
    'CONTRAT 1374',
    'DOSSIER N 1374',
    'CHQ 1374',
    'CHEQUE N 1374',
    'CDE 1374',
    'BON DE COMMANDE 1374',
    'DEVIS D1374',
    'BL 1374',
    'MANDAT N°1374',
    'RUM AB1374',
    'N/REF 1374',
    'NOTRE REFERENCE 1374',
    'VIR N 1374',
    'KUNDENNR. 1374',
    'CUSTOMER NO. 1374',
    'FACT CLIENT 1374',
  ])('« %s » is no invoice', (text) => {
    expect(said(text)).toEqual(['other'])
  })

  it.each([
    'FACT 1374',
    'FACTURE N° 1374',
    'NOS REF FACT 1374',
    'V/REF 1374',
    'VOTRE REFERENCE 1374',
    'CLIENT DURAND FACT 1374',
    'INVOICE NO. 1374',
    'RECHNUNG NR 1374',
    'AVOIR 1374',
    'F-1374',
  ])('« %s » is an invoice', (text) => {
    expect(said(text)).toEqual(['invoice'])
  })

  it.each(['1374', 'VIR 1374', 'NORDELEC INDUSTRIE 1374', 'REF 1374', 'MERCI 1374'])('« %s » is not said', (text) => {
    expect(said(text)).toEqual([null])
  })

  it('speaks for all figures of one number and for its list of invoices, not for what follows something else', () => {
    expect(said('CONTRAT 2026-1374')).toEqual(['other', 'other'])
    expect(said('MARCHE 2024 123')).toEqual(['other', 'other'])
    expect(said('FACT 1374 1375, 1376')).toEqual(['invoice', 'invoice', 'invoice'])
    expect(said('CLIENT 4512 1374')).toEqual(['other', null])
    expect(said('CLIENT 4512 FACT 1374')).toEqual(['other', 'invoice'])
    expect(said('CDE 4512 / BL 88 / FACT 1374')).toEqual(['other', 'other', 'invoice'])
  })

  it('is sought no further than a few words back', () => {
    expect(said('CLIENT NORDELEC INDUSTRIE DE BOURGOGNE 1374')).toEqual([null])
  })
})
