import { describe, expect, it } from 'vitest'
import type { StatementFile } from '../statement-file.ts'
import { readStatementTable, type StatementTable } from './read-statement-table.ts'

const table = (text: string, more: Partial<StatementTable> = {}): StatementTable => {
  const [headers = [], ...rows] = text.split('\n').map((line) => line.split(';'))
  return { headers, rows: rows.map((cells, index) => ({ line: index + 2, cells })), titles: [], ...more }
}

const read = (text: string, more: Partial<StatementTable> = {}): StatementFile => {
  const found = readStatementTable(table(text, more))
  if ('problem' in found) throw new Error(found.problem.code)
  return found
}

const amountsOf = (file: StatementFile): readonly number[] =>
  file.statements[0]?.statement.lines.map(({ amount }) => amount) ?? []

describe("a bank's list of movements", () => {
  it('reads debits and credits in two columns, and the account its title names', () => {
    const found = read(
      `Date opération;Date valeur;Libellé;Débit;Crédit;Solde
23/03/2026;24/03/2026;VIR SEPA RECU /DE MARTIN SA /MOTIF FACTURE 12;;1 234,56;1 334,56
24/03/2026;24/03/2026;PRLV SEPA EDF;-34,56;;1 300,00`,
      { titles: ['Compte courant FR76 3000 6000 0112 3456 7890 189 EUR', 'Solde au 31/03/2026'] },
    )
    expect(found.statements[0]?.statement).toMatchObject({
      account: { iban: 'FR7630006000011234567890189' },
      opening: { amount: 10_000 },
      closing: { amount: 130_000, on: '2026-03-24' },
      lines: [
        {
          fileLine: 2,
          bookedOn: '2026-03-23',
          valueOn: '2026-03-24',
          otherName: 'MARTIN SA',
          remittance: 'FACTURE 12',
        },
        { fileLine: 3, amount: -3456, kind: 'directDebit' },
      ],
    })
    expect(found.statements[0]?.facts).toMatchObject({ balances_join: true, sum_credits: '1234.56' })
  })

  it('reads signed amounts, newest first, with an English header', () => {
    const found = read(`Date;Description;Amount;Balance;Currency
2026-03-24;EDF;-34.56;1300.00;EUR
2026-03-23;MARTIN;1234.56;1334.56;EUR`)
    expect(found.statements[0]?.statement).toMatchObject({ opening: { amount: 10_000 }, closing: { amount: 130_000 } })
    expect(amountsOf(found)).toEqual([-3456, 123_456])
  })

  it('gives the amount the sign of the side beside it', () => {
    expect(amountsOf(read('Date;Libellé;Montant;Sens\n23/03/2026;A;10,00;D\n23/03/2026;B;-5,00;C'))).toEqual([
      -1000, 500,
    ])
  })

  it('takes an account that a column repeats, or a number in a title', () => {
    const rows = 'Date;Libellé;Montant;Compte\n23/03/2026;A;1,00;00012345678\n23/03/2026;B;2,00;00012345678'
    expect(read(rows).statements[0]?.statement.account.text).toBe('00012345678')
    const titled = read('Date;Libellé;Montant\n23/03/2026;A;1,00', { titles: ['N° de compte : 0001 2345 678'] })
    expect(titled.statements[0]?.statement.account.text).toBe('00012345678')
  })

  it('says when no account is named, no currency, or the balances do not follow', () => {
    const found = read('Date;Libellé;Montant;Solde\n23/03/2026;A;1,00;10,00\n23/03/2026;B;2,00;99,00')
    expect(found.warnings.map(({ code }) => code)).toEqual(['currencyAssumed', 'balancesDoNotJoin', 'accountMissing'])
    expect(found.statements[0]?.statement).toMatchObject({ opening: null, closing: null })
  })

  it('names the rows it cannot read, and reads the others', () => {
    const found = read(`Date;Libellé;Débit;Crédit;Devise
30/02/2026;A;;1,00;EUR
23/03/2026;B;;1,005;EUR
23/03/2026;C;1,00;1,00;EUR
23/03/2026;D;;;EUR
23/03/2026;E;;un;EUR
23/03/2026;F;;1,00;USD
23/03/2026;G;;7,00;EUR`)
    expect(amountsOf(found)).toEqual([700])
    expect(found.warnings.slice(0, -1)).toMatchObject([
      { code: 'dateUnreadable', line: 2 },
      { code: 'impossiblePrecision', line: 3 },
      { code: 'lineUnreadable', line: 4 },
      { code: 'amountMissing', line: 5 },
      { code: 'amountUnreadable', line: 6 },
      { code: 'otherCurrency', line: 7 },
    ])
  })

  it('reads columns as a person says, whatever their headers', () => {
    const mapping = ['label', 'bookedOn', 'amount'] as const
    expect(amountsOf(read('a;b;c\nMARTIN;23/03/2026;7,00', { mapping }))).toEqual([700])
    expect(readStatementTable(table('a;b;c\nMARTIN;23/03/2026;7,00'))).toEqual({ problem: { code: 'noStatement' } })
  })

  it('is not seen in a list of invoices without a signed amount, or in columns of other sorts', () => {
    expect(readStatementTable(table('Date;Client;Échéance\n23/03/2026;A;24/03/2026'))).toMatchObject({ problem: {} })
    expect(readStatementTable(table('Date;Libellé;Montant\nA;B;C'))).toMatchObject({ problem: {} })
  })

  it.each([
    [
      'Date de comptabilisation;Libelle simplifie;Libelle operation;Reference;Informations complementaires;Debit;Credit;Date de valeur',
      '23/03/2026;VIR DUPONT;VIR SEPA DUPONT SARL;AB1;FACTURE 12;;+1234,56;24/03/2026',
    ],
    [
      'dateOp;dateVal;label;category;amount;accountNum;accountLabel;accountbalance',
      '2026-03-23;2026-03-24;VIR SEPA DUPONT SARL | FACTURE 12;Virements;1234,56;00012345678;Pro;99,00',
    ],
    [
      'Date de la valeur (UTC);Montant total (TTC);Devise;Nom de la contrepartie;IBAN de la contrepartie;Référence;Solde',
      '23-03-2026 10:00:00;1234,56;EUR;DUPONT SARL;FR7630004000031234567890143;FACTURE 12;99,00',
    ],
    [
      "Date de l'opération;Libellé;Détail de l'écriture;Montant de l'opération;Devise",
      '23/03/2026;VIR RECU 1;VIR RECU 1 DE: DUPONT SARL MOTIF: FACTURE 12 REF: 1;1234,56;EUR',
    ],
  ])('finds who paid and for what under the headers of well-known banks: %s', (headers, row) => {
    const [line] = read(`${headers}\n${row}`).statements[0]?.statement.lines ?? []
    expect(line).toMatchObject({ bookedOn: '2026-03-23', amount: 123_456, otherName: 'DUPONT SARL' })
    expect(line?.remittance).toContain('FACTURE 12')
  })
})
