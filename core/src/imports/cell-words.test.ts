import { describe, expect, it } from 'vitest'
import {
  beginsAsPayment,
  isEmailAddress,
  isPaymentKind,
  isSirenOrSiret,
  isVatNumber,
  kindOfNumber,
  kindWritten,
  languageWritten,
  levelWritten,
  sideWritten,
  statusWritten,
  withoutSide,
  yesNoWritten,
} from './cell-words.ts'

describe('words in cells', () => {
  it.each([
    ['Facture', 'invoice'],
    ['FA', 'invoice'],
    ['380', 'invoice'],
    ['Avoir', 'creditNote'],
    ["Facture d'avoir", 'creditNote'],
    ['Credit note', 'creditNote'],
    ['381', 'creditNote'],
    ['Acompte', 'deposit'],
    ['Facture d’acompte', 'deposit'],
    ['Situation 2', 'interim'],
    ['Proforma', undefined],
    ['', undefined],
  ])('« %s » is the kind %s', (text, kind) => {
    expect(kindWritten(text)).toBe(kind)
  })

  it.each([
    ['F-2026-0412', 'invoice'],
    ['FAC2026-001', 'invoice'],
    ['AV-12', 'creditNote'],
    ['AC2026/4', 'deposit'],
    ['SIT-3', 'interim'],
    ['2026-0412', undefined],
    ['AVENTIS-1', undefined],
    ['FABRE 12', undefined],
  ])('the number « %s » says %s', (number, kind) => {
    expect(kindOfNumber(number)).toBe(kind)
  })

  it.each([
    ['Payée', 'paid'],
    ['Réglée le 12/03', 'paid'],
    ['PAID', 'paid'],
    ['Partiellement payée', 'open'],
    ['Payée en partie', 'open'],
    ['Non payée', 'open'],
    ['Unpaid', 'open'],
    ['En retard', 'open'],
    ['En attente', 'open'],
    ['Annulée', 'cancelled'],
    ['Void', 'cancelled'],
    ['Brouillon', 'draft'],
    ['Machin', undefined],
  ])('the status « %s » says %s', (text, status) => {
    expect(statusWritten(text)).toBe(status)
  })

  it('yes and no are read in both languages, other words in none', () => {
    expect(['Oui', 'YES', 'x', '1', 'Non', 'no', '0', ''].map(yesNoWritten)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ])
    expect(yesNoWritten('peut-être')).toBeUndefined()
    expect(['Français', 'EN', 'en-GB', 'Deutsch'].map(languageWritten)).toEqual(['fr', 'en', 'en', undefined])
    expect(languageWritten('constructor')).toBeUndefined()
  })

  it('a level of reminder is a number, whatever stands before it', () => {
    expect(['2', 'Niveau 2', 'R2', 'Relance n° 3', 'Level 1', 'Aucune', ''].map(levelWritten)).toEqual([
      2, 2, 2, 3, 1, 0, 0,
    ])
    expect(['12/09/2026', 'mise en demeure', '2,5', '120', '-1'].map(levelWritten)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      1,
    ])
  })

  it('an e-mail address is one that mail can be sent to', () => {
    for (const text of ['a@b.fr', "o'neil+x@sub.domain.example", 'compta@été.example'])
      expect(isEmailAddress(text), text).toBe(true)
    for (const text of [
      'compta@',
      '@b.fr',
      'a@b',
      'a b@c.fr',
      'a@b..fr',
      'a@-b.fr',
      'a@b.fr;c@d.fr',
      '.a@b.fr',
      'a.@b.fr',
      '',
    ])
      expect(isEmailAddress(text), text).toBe(false)
  })

  it('a SIREN or SIRET carries its key', () => {
    for (const text of ['732829320', '732 829 320', '73282932000074', '35600000000048', '35600000049837'])
      expect(isSirenOrSiret(text), text).toBe(true)
    for (const text of ['732829321', '123456789', '000000000', '73282932', '7328293200007A'])
      expect(isSirenOrSiret(text), text).toBe(false)
  })

  it('a VAT number has the shape of a country', () => {
    for (const text of ['FR44732829320', 'FR 44 732 829 320', 'DE136695976', 'CHE-123.456.788'])
      expect(isVatNumber(text), text).toBe(true)
    for (const text of ['US123456789', 'FR', '732829320', 'FRANCE']) expect(isVatNumber(text), text).toBe(false)
  })
})

describe('the side of an amount', () => {
  it('is read from a cell of its own', () => {
    expect(['D', 'db', 'Débit', '+', 'Débiteur'].map(sideWritten)).toEqual(Array(5).fill('debit'))
    expect(['C', 'CR', 'Crédit', '-', 'créditeur'].map(sideWritten)).toEqual(Array(5).fill('credit'))
    expect(['', 'DC', 'X', 'Client'].map(sideWritten)).toEqual(Array(4).fill(undefined))
  })

  it('is taken from behind the amount, and from nothing else', () => {
    expect(withoutSide('1 234,56 D')).toEqual({ amount: '1 234,56', side: 'debit' })
    expect(withoutSide('80,00 € CR')).toEqual({ amount: '80,00 €', side: 'credit' })
    expect(withoutSide('80.00C')).toEqual({ amount: '80.00', side: 'credit' })
    for (const text of ['80,00', '80,00 CHF', 'C', '12 CFA', 'F-12 C 3', ''])
      expect(withoutSide(text)).toEqual({ amount: text, side: undefined })
  })
})

describe('a text of a million spaces', () => {
  it('is no amount with a side', () => {
    const text = `1${' '.repeat(1_000_000)}x`
    expect(withoutSide(text)).toEqual({ amount: text, side: undefined })
  })
})

describe('money received', () => {
  it('is known by the kind of its row, or by the beginning of its label', () => {
    expect(['Règlement', 'RG', 'Chèque', 'Virement SEPA', 'Payment'].every(isPaymentKind)).toBe(true)
    expect(['Facture', 'Avoir', 'Remboursement', ''].some(isPaymentKind)).toBe(false)
    expect(['VIR DUPONT', 'Règlement chèque 123', 'Remise de chèques'].every(beginsAsPayment)).toBe(true)
    expect(['Virgule SARL', 'Remise commerciale', 'Pose', 'Facture réglée par virement'].some(beginsAsPayment)).toBe(
      false,
    )
  })
})
