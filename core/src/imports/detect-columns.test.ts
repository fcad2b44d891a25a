import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectColumns, mappingOf, mappingSignature, recallMapping, rememberMapping } from './detect-columns.ts'

const fieldsOf = (headers: readonly string[], ...rows: readonly (readonly string[])[]) =>
  mappingOf(detectColumns(headers, rows))

const mockUp = [
  'N° pièce',
  'Tiers',
  'Date fact.',
  'Ech.',
  'Mt TTC',
  'Solde',
  'Mail compta',
  'Rep',
  'Chantier',
  'Analyt.',
]
const mockUpRow = [
  'F-2026-0961',
  'BRASSERIE SAINT-AUBIN',
  '20/11/2026',
  '20/12/2026',
  '2160,00',
  '2160,00',
  'factures@saint-aubin.example',
  'KH',
  'Entretien annuel',
  '706200',
]

describe('columns found by themselves', () => {
  it('reads the export of an accounting software, nine columns of ten, two to look at again', () => {
    const columns = detectColumns(mockUp, [mockUpRow])
    expect(columns.map(({ field }) => field)).toEqual([
      'invoiceNumber',
      'customerName',
      'issueDate',
      'dueDate',
      'totalAmount',
      'amountDue',
      'invoicingEmail',
      'salesRep',
      'project',
      null,
    ])
    expect(columns.filter(({ confidence }) => confidence === 'check').map(({ header }) => header)).toEqual([
      'Rep',
      'Chantier',
    ])
    expect(columns.at(-1)?.confidence).toBe('none')
  })

  it('shows the first two different values of each column', () => {
    const [number] = detectColumns(['Facture'], [['F-1'], ['F-1'], [''], ['F-2'], ['F-3']])
    expect(number?.samples).toEqual(['F-1', 'F-2'])
  })

  it('reads English exports', () => {
    expect(
      fieldsOf(
        [
          'invoice_id',
          'cust_number',
          'name_customer',
          'baseline_create_date',
          'due_in_date',
          'total_open_amount',
          'invoice_currency',
          'Day_due',
        ],
        ['1930565277', '0200915438', 'GROC foundation', '2020-02-27', '2020-03-13', '8761.37', 'USD', '13'],
      ),
    ).toEqual(['invoiceNumber', 'customerCode', 'customerName', 'issueDate', 'dueDate', 'amountDue', 'currency', null])
    expect(
      fieldsOf(
        [
          'countryCode',
          'customerID',
          'PaperlessDate',
          'invoiceNumber',
          'InvoiceDate',
          'DueDate',
          'InvoiceAmount',
          'Disputed',
          'SettledDate',
          'DaysLate',
        ],
        ['391', '0379-NEVHP', '4/6/2013', '0000611365', '1/2/2013', '2/1/2013', '55.94', 'No', '1/15/2013', '0'],
      ),
    ).toEqual([
      null,
      'customerCode',
      null,
      'invoiceNumber',
      'issueDate',
      'dueDate',
      'totalAmount',
      'disputed',
      'settledDate',
      null,
    ])
  })

  it('takes TTC, not HT nor TVA, whatever the order', () => {
    const headers = ['Numéro', 'Client', 'Échéance', 'Montant HT', 'Montant TVA', 'Montant TTC', 'Montant']
    const row = ['F1', 'Brun', '31/12/2026', '100,00', '20,00', '120,00', '120,00']
    expect(fieldsOf(headers, row)).toEqual([
      'invoiceNumber',
      'customerName',
      'dueDate',
      null,
      null,
      'totalAmount',
      null,
    ])
  })

  it('takes no column of an aged balance for the amount', () => {
    const headers = ['Facture', 'Client', 'Échéance', 'Montant non échu', 'Montant 0-30', 'Montant 60+', 'Total']
    const row = ['F1', 'Brun', '31/12/2026', '', '120,00', '', '120,00']
    expect(fieldsOf(headers, row).slice(3)).toEqual([null, null, null, 'totalAmount'])
  })

  it('does not believe a header against its values', () => {
    expect(fieldsOf(['Échéance', 'Montant'], ['30 jours', 'voir devis'], ['comptant', 'à définir'])).toEqual([
      null,
      null,
    ])
  })

  it('tells the code of the customer from the name by what stands below', () => {
    expect(fieldsOf(['Client', 'Nom'], ['C0012', 'Brun & Fils'], ['C0013', 'Castel'])).toEqual([
      'customerCode',
      'customerName',
    ])
    expect(fieldsOf(['Client'], ['Brun & Fils'], ['Menuiseries Castel'])).toEqual(['customerName'])
  })

  it('decides by values where « Due » or « Payée » could be two things', () => {
    expect(fieldsOf(['Due'], ['2026-12-31'])).toEqual(['dueDate'])
    expect(fieldsOf(['Due'], ['1240.50'])).toEqual(['amountDue'])
    expect(fieldsOf(['Payée'], ['oui'], ['non'])).toEqual(['status'])
    expect(fieldsOf(['Payée'], ['120,00'], ['85,50'])).toEqual(['paidAmount'])
  })

  it('finds e-mails, SIREN numbers and currencies under headers that say nothing', () => {
    const columns = detectColumns(
      ['Zone 1', 'Zone 2', 'Zone 3', 'Zone 4'],
      [
        ['compta@brun.example', '732829320', 'EUR', '123456789'],
        ['factures@castel.example', '552100554', 'USD', '987654321'],
      ],
    )
    expect(columns.map(({ field, confidence }) => [field, confidence])).toEqual([
      ['invoicingEmail', 'check'],
      ['siren', 'check'],
      ['currency', 'sure'],
      [null, 'none'],
    ])
  })

  it('prefers the number of the invoice to a row number', () => {
    expect(fieldsOf(['id', 'numero'], ['2', 'FAC-2024-001'], ['3', 'FAC-2024-002'])).toEqual([null, 'invoiceNumber'])
  })

  it('uses no field twice, whatever the headers and values', () => {
    const header = fc.oneof(
      fc.constantFrom(...mockUp, 'Montant', 'Date', 'Client', 'Total', 'Balance', 'Due', 'Code'),
      fc.string(),
    )
    const table = fc
      .array(header, { minLength: 1, maxLength: 15 })
      .chain((headers) =>
        fc.tuple(
          fc.constant(headers),
          fc.array(fc.array(fc.oneof(fc.string(), fc.constantFrom(...mockUpRow)), { maxLength: 15 }), { maxLength: 8 }),
        ),
      )
    fc.assert(
      fc.property(table, ([headers, rows]) => {
        const columns = detectColumns(headers, rows)
        const used = columns.flatMap(({ field }) => (field ? [field] : []))
        expect(new Set(used).size).toBe(used.length)
        expect(columns).toHaveLength(headers.length)
        for (const { field, confidence } of columns) expect(confidence === 'none').toBe(field === null)
      }),
    )
  })
})

