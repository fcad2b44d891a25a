import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFrenchLabel } from './french-label.ts'
import { kindOfLabel } from './label-kind.ts'

describe('the label of a French bank', () => {
  it.each([
    ['VIR SEPA RECU /DE DUPONT SARL /MOTIF FACTURE 2026-031 /REF X1', 'DUPONT SARL', 'FACTURE 2026-031'],
    ['VIR RECU 123 DE: DUPONT SARL MOTIF: FACTURE 2026-031 REF: ABC', 'DUPONT SARL', 'FACTURE 2026-031'],
    ['VIREMENT EN VOTRE FAVEUR DUPONT SARL FACTURE 2026-031', 'DUPONT SARL', 'FACTURE 2026-031'],
    ['VIR SEPA DUPONT SARL | facture 12', 'DUPONT SARL', 'facture 12'],
    ['VIR INST MARTIN & FILS', 'MARTIN & FILS', ''],
    ['VIR FACT 12', null, ''],
    ['REMISE DE CHEQUES 12', null, ''],
    ['CARTE 23/03 BOULANGERIE', null, ''],
  ])('%s', (label, name, remittance) => {
    const read = readFrenchLabel(label)
    expect(read.name).toBe(name)
    if (name !== null) expect(read.remittance).toBe(remittance)
  })

  it.each([
    ['VIR SEPA RECU', 'transfer'],
    ['PRÉLÈVEMENT EDF', 'directDebit'],
    ['REMISE CHEQUES 0001', 'chequeDeposit'],
    ['REMISE CARTE 1234', 'card'],
    ['CHEQUE IMPAYE 12', 'returned'],
    ['REJET PRLV DUPONT', 'returned'],
    ['COMMISSION DE MOUVEMENT', 'fee'],
    ['ENCAISSEMENT LCR', 'billOfExchange'],
    ['DUPONT SARL', 'other'],
  ])('%s is of the kind %s', (label, kind) => {
    expect(kindOfLabel(label)).toBe(kind)
  })
})

describe('who paid, in the label of a transfer', () => {
  it.each([
    ['VIR DUPONT SARL', 'DUPONT SARL'],
    ['VIREMENT SEPA DUPONT SARL', 'DUPONT SARL'],
    ['VIR INST RECU DE DUPONT SARL', 'DUPONT SARL'],
    ['VIR INSTANTANÉ REÇU DE Dupont & Fils', 'Dupont & Fils'],
    ['VRT RECU DUPONT SARL', 'DUPONT SARL'],
    ['VIR SEPA RECU M/O DUPONT SARL', 'DUPONT SARL'],
    ['vir sepa recu dupont sarl', 'dupont sarl'],
    ['VIR. DUPONT SARL', 'DUPONT SARL'],
    ['VIR SEPA RECU /DE DUPONT SARL', 'DUPONT SARL'],
    ['VIR RECU 9876 DE: DUPONT SARL MOTIF: ACOMPTE', 'DUPONT SARL'],
    ['/DE DUPONT SARL /MOTIF X', 'DUPONT SARL'],
    ['VIR SEPA L’ATELIER DU BOIS', 'L’ATELIER DU BOIS'],
    ['VIR SEPA 3D IMPRESSION', '3D IMPRESSION'],
  ])('%s: %s', (label, name) => {
    expect(readFrenchLabel(label).name).toBe(name)
  })

  it.each([
    '',
    '   ',
    'DUPONT SARL',
    'VIR',
    'VIR SEPA',
    'VIR SEPA RECU',
    'VIR 12345',
    'VIR SEPA RECU /DE 12 /MOTIF X',
    'PRLV SEPA EDF',
    'VIROFLAY COMMUNE',
  ])('"%s" names nobody', (label) => {
    expect(readFrenchLabel(label).name).toBeNull()
  })
})

describe('for what it was paid, in the label of a transfer', () => {
  it.each([
    ['VIR DUPONT SARL FACTURE 2026-031', 'FACTURE 2026-031'],
    ['VIR DUPONT SARL FACT.2026-031', 'FACT.2026-031'],
    ['VIR DUPONT SARL FA12', 'FA12'],
    ['VIR DUPONT SARL INV 12 AND 13', 'INV 12 AND 13'],
    ['VIR DUPONT SARL REGLEMENT FACTURE 12', 'REGLEMENT FACTURE 12'],
    ['VIR DUPONT SARL SOLDE 2025', 'SOLDE 2025'],
    ['VIR DUPONT SARL N°12', 'N°12'],
    ['VIR DUPONT SARL CDE 4512', 'CDE 4512'],
    ['VIR DUPONT SARL', ''],
    ['VIR SEPA RECU /DE DUPONT /MOTIF FACTURE 12 ET 13 /REF 9', 'FACTURE 12 ET 13'],
    ['VIR RECU 1 DE: DUPONT MOTIF: LOYER MARS REF: 9', 'LOYER MARS'],
  ])('%s: "%s"', (label, remittance) => {
    expect(readFrenchLabel(label).remittance).toBe(remittance)
  })

  it.each(['FACADES DE LOIRE', 'INVEST CONSEIL', 'REFLETS SARL', 'SOLDEUR DU NORD', 'FACTORY SAS'])(
    'is not a part of the name %s',
    (name) => {
      expect(readFrenchLabel(`VIR SEPA ${name}`)).toEqual({ name, remittance: '' })
    },
  )

  it('loses no word: name and remittance are found in the label, one behind the other', () => {
    const word = fc.constantFrom('DUPONT', 'SARL', 'FACTURE', '2026-031', 'ET', 'N°', 'REF', '12', 'MARTIN', 'SOLDE')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        const text = words.join(' ')
        const { name, remittance } = readFrenchLabel(`VIR SEPA ${text}`)
        expect(text.endsWith(remittance)).toBe(true)
        if (name !== null) expect(`${name} ${remittance}`.trim()).toBe(text)
      }),
    )
  })

  it('is looked for in no more than a bank writes, however long the text', () => {
    const { name } = readFrenchLabel(`VIR SEPA ${'A'.repeat(5_000)}`)
    expect(name).toBe('A'.repeat(991))
  })
})
