import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib'
import { afterEach, describe, expect, it } from 'vitest'
import { inspectFile } from './inspect-file.ts'
import type { Inspection } from './inspection.ts'

const folders: string[] = []
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })))
})

async function inspect(content: string | Uint8Array, name = 'file'): Promise<Inspection> {
  const folder = await mkdtemp(join(tmpdir(), 'inspect-'))
  folders.push(folder)
  await writeFile(join(folder, name), content)
  return inspectFile(join(folder, name))
}

const fec = `JournalCode|EcritureNum|EcritureDate|CompteNum|CompAuxNum|Debit|Credit|EcritureLet
VE|1|20260115|411000|C001|1200,00|0,00|A
VE|1|20260115|706000||0,00|1200,00|
BQ|2|20260220|411000|C001|0,00|1000,00|A
BQ|2|20260220|512000||1000,00|0,00|
VE|3|20260301|411DUPONT||50,00|0,00|
VE|3|20260301|706000||0,00|oops|
`

const xml = `<Invoice><ID>INV-7</ID><IssueDate>2026-01-15</IssueDate><DocumentCurrencyCode>EUR</DocumentCurrencyCode>
<AccountingCustomerParty><Party><PartyName><Name>Farine</Name></PartyName></Party></AccountingCustomerParty>
<LegalMonetaryTotal><TaxInclusiveAmount>1200.00</TaxInclusiveAmount><PrepaidAmount>300.00</PrepaidAmount><PayableAmount>890.00</PayableAmount></LegalMonetaryTotal></Invoice>`

