import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { ExpectedFacts } from './expected-file.ts'
import { contractFacts } from './expected-file.ts'
import { scoreFiles } from './score-files.ts'
import { differenceLines, scoreTable, withTable } from './score-table.ts'

const folders: string[] = []
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })))
})

const fec = `JournalCode|EcritureNum|EcritureDate|CompteNum|CompAuxNum|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet
VE|1|20260115|411000|C001|F1|20260115|Farine|1200,00|0,00|A
VE|1|20260115|706000||F1|20260115|Farine|0,00|1200,00|
BQ|2|20260220|411000|C001|V1|20260220|Virement|0,00|1200,00|A
BQ|2|20260220|512000||V1|20260220|Virement|1200,00|0,00|
VE|3|20260301|411000|C002|F2|20260301|Levain|50,00|0,00|
VE|3|20260301|706000||F2|20260301|Levain|0,00|50,00|
`

const fecFacts = {
  encoding: 'ascii',
  separator: 'pipe',
  line_end: 'LF',
  columns: 11,
  data_lines: 6,
  sum_debit: '2450.00',
  sum_credit: '2450.00',
  customer_411_lines: 3,
  customers: 2,
  balance_411: '50.00',
  unlettered_lines_411: 1,
  unlettered_total_411: '50.00',
  unlettered_balance_by_auxiliary: { C002: '50.00' },
  lettered_groups_411: 1,
}

const xml = `<Invoice><ID>INV-7</ID><IssueDate>2026-01-15</IssueDate><DueDate>2026-02-14</DueDate>
<InvoiceTypeCode>380</InvoiceTypeCode><DocumentCurrencyCode>EUR</DocumentCurrencyCode>
<AccountingSupplierParty><Party><PartyName><Name>Moulin</Name></PartyName></Party></AccountingSupplierParty>
<AccountingCustomerParty><Party><PartyName><Name>Farine</Name></PartyName></Party></AccountingCustomerParty>
<PaymentMeans><PaymentMeansCode>30</PaymentMeansCode><PaymentID>REF 7</PaymentID>
<PayeeFinancialAccount><ID>FR7630006000011234567890189</ID></PayeeFinancialAccount></PaymentMeans>
<LegalMonetaryTotal><TaxExclusiveAmount>1200.00</TaxExclusiveAmount><TaxInclusiveAmount>1200.00</TaxInclusiveAmount>
<PrepaidAmount>300.00</PrepaidAmount><PayableAmount>900.00</PayableAmount></LegalMonetaryTotal></Invoice>`

const xmlFacts = {
  syntax: 'UBL Invoice',
  number: 'INV-7',
  type_code: '380',
  issue_date: '2026-01-15',
  due_dates: ['2026-02-14'],
  currency: 'EUR',
  seller: 'Moulin',
  buyer: 'Farine',
  total_with_vat: '1200.00',
  prepaid: '300.00',
  payable: '900.00',
  payee_ibans: ['FR7630006000011234567890189'],
  payment_reference: 'REF 7',
  document: 'invoice',
  payable_consistent: true,
  totals_consistent: true,
}

const list = 'N° facture;Client;Échéance;Montant TTC\nF1;Farine;31/12/2026;12,00\nF2;Levain;31/12/2026;8,00\n'
const cut = '<Invoice><ID>INV-8</ID>\n<IssueDate>2026'

const statement =
  '<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>7</BANKACCTFROM><BANKTRANLIST><STMTTRN><DTPOSTED>20260323<TRNAMT>-5</STMTTRN></BANKTRANLIST></STMTRS></OFX>'

const files = {
  'fec/one.txt': fec,
  'einvoice/ubl/one.xml': xml,
  'einvoice/ubl/cut.xml': cut,
  'bank/ofx/one.ofx': statement,
  'bank/ofx/none.ofx': 'NO STATEMENT',
}
const facts = {
  'fec/one.txt': fecFacts,
  'einvoice/ubl/one.xml': xmlFacts,
  'einvoice/ubl/cut.xml': { independent_parser_refused: 'XMLSyntaxError: cut short, line 2, column 16' },
  'bank/ofx/one.ofx': {
    version: null,
    statements: [{ account: '7', entries: 1, sum_debits: '5.00' }],
    expected_reaction: 'read',
  },
  'bank/ofx/none.ofx': { expected_reaction: 'refuse: not a statement of this format' },
}

/** Scores a folder of these files; `facts` may say something else than they hold. */
async function scored(said: Readonly<Record<string, ExpectedFacts>> = facts, receivables: ExpectedFacts = { rows: 2 }) {
  const folder = await mkdtemp(join(tmpdir(), 'score-'))
  folders.push(folder)
  for (const [path, content] of Object.entries({ ...files, 'receivables/list.csv': list })) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  await writeFile(
    join(folder, 'expected.json'),
    JSON.stringify({ files: said, receivables: { 'list.csv': receivables } }),
  )
  return scoreFiles(folder)
}