describe('a remembered mapping', () => {
  it('is found again for the same headers in another order, case or accents', () => {
    expect(mappingSignature(['Échéance', 'N° PIÈCE'])).toBe(mappingSignature(['n° pièce', 'echeance']))
    expect(mappingSignature(['Échéance', 'N° pièce'])).not.toBe(mappingSignature(['Échéance', 'Client']))
  })

  it('follows its headers, keeps what was left out, and knows two columns of one name apart', () => {
    const remembered = rememberMapping(['N°', 'Date', 'Date', 'Total'], ['invoiceNumber', 'issueDate', 'dueDate', null])
    expect(recallMapping(['Total', 'DATE', 'date', 'n°', 'Nouveau'], remembered)).toEqual([
      null,
      'issueDate',
      'dueDate',
      'invoiceNumber',
      null,
    ])
  })

  it('does not bring back a field that no longer exists', () => {
    expect(recallMapping(['A'], { a: 'gone' as never })).toEqual([null])
  })
})

describe('a column whose header is sure', () => {
  it('is found though half of its few values are misspelt', () => {
    const columns = detectColumns(
      ['N° facture', 'Client', 'Échéance', 'Montant TTC'],
      [
        ['F-1', 'Castel', '15/10/2026', 'abc'],
        ['F-2', 'Brun', 'demain', '10,00'],
      ],
    )
    expect(columns.map(({ field }) => field)).toEqual(['invoiceNumber', 'customerName', 'dueDate', 'totalAmount'])
  })

  it('is found though its days are numbers of a spreadsheet', () => {
    const columns = detectColumns(
      ['N° facture', 'Client', 'Date facture', 'Échéance', 'Montant TTC'],
      [['F-1', 'Castel', '46280', '46310', '10,00']],
    )
    expect(columns.map(({ field }) => field)).toEqual([
      'invoiceNumber',
      'customerName',
      'issueDate',
      'dueDate',
      'totalAmount',
    ])
  })
})
