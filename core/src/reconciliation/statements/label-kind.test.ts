import { describe, expect, it } from 'vitest'
import { beginsWithOperation, kindOfLabel } from './label-kind.ts'

describe("the words of a French bank's label", () => {
  it.each([
    ['VIR SEPA RECU DE DUPONT', 'transfer'],
    ['VIREMENT EN VOTRE FAVEUR', 'transfer'],
    ['VRT INST MARTIN', 'transfer'],
    ['  vir recu 123', 'transfer'],
    ['PRLV SEPA EDF', 'directDebit'],
    ['Prélèvement URSSAF', 'directDebit'],
    ['EMISSION PRLV SEPA 12 OPERATIONS', 'directDebit'],
    ['REMISE CHEQUES 0001234', 'chequeDeposit'],
    ['REM CHQ 12', 'chequeDeposit'],
    ['Remise de chèques N° 7', 'chequeDeposit'],
    ['CB BOULANGERIE 23/03', 'card'],
    ['CARTE 1234 AMAZON', 'card'],
    ['PAIEMENT PAR CARTE 1234', 'card'],
    ['FACTURES CARTE MARS', 'card'],
    ['REMISE CB 4970', 'card'],
    ['RETRAIT DAB 23/03', 'card'],
    ['REMISE LCR A L ECHEANCE', 'billOfExchange'],
    ['EFFETS A ENCAISSER', 'billOfExchange'],
    ['TRAITE MARTIN', 'billOfExchange'],
    ['FRAIS DE TENUE DE COMPTE', 'fee'],
    ['COMMISSION DE MOUVEMENT', 'fee'],
    ['COM INTERVENTION', 'fee'],
    ['COTISATION CARTE', 'fee'],
    ['AGIOS DU TRIMESTRE', 'fee'],
    ['INTÉRÊTS DEBITEURS', 'fee'],
    ['TVA SUR COMMISSIONS', 'fee'],
    ['REJET PRLV SEPA DUPONT', 'returned'],
    ['CHEQUE IMPAYE 1234567', 'returned'],
    ['VIR RETOURNE MARTIN', 'returned'],
    ['Chèque impayé', 'returned'],
    ['EFFET REJETÉ', 'returned'],
    ['', 'other'],
    ['DUPONT SARL', 'other'],
    ['COMPTOIR DU BOIS', 'other'],
    ['VERSEMENT ESPECES', 'other'],
  ] as const)('"%s" say it is of the kind %s', (label, kind) => {
    expect(kindOfLabel(label)).toBe(kind)
  })

  it('say a return before they say what came back', () => {
    expect(['VIR SEPA REJETE', 'PRLV IMPAYE', 'REMISE CHEQUES RETOUR', 'FRAIS REJET'].map(kindOfLabel)).toEqual(
      Array.from({ length: 4 }, () => 'returned'),
    )
  })

  it('are read alike with accents and without, in any case', () => {
    for (const label of ['Prélèvement EDF', 'Remise chèques', 'Intérêts', 'Impayé'])
      expect(
        kindOfLabel(
          label
            .normalize('NFD')
            .replace(/\p{Mn}/gu, '')
            .toUpperCase(),
        ),
      ).toBe(kindOfLabel(label))
  })
})

describe('a label that begins with an operation', () => {
  it.each([
    'VIR DUPONT',
    'CHQ 12',
    'Chèque',
    'Échéance du prêt',
    'VERSEMENT ESPECES',
    'Dépôt 12',
    'AVOIR 12',
    'FACTURE 12',
  ])('does not begin with the name of a customer: %s', (label) => {
    expect(beginsWithOperation(label)).toBe(true)
  })

  it.each(['DUPONT SARL', 'AVOIRIE DU LAC', 'DEPOTER', 'CHEQUERS LTD', ''])('is not this one: %s', (label) => {
    expect(beginsWithOperation(label)).toBe(false)
  })
})