const verdicts = (all: Awaited<ReturnType<typeof scored>>) =>
  Object.fromEntries(all.map(({ path, verdict }) => [path, verdict]))

describe('the score of a folder of samples', () => {
  it('counts what is read right, and what is refused for its reason', async () => {
    const all = await scored(facts, { rows: 2, customers: 2, amount: '20.00', amount_by_currency: { EUR: '20.00' } })
    expect(differenceLines(all)).toEqual([])
    expect(verdicts(all)).toEqual({
      'fec/one.txt': 'read',
      'einvoice/ubl/one.xml': 'read',
      'einvoice/ubl/cut.xml': 'refused',
      'bank/ofx/one.ofx': 'read',
      'bank/ofx/none.ofx': 'refused',
      'receivables/list.csv': 'read',
    })
    expect(scoreTable(all, 'en').split('\n').slice(2)).toEqual([
      '| bank/ofx | 2 | 1 | 5 | 1 | 0 | 0 | 0 | 0 |',
      '| einvoice/ubl | 2 | 1 | 14 | 1 | 0 | 0 | 1 | 0 |',
      '| fec | 1 | 1 | 13 | 0 | 0 | 0 | 2 | 0 |',
      '| receivables | 1 | 1 | 4 | 0 | 0 | 0 | 2 | 0 |',
      '| all that is read | 6 | 4 | 36 | 2 | 0 | 0 | 5 | 0 |',
    ])
  })

  it.each([
    ['fec/one.txt', contractFacts.fec],
    ['einvoice/ubl/one.xml', contractFacts.eInvoice],
  ] as const)('finds any fact of %s that is otherwise', async (path, contract) => {
    for (const fact of contract) {
      const all = await scored({ ...facts, [path]: { ...facts[path], [fact]: 'otherwise' } })
      expect([fact, verdicts(all)[path]]).toEqual([fact, 'wrong'])
      expect(differenceLines(all)).toHaveLength(1)
    }
  })

  it('finds any fact of a statement that is otherwise, and one refused that is sound', async () => {
    const said = { version: null, statements: [{ account: '8', entries: 1 }], expected_reaction: 'read' }
    const all = await scored({ 'bank/ofx/one.ofx': said, 'bank/ofx/none.ofx': said })
    expect(differenceLines(all)[0]).toBe('bank/ofx/one.ofx: statements.0.account: expected "8", found "7"')
    expect(verdicts(all)).toMatchObject({ 'bank/ofx/one.ofx': 'wrong', 'bank/ofx/none.ofx': 'wrong' })
  })

  it('takes a broken statement for right where what is not sure is named, and only there', async () => {
    const reaction = 'refuse (or read what is sure and say what is not): the content is broken'
    const all = await scored({ 'bank/ofx/one.ofx': { expected_reaction: reaction } })
    expect(verdicts(all)).toMatchObject({ 'bank/ofx/one.ofx': 'wrong' })
  })

  it('finds a list that says otherwise', async () => {
    const all = await scored(facts, { rows: 2, amount: '20.01' })
    expect(differenceLines(all)).toEqual(['receivables/list.csv: amount: expected "20.01", found "20.00"'])
  })

  it('finds a file refused at another place, read although it is broken, and refused although it is sound', async () => {
    const all = await scored({
      'einvoice/ubl/cut.xml': { independent_parser_refused: 'XMLSyntaxError: cut short, line 9, column 1' },
      'fec/one.txt': { independent_parser_refused: 'XMLSyntaxError: cut short' },
      'einvoice/ubl/one.xml': xmlFacts,
    })
    expect(verdicts(all)).toMatchObject({ 'einvoice/ubl/cut.xml': 'wrong', 'fec/one.txt': 'wrong' })
    expect(verdicts(await scored({ 'einvoice/ubl/cut.xml': xmlFacts }))).toMatchObject({
      'einvoice/ubl/cut.xml': 'wrong',
    })
  })

  it('finds amounts that are said not to join and are not told so', async () => {
    const all = await scored({ 'einvoice/ubl/one.xml': { ...xmlFacts, payable_consistent: false } })
    expect(differenceLines(all)).toEqual(['einvoice/ubl/one.xml: warnings: expected true, found false'])
  })

  it('tells what differs beside the contract without calling the file wrong', async () => {
    const all = await scored({ 'fec/one.txt': { ...fecFacts, columns: 18 } })
    expect(verdicts(all)).toMatchObject({ 'fec/one.txt': 'read' })
    expect(differenceLines(all)).toEqual(['fec/one.txt: columns (beside the contract): expected 18, found 11'])
  })

  it('goes between the two marks of a page, and nowhere else', () => {
    const page = 'Above\n<!-- score: begin -->\nold\n<!-- score: end -->\nbelow\n'
    expect(withTable(page, '| new |')).toBe('Above\n<!-- score: begin -->\n\n| new |\n\n<!-- score: end -->\nbelow\n')
    expect(() => withTable('Above', '| new |')).toThrow('marks')
  })
})
