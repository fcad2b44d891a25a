import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { customerCodeKey } from '@quittance/core/imports/customer-name.ts'
import { fileKindSentence } from '@quittance/core/imports/file-messages.ts'
import { refusalTitle } from '@quittance/core/imports/messages.ts'
import type { FileKind } from '@quittance/core/imports/recognise-file.ts'
import { decimalText } from '@quittance/core/money/format-money.ts'
import { type Money, sumByCurrency } from '@quittance/core/money/money.ts'
import { describe, expect, it } from 'vitest'
import { readTable } from './read-table.ts'
import { ReadingError } from './reading-error.ts'
import { dryRun } from './testing/dry-run.ts'

const sums = (amounts: readonly Money[]): string =>
  sumByCurrency(amounts)
    .map((sum) => `${decimalText(sum)} ${sum.currency}`)
    .join(', ')

describe('an export of an accounting software', () => {
  it('gives its good rows as invoices and its wrong ones with what is wrong', async () => {
    const { kind, invoices, refusals } = await dryRun(
      join(import.meta.dirname, 'testdata', 'export-ventes-windows-1252.csv'),
    )
    expect(kind).toBe('invoices')
    expect(
      invoices.map(({ number, kind: type, customer, total }) => [number, type, customer.name, total.amount]),
    ).toEqual([
      ['F-2026-0961', 'invoice', 'BRASSERIE SAINT-AUBIN', 216_000],
      ['F-2026-0957', 'invoice', 'Menuiseries Castel', 654_000],
      ['F-2026-0955', 'invoice', 'Brun & Fils', 930_000],
      ['AV-2026-0012', 'creditNote', 'Brun & Fils', 30_000],
    ])
    expect(
      refusals.map((refusal) => [
        refusal.line,
        refusalTitle(refusal, 'fr').replaceAll('\u00a0', ' '),
        refusal.fix?.value,
      ]),
    ).toEqual([
      [5, 'Échéance avant l’émission (20/05/2026)', '20/05/2026'],
      [6, 'Montant illisible : « 1.248,OO »', '1 248,00'],
      [6, 'Montant illisible : « 1.248,OO »', '1 248,00'],
      [7, 'Numéro de facture manquant', undefined],
      [8, 'Reste à payer plus grand que le TTC (640,00)', '640,00'],
      [9, 'E-mail invalide : « compta@ »', ''],
    ])
  })

  it('in American English reads months first, points as decimals and brackets as credit notes', async () => {
    const { invoices, refusals } = await dryRun(join(import.meta.dirname, 'testdata', 'english-us.csv'))
    expect(refusals).toEqual([])
    expect(
      invoices.map(({ number, kind, issueDate, dueDate, total, amountDue }) => [
        number,
        kind,
        issueDate,
        dueDate,
        total.amount,
        amountDue.amount,
      ]),
    ).toEqual([
      ['INV-1', 'invoice', '2026-01-31', '2026-03-02', 123_456, 123_456],
      ['INV-2', 'invoice', '2026-02-14', '2026-03-16', 200_000, 50_000],
      ['INV-3', 'invoice', '2026-02-20', '2026-03-22', 9_990, 0],
      ['CN-4', 'creditNote', '2026-02-21', '2026-02-21', 1_200, 1_200],
    ])
  })
})

const samples = join(import.meta.dirname, '../../../../../shared/samples')