describe('what a file holds', () => {
  it('is told of a ledger, with what does not join', async () => {
    expect(await inspect(fec)).toEqual({
      kind: 'fec',
      facts: {
        encoding: 'ascii',
        separator: 'pipe',
        columns: 8,
        data_lines: 6,
        sum_debit: '2250.00',
        sum_credit: '2200.00',
        balanced: false,
        customer_411_lines: 3,
        customers: 2,
        balance_411: '250.00',
        unlettered_lines_411: 1,
        unlettered_total_411: '50.00',
        unlettered_balance_by_auxiliary: { 'account 411DUPONT': '50.00' },
        lettered_groups_411: 1,
        lettered_groups_not_zero: 1,
      },
      warnings: [
        { code: 'notBalanced', value: '50.00' },
        { code: 'entriesOutOfBalance', value: '1' },
        { code: 'lettersOutOfBalance', value: '1' },
        { code: 'missingColumns', value: 'PieceRef PieceDate' },
        { code: 'badAmount', line: 7, field: 'Credit', value: 'oops' },
      ],
    })
  })

  it('is told of a ledger written otherwise than the law says, once for each way', async () => {
    const header =
      'JournalCode;EcritureNum;EcritureDate;CompteNum;PieceRef;PieceDate;EcritureLib;Debit;Credit;EcritureLet'
    const sold = (label: string) =>
      `VE;1;20260115;411000;F1;20260115;${label};12.50;0.00;\nVE;1;20260115;706000;F1;20260115;x;0.00;12.50;\n`
    const loose = await inspect(`${header}\n${sold('one')}${sold('cut; in two')}${sold('cut; again')}`)
    expect(loose).toMatchObject({
      facts: { separator: 'semicolon', balance_411: '37.50' },
      warnings: [
        { code: 'otherSeparator', value: ';' },
        { code: 'decimalPoint' },
        { code: 'labelsJoined', line: 4, value: '2' },
      ],
    })
    const lawful = header.replaceAll(';', '\t')
    expect(await inspect(`${lawful}\nVE\t1\t20260115\t411000\tF1\t20260115\tx\t0,00\t0,00\t\n`)).toMatchObject({
      warnings: [],
    })
    const wide = Buffer.from(`\ufeff${lawful}\nVE\t1\t20260115\t411000\tF1\t20260115\tx\t0,00\t0,00\t\n`, 'utf16le')
    expect(await inspect(wide)).toMatchObject({ warnings: [{ code: 'otherEncoding', value: 'utf-16le' }] })
  })

  it('is told of a ledger in an old encoding, and of one whose every line is refused', async () => {
    const latin = await inspect(Buffer.from(fec.replace('C001', 'Café'), 'latin1'))
    expect(latin).toMatchObject({ facts: { encoding: 'iso-8859-1/15 or windows-1252' } })
    const bad = fec.split('\n')[0] + '\nVE|1|20260115|411000|C001|x|0|A'.repeat(60)
    const refusedAll = await inspect(bad)
    expect('warnings' in refusedAll && refusedAll.warnings.at(-1)).toEqual({ code: 'moreLinesRefused', value: '10' })
  })

  it('is told of an invoice, whatever the name of the file, and what does not add up', async () => {
    expect(await inspect(xml, 'invoice.csv')).toMatchObject({
      kind: 'e-invoice',
      facts: {
        number: 'INV-7',
        document: 'invoice',
        total_with_vat: '1200.00',
        prepaid: '300.00',
        payable: '890.00',
        due_dates: [],
      },
      warnings: [{ code: 'payableDoesNotAddUp', field: 'payable' }],
    })
  })

  it('is told of the invoice within a PDF, and of a container that breaks the standard', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage()
    await pdf.attach(Buffer.from(xml.replace('890', '900')), 'facture.xml', { afRelationship: AFRelationship.Source })
    expect(await inspect(await pdf.save())).toMatchObject({
      facts: { invoice_xml: 'facture.xml', number: 'INV-7' },
      warnings: [
        { code: 'attachmentName', value: 'facture.xml' },
        { code: 'attachmentRelationship', value: 'Source' },
      ],
    })
  })

  it('is told of a list of invoices, with its columns', async () => {
    expect(
      await inspect('N° facture;Client;Échéance;Montant TTC\nF1;Farine;31/12/2026;12,00\nTotal;;;12,00\n'),
    ).toMatchObject({
      kind: 'invoices',
      facts: {
        separator: ';',
        data_lines: 1,
        columns: [
          { field: 'invoiceNumber' },
          { field: 'customerName' },
          { field: 'dueDate' },
          { field: 'totalAmount' },
        ],
      },
      warnings: [{ code: 'total', line: 3 }],
    })
  })

  it('is told of its amounts, by currency, of its customers and of those who paid late', async () => {
    const head = 'N° facture;Client;Code client;Échéance;Payée le;Montant TTC;Reste dû;Devise;Litige\n'
    expect(
      await inspect(
        `${head}F1;Farine;C1;01/10/2026;11/10/2026;12,00;0,00;EUR;\nF2;FARINE SARL;C1;01/10/2026;30/09/2026;-2,00;0,00;EUR;oui\nF3;Sel;C2;01/10/2026;;5,00;4,00;USD;\nF4;Sel;C2;01/10/2026;;cinq;;EUR;\nF3;Sel;C2;01/10/2026;;5,00;4,00;USD;\n`,
      ),
    ).toMatchObject({
      kind: 'invoices',
      facts: {
        data_lines: 5,
        rows: 2,
        refused_lines: 2,
        customers: 2,
        amount: null,
        amount_by_currency: { EUR: '12.00', USD: '5.00' },
        open_by_currency: { EUR: '0.00', USD: '4.00' },
        disputed: 0,
        paid_late: 1,
        sum_days_late: 10,
      },
      warnings: [
        { code: 'repeatedRow', line: 6, value: '1' },
        { code: 'negativeInvoice', line: 3, field: 'Montant TTC', value: '-2,00' },
        { code: 'unreadableAmount', line: 5, field: 'Montant TTC', value: 'cinq' },
      ],
    })
  })

  it('is told of blocks and journals, as the invoices they hold', async () => {
    expect(
      await inspect('N° facture;Échéance;Reste dû\nClient : C1 - Farine\nF1;01/10/2026;12,00\nTotal Farine;;12,00\n'),
    ).toMatchObject({
      facts: { forms: ['customerTitles'], rows: 1, customers: 1, amount: '12.00' },
      warnings: [
        { code: 'customerTitle', line: 2 },
        { code: 'total', line: 4 },
        { code: 'totalFromDue', line: 3, value: '1' },
      ],
    })
  })

  it('is refused with its reason: a PDF without an invoice, an XML of something else, an empty file', async () => {
    const plain = await PDFDocument.create()
    plain.addPage()
    expect(await inspect(await plain.save())).toEqual({ kind: 'e-invoice', error: { code: 'pdf' } })
    expect(await inspect('<Document/>')).toEqual({ kind: 'e-invoice', error: { code: 'xml' } })
    expect(await inspect('')).toEqual({ kind: 'unknown', error: { code: 'empty' } })
  })
})
