import { describe, expect, it } from 'vitest'
import { detectColumns } from './detect-columns.ts'
import { missingNeeds } from './fields.ts'
import { recogniseFile } from './recognise-file.ts'

const kindOf = (headers: string, ...rows: readonly string[]) => {
  const cells = rows.map((row) => row.split(';'))
  return recogniseFile(detectColumns(headers.split(';'), cells), cells)
}

describe('a table is recognised as', () => {
  it('a list of invoices', () => {
    expect(kindOf('N° pièce;Tiers;Ech.;Solde', 'F-1;Brun;31/12/2026;10,00')).toBe('invoices')
    expect(kindOf('Customer;Due date;Amount', 'Brun;2026-12-31;10.00')).toBe('invoices')
    expect(
      kindOf(
        'Facture;Client;Date;Montant TTC;Mode de règlement;Échéance',
        'F-1;Brun;01/12/2026;10,00;Virement;31/12/2026',
      ),
    ).toBe('invoices')
    expect(kindOf('Facture;Client;Date facture;Montant TTC', 'F-1;Brun;01/12/2026;10,00')).toBe('invoices')
  })

  it('a bank statement', () => {
    expect(
      kindOf(
        'Date;Libellé;Débit;Crédit;Solde',
        '01/12/2026;VIR BRUN;;10,00;110,00',
        '02/12/2026;PRLV EDF;-5,00;;105,00',
      ),
    ).toBe('bankStatement')
    expect(
      kindOf('Date;Label;Amount;Balance;Partner Name;Bank Account', '12/15/2026;Fees;-33.50;-23.50;John;123'),
    ).toBe('bankStatement')
    expect(
      kindOf(
        'Date opération;Date valeur;Libellé;Montant',
        '01/12/2026;02/12/2026;VIR;10,00',
        '01/12/2026;02/12/2026;CB;-3,00',
      ),
    ).toBe('bankStatement')
  })

  it('a bank statement by its columns alone, though it has one line', () => {
    expect(kindOf('Date;Libellé;Débit;Crédit', '12/11/2026;VIR CASTEL;;1200,00')).toBe('bankStatement')
    expect(kindOf('Date;Libellé;Débit;Crédit', '12/11/2026;FRAIS;12,00;')).toBe('bankStatement')
    expect(kindOf('Date;Description;Amount', '2026-11-12;CASTEL;1200.00')).toBe('bankStatement')
    expect(kindOf('Date;Objet;Montant TTC', '12/11/2026;Travaux;1200,00')).toBe('unknown')
    expect(kindOf('Date;Tiers;Libellé;Débit;Crédit', '12/11/2026;Castel;Travaux;1200,00;')).toBe('invoices')
    expect(kindOf('Date;Pièce;Libellé;Débit;Crédit', '12/11/2026;FA-1;Castel;1200,00;')).toBe('invoices')
  })

  it('a list of payments', () => {
    expect(kindOf('Date;Tiers;Référence;Mode de paiement;Montant', '01/12/2026;Brun;R1;Virement;10,00')).toBe(
      'payments',
    )
  })

  it('an accounting journal', () => {
    expect(
      kindOf(
        'Journal;Date;Compte;Libellé;Débit;Crédit',
        'VT;01/12/2026;411BRUN;Brun;12,00;',
        'VT;01/12/2026;706000;Ventes;;10,00',
        'VT;01/12/2026;445710;TVA;;2,00',
      ),
    ).toBe('accountingJournal')
    expect(
      kindOf(
        'JournalCode;JournalLib;EcritureNum;EcritureDate;CompteNum;Debit;Credit',
        'VE;Ventes;1;20261201;411000;12,00;0,00',
      ),
    ).toBe('accountingJournal')
  })

  it('an accounting journal where settled lines are lettered, or payments stand in a journal of their own', () => {
    const rows = ['F-1;01/12/2026;Brun;12,00;;A', 'R-1;05/12/2026;Brun;;12,00;A', 'F-2;05/12/2026;Brun;7,00;;']
    expect(kindOf('Pièce;Date;Client;Débit;Crédit;Lettrage', ...rows)).toBe('accountingJournal')
    const open = ['F-1;01/12/2026;Brun;12,00;;', 'A-1;05/12/2026;Brun;;12,00;']
    expect(kindOf('Pièce;Date;Client;Débit;Crédit;Lettrage', ...open)).toBe('invoices')
    expect(
      kindOf(
        'Journal;Pièce;Date;Compte;Débit;Crédit',
        'VT;F-1;01/12/2026;411BRUN;12,00;',
        'BQ;R-1;05/12/2026;411BRUN;;12,00',
      ),
    ).toBe('accountingJournal')
    expect(
      kindOf(
        'Journal;Pièce;Date;Compte;Débit;Crédit',
        'VT;F-1;01/12/2026;411BRUN;12,00;',
        'VT;A-1;05/12/2026;411BRUN;;12,00',
      ),
    ).toBe('invoices')
  })

  it('an aged balance of customers, until it has the days or numbers of invoices', () => {
    expect(kindOf('Client;Non échu;0-30;31-60;Total', 'Brun;10,00;;;10,00')).toBe('agedBalance')
    expect(kindOf('Client;Facture;Échéance;Non échu;0-30;Total', 'Brun;F-1;31/12/2026;10,00;;10,00')).toBe('invoices')
  })

  it('lines of articles', () => {
    expect(kindOf('Date;Client;Référence;Article;Quantité;Prix unitaire HT', '01/12/2026;Brun;F1;Porte;2;10,00')).toBe(
      'salesLines',
    )
  })

  it('a list of customers', () => {
    expect(kindOf('Code client;Raison sociale;E-mail;Ville', 'C0001;Brun;a@b.example;Lyon')).toBe('customers')
  })

  it('nothing known, when no amount can be found', () => {
    expect(kindOf('Facture;Client;Échéance;Montant HT', 'F-1;Brun;31/12/2026;10,00')).toBe('unknown')
  })
})

describe('what a mapping still lacks', () => {
  it('is each need that no column answers', () => {
    expect(missingNeeds([])).toEqual(['invoiceNumber', 'customer', 'dueDate', 'amount'])
    expect(missingNeeds(['invoiceNumber', 'customerCode', 'issueDate', 'amountDue'])).toEqual([])
    expect(missingNeeds(['customerName', 'dueDate', 'debit', null])).toEqual(['invoiceNumber'])
  })
})