// Files nobody here wrote, kept beside the repository and not in it. Counts and sums were taken from the files by a
// script of its own (csv and decimal modules of Python), not by this code.
describe.skipIf(!existsSync(samples))('real files', () => {
  it.each([
    ['receivables/cassandra_train_half.csv', 4063, '4583508.90 EUR', '387274.69 EUR', 1638],
    [
      'receivables/highradius_open_half.csv',
      5796,
      '19759160.94 CAD, 147094295.11 USD',
      '19759160.94 CAD, 147094295.11 USD',
      268,
    ],
    ['receivables/ibm_accounts_receivable_half.csv', 1240, '74412.70 EUR', '0.00 EUR', 50],
    ['spreadsheets/recouvrement_factures.csv', 17, '1156649.00 EUR', '1093349.00 EUR', 8],
  ])('%s are invoices, to the cent', async (path, count, total, due, customers) => {
    const { kind, invoices, refusals } = await dryRun(join(samples, path))
    expect(kind).toBe('invoices')
    expect(refusals).toEqual([])
    expect(invoices).toHaveLength(count)
    expect(new Set(invoices.map(({ number }) => number)).size).toBe(count)
    expect(new Set(invoices.map(({ customer }) => customerCodeKey(customer.code ?? customer.name))).size).toBe(
      customers,
    )
    expect(sums(invoices.map((invoice) => invoice.total))).toBe(total)
    expect(sums(invoices.map((invoice) => invoice.amountDue))).toBe(due)
  })

  it('keep disputes and payment dates where a column tells them', async () => {
    const { invoices } = await dryRun(join(samples, 'receivables/ibm_accounts_receivable_half.csv'))
    expect(invoices.filter(({ disputed }) => disputed)).toHaveLength(290)
    expect(invoices.every(({ settledOn, issueDate }) => settledOn && issueDate && settledOn >= issueDate)).toBe(true)
  })

  it.each<[string, string | null, string, number, number, number, FileKind]>([
    ['ekylibre_incoming_payments.csv', 'utf-8', ',', 1, 6, 9, 'payments'],
    ['ekylibre_sales.csv', 'utf-8', ',', 1, 8, 38, 'salesLines'],
    ['epicea_journals.txt', 'windows-1252', ';', 1, 9, 1, 'invoices'],
    ['lloyds.csv', 'utf-8', ',', 2, 8, 4, 'bankStatement'],
    ['oca_balance.csv', 'utf-8', ',', 1, 6, 2, 'bankStatement'],
    ['oca_debit_credit.csv', 'utf-8', ',', 1, 7, 2, 'bankStatement'],
    ['oca_sample_statement_en.csv', 'utf-8', ',', 1, 7, 2, 'bankStatement'],
    ['oca_sample_statement_en.xlsx', null, '', 1, 7, 2, 'bankStatement'],
    ['recouvrement_factures.csv', 'utf-8', ',', 1, 7, 17, 'invoices'],
    ['socleo_sales.csv', 'utf-8', ';', 1, 14, 3, 'invoices'],
  ])(
    '%s is read whole and taken for what it is',
    async (name, encoding, separator, headerLine, columns, rows, kind) => {
      const dry = await dryRun(join(samples, 'spreadsheets', name))
      expect(dry.table.format).toMatchObject({ encoding, separator: separator || null, headerLine })
      expect([dry.table.headers.length, dry.rows, dry.kind]).toEqual([columns, rows, kind])
      if (kind !== 'invoices' && kind !== 'customers') expect(fileKindSentence(kind, 'fr').length).toBeGreaterThan(80)
    },
  )

  it('that are sales journals give one invoice for each line of a customer, with its tax', async () => {
    const said = async (name: string) => {
      const { invoices, refusals } = await dryRun(join(samples, 'spreadsheets', name))
      expect(refusals).toEqual([])
      return invoices.map(({ number, customer, issueDate, total, kind }) => [
        number,
        customer.name,
        customer.code,
        issueDate,
        kind,
        total.amount,
      ])
    }
    expect(await said('epicea_journals.txt')).toEqual([['VT0400012', 'TAKO', '411CAVE', '2003-09-30', 'invoice', 8059]])
    expect(await said('socleo_sales.csv')).toEqual([
      ['00706', 'AB UDVITSAN', '133', '2019-04-09', 'invoice', 268_164],
      ['00707', 'YFCOJAODR', 'AR1EYE3T', '2019-04-09', 'invoice', 16_499],
      ['875', 'WAZUTO', 'HFSPG345', '2019-04-01', 'invoice', 621_040],
    ])
  })

  it('of accounting entries (FEC) are told from invoices', async () => {
    const { kind, table } = await dryRun(join(samples, 'fec/ekylibre_odicom_123456789FEC20200331.txt'))
    expect([kind, table.format.separator]).toEqual(['accountingJournal', '|'])
  })

  it('in JSON say what to export instead', async () => {
    await expect(readTable(join(samples, 'receivables/highradius_closed_outcomes_half.json'))).rejects.toBeInstanceOf(
      ReadingError,
    )
  })
})
