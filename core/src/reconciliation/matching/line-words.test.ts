import { describe, expect, it } from 'vitest'
import {
  labelWords,
  speaksOfCredit,
  speaksOfDiscount,
  speaksOfPart,
  speaksOfRest,
  speaksOfRetention,
  type Warning,
  warningsIn,
} from './line-words.ts'

const cases: Readonly<Record<Warning, readonly string[]>> = {
  deposit: [
    'VIR NORDELEC ACOMPTE 30 CDE 4411',
    'ARRHES SALON MARS',
    'AVANCE SUR CHANTIER',
    'PRO FORMA 118',
    'PROFORMA 118',
    'REGLEMENT DEVIS D 2026 18',
    'DOWN PAYMENT PO 4500',
    'ACPTE 1 SUR 3',
  ],
  refund: [
    'REMBOURSEMENT TROP PERCU',
    'REMB AVOIR FOURNISSEUR 88',
    'RBT DOUBLE PAIEMENT',
    'SINISTRE 2026 118 INDEMNITE',
    'REFUND ORDER 12',
    'RISTOURNE ANNUELLE',
  ],
  tax: ['DGFIP REMBOURST CREDIT TVA', 'URSSAF IDF', 'CPAM IJ', 'DRFIP SUBVENTION 2026', 'ASP AIDE APPRENTI'],
  ownTransfer: [
    'VIREMENT INTERNE',
    'VIR INTERNE EQUILIBRAGE',
    'COMPTE A COMPTE',
    'APPORT COMPTE COURANT D ASSOCIE',
    'CASH POOLING',
  ],
  reversal: ['ANNULATION VIR 12', 'REJET VIR SEPA', 'RETOUR VIREMENT', 'CONTREPASSATION', 'REGUL ERREUR BANQUE'],
  financing: ['DEBLOCAGE PRET 88', 'INTERETS CREDITEURS', 'COUPONS TITRES', 'DIVIDENDES FILIALE'],
  security: ['CAUTION', 'DEPOT DE GARANTIE', 'RESTITUTION DEPOTS DE GARANTIE', 'CONSIGNE PALETTES', 'SECURITY DEPOSIT'],
  staff: ['SALAIRE 09', 'NOTE DE FRAIS SEPT', 'NDF 118', 'FRAIS KM', 'IJSS DURAND', 'EXPENSES'],
  otherDealing: ['LOYER OCTOBRE', 'CESSION VEHICULE', 'PENALITES DE RETARD', 'DOMMAGES ET INTERETS', 'COTISATION 2026'],
  takings: ['REMISE CB 0911', 'REMISE CARTES', 'TPE 00418', 'STRIPE 118Q', 'PAYPAL PTE', 'SUMUP PAYOUT'],
}

describe('words that warn', () => {
  for (const [warning, texts] of Object.entries(cases))
    it(`${warning} is heard in the words that banks and payers use for it`, () => {
      for (const text of texts) expect([text, ...warningsIn(text)]).toContain(warning)
    })

  it('an ordinary payment warns of nothing', () => {
    for (const text of [
      'VIR SEPA RECU NORDELEC INDUSTRIE FACT 1374 75 78',
      'REGLT SEPTEMBRE 2026',
      'FACTURES DU MOIS MOINS AVOIR 12',
      'SOLDE F 2026 0842 ESCOMPTE 2 PCT',
    ])
      expect([text, ...warningsIn(text)]).toEqual([text])
  })

  it('words that only begin like one that warns are no warning', () => {
    for (const text of ['SIEMENS', 'ANNE MARTIN', 'PRETAPORTER', 'DEVISES EUR', 'CAFE DU NORD', 'MSANTE', 'AVANCEES'])
      expect([text, ...warningsIn(text)]).toEqual([text])
  })

  it('a VAT number says who pays and is no tax', () => {
    expect(warningsIn('NORDELEC TVA FR 40 303 265 045 FACT 12')).toEqual([])
    expect(warningsIn('NORDELEC TVA INTRA FR40303265045')).toEqual([])
    expect(warningsIn('REMBOURSEMENT TVA NORDELEC')).toEqual(['refund', 'tax'])
  })

  it('a label may warn of several things at once', () => {
    expect(warningsIn('ANNULATION ACOMPTE')).toEqual(['deposit', 'reversal'])
  })
})

describe('words that explain an amount', () => {
  it('a part, a rest, a discount, a credit note, a retention are each heard', () => {
    expect(speaksOfPart('ACOMPTE 2EME VERSEMENT')).toBe(true)
    expect(speaksOfPart('PARTIAL PAYMENT INV 12')).toBe(true)
    expect(speaksOfRest('SOLDE FACT 12')).toBe(true)
    expect(speaksOfRest('RELIQUAT')).toBe(true)
    expect(speaksOfDiscount('FACT 12 ESCOMPTE 2')).toBe(true)
    expect(speaksOfDiscount('LESS DISCOUNT')).toBe(true)
    expect(speaksOfCredit('FACT 12 MOINS AVOIR 7')).toBe(true)
    expect(speaksOfCredit('INV 12 LESS CREDIT NOTE 7')).toBe(true)
    expect(speaksOfRetention('FACT 12 RETENUE GARANTIE')).toBe(true)
    expect(speaksOfRetention('SITUATION 3 RG 5')).toBe(true)
  })

  it('none is heard within another word', () => {
    expect(speaksOfPart('DEPARTEMENT DE LA LOIRE')).toBe(false)
    expect(speaksOfRest('RESTAURANT LE COQ')).toBe(false)
    expect(speaksOfDiscount('ESCALE VOYAGES')).toBe(false)
    expect(speaksOfCredit('AVRIL SAVOIR FAIRE')).toBe(false)
    expect(speaksOfRetention('ORGANISME')).toBe(false)
  })
})

describe('words that name nobody', () => {
  it('words of banks, of invoices and the months are among them', () => {
    for (const word of ['VIR', 'VIREMENT', 'SEPA', 'RECU', 'FACT', 'FACTURES', 'REGLT', 'SEPTEMBRE', 'NOTPROVIDED'])
      expect([word, labelWords.has(word)]).toEqual([word, true])
  })

  it('words of names are not', () => {
    for (const word of ['NORDELEC', 'MOREAU', 'TRANSPORT', 'BATIMENT', 'SARL', ''])
      expect([word, labelWords.has(word)]).toEqual([word, false])
  })
})
