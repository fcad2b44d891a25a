import { describe, expect, it } from 'vitest'
import type { EInvoice } from './e-invoice.ts'
import { kindOfType } from './invoice-kind.ts'
import { readEInvoice } from './read-e-invoice.ts'
import type { XmlElement } from './xml-element.ts'

/** An element of a test: its attributes if any, its text or its children. */
const el = (name: string, ...content: readonly (string | XmlElement | Record<string, string>)[]): XmlElement => ({
  name,
  attributes: Object.assign({}, ...content.filter(isAttributes)),
  text: content.filter((part) => typeof part === 'string').join(''),
  children: content.filter(isElement),
})

const isElement = (part: string | XmlElement | Record<string, string>): part is XmlElement =>
  typeof part === 'object' && 'children' in part
const isAttributes = (part: string | XmlElement | Record<string, string>): part is Record<string, string> =>
  typeof part === 'object' && !('children' in part)

const read = (root: XmlElement): EInvoice => {
  const invoice = readEInvoice(root)
  if (!invoice) throw new Error('not an invoice')
  return invoice
}

const day102 = (text: string): XmlElement => el('DateTimeString', { format: '102' }, text)

const sums = (said: Record<string, string> = {}): XmlElement =>
  el(
    'SpecifiedTradeSettlementHeaderMonetarySummation',
    ...Object.entries({
      TaxBasisTotalAmount: '1000.00',
      TaxTotalAmount: '200.00',
      GrandTotalAmount: '1200.00',
      TotalPrepaidAmount: '300.00',
      DuePayableAmount: '900.00',
      ...said,
    }).flatMap(([name, text]) => (text === '' ? [] : [el(name, { currencyID: 'EUR' }, text)])),
  )

interface CiiSaid {
  readonly type?: string
  readonly currency?: string
  readonly issued?: string
  readonly amounts?: Record<string, string>
  readonly terms?: readonly XmlElement[]
  readonly settlement?: readonly XmlElement[]
}

const due = (day: string, amount?: string): XmlElement =>
  el(
    'SpecifiedTradePaymentTerms',
    el('DueDateDateTime', day102(day)),
    ...(amount === undefined ? [] : [el('PartialPaymentAmount', amount)]),
  )

const cii = (said: CiiSaid = {}): XmlElement =>
  el(
    'CrossIndustryInvoice',
    el(
      'ExchangedDocumentContext',
      el('GuidelineSpecifiedDocumentContextParameter', el('ID', 'urn:cen.eu:en16931:2017')),
    ),
    el(
      'ExchangedDocument',
      el('ID', 'FA-2026-0012'),
      el('TypeCode', said.type ?? '380'),
      el('IssueDateTime', day102(said.issued ?? '20260115')),
      el('IncludedNote', el('Content', 'Indemnité forfaitaire de 40 €'), el('SubjectCode', 'PMT')),
      el('IncludedNote', el('SubjectCode', 'AAB')),
    ),
    el(
      'SupplyChainTradeTransaction',
      el('IncludedSupplyChainTradeLineItem'),
      el('IncludedSupplyChainTradeLineItem'),
      el(
        'ApplicableHeaderTradeAgreement',
        el('BuyerReference', 'SERVICE-7'),
        el(
          'SellerTradeParty',
          el('Name', 'Atelier Vauquelin'),
          el('SpecifiedLegalOrganization', el('ID', { schemeID: '0002' }, '812345678')),
          el('SpecifiedTaxRegistration', el('ID', { schemeID: 'FC' }, '12/345')),
          el('SpecifiedTaxRegistration', el('ID', { schemeID: 'VA' }, 'FR40812345678')),
        ),
        el(
          'BuyerTradeParty',
          el('Name', 'Farine & Cie'),
          el('DefinedTradeContact', el('EmailURIUniversalCommunication', el('URIID', 'compta@farine.example'))),
        ),
        el('BuyerOrderReferencedDocument', el('IssuerAssignedID', 'BC-44')),
      ),
      el(
        'ApplicableHeaderTradeSettlement',
        el('PaymentReference', 'RF-12'),
        ...(said.currency === '' ? [] : [el('InvoiceCurrencyCode', said.currency ?? 'EUR')]),
        el('PayeeTradeParty', el('Name', 'Factor SA')),
        el(
          'SpecifiedTradeSettlementPaymentMeans',
          el('TypeCode', '58'),
          el('PayeePartyCreditorFinancialAccount', el('IBANID', 'FR7630006000011234567890189')),
          el('PayeePartyCreditorFinancialAccount', el('ProprietaryID', '123-45')),
          el('PayeePartyCreditorFinancialAccount', el('AccountName', 'Atelier')),
          el('PayerPartyDebtorFinancialAccount', el('IBANID', 'DE21860000000086001055')),
        ),
        ...(said.terms ?? [due('20260214')]),
        el('InvoiceReferencedDocument', el('IssuerAssignedID', 'FA-2026-0009')),
        ...(said.settlement ?? []),
        sums(said.amounts),
      ),
    ),
  )

const ubl = (...said: readonly XmlElement[]): XmlElement => {
  const usual = [
    el('CustomizationID', 'urn:cen.eu:en16931:2017'),
    el('ID', 'INV-7'),
    el('IssueDate', '2026-01-15'),
    el('DueDate', '2026-02-14'),
    el('InvoiceTypeCode', '380'),
    el('Note', '#PMD#Trois fois le taux légal'),
    el('Note', 'Merci'),
    el('DocumentCurrencyCode', 'EUR'),
    el('BuyerReference', 'S1'),
    el('OrderReference', el('ID', 'PO-9')),
    el('BillingReference', el('InvoiceDocumentReference', el('ID', 'INV-3'))),
    el(
      'AccountingSupplierParty',
      el(
        'Party',
        el('PartyName', el('Name', 'Vauquelin')),
        el('PartyTaxScheme', el('CompanyID', '99/12'), el('TaxScheme', el('ID', 'FC'))),
        el('PartyTaxScheme', el('CompanyID', 'FR40812345678'), el('TaxScheme', el('ID', 'VAT'))),
        el('PartyLegalEntity', el('RegistrationName', 'Atelier Vauquelin SARL'), el('CompanyID', '812345678')),
      ),
    ),
    el('AccountingCustomerParty', el('Party', el('PartyName', el('Name', 'Farine & Cie')))),
    el('PayeeParty', el('PartyName', el('Name', 'Factor SA'))),
    el(
      'PaymentMeans',
      el('PaymentMeansCode', '30'),
      el('PaymentID', 'RF-7'),
      el('PaymentDueDate', '2026-03-01'),
      el('PayeeFinancialAccount', el('ID', 'FR7630006000011234567890189')),
      el('PaymentMandate', el('ID', 'M-1'), el('PayerFinancialAccount', el('ID', 'DE21860000000086001055'))),
    ),
    el('PaymentTerms', el('Note', '30 jours')),
    el('TaxTotal', el('TaxAmount', { currencyID: 'SEK' }, '2100.00')),
    el('TaxTotal', el('TaxAmount', { currencyID: 'EUR' }, '200.00')),
    el(
      'LegalMonetaryTotal',
      el('TaxExclusiveAmount', '1000.00'),
      el('TaxInclusiveAmount', '1200.00'),
      el('PrepaidAmount', '300.00'),
      el('PayableRoundingAmount', '0.30'),
      el('PayableAmount', { currencyID: 'EUR' }, '900.30'),
    ),
    el('InvoiceLine'),
  ]
  const replaced = new Set(said.map(({ name }) => name))
  return el(
    'Invoice',
    ...usual.filter(({ name }) => !replaced.has(name)),
    ...said.filter(({ text, children }) => text !== '' || children.length > 0),
  )
}

describe('a cross industry invoice', () => {
  it('is read by its business terms', () => {
    expect(
      read(
        cii({
          settlement: [
            el('SpecifiedTradePaymentTerms', el('Description', '30 jours'), el('DirectDebitMandateID', 'M-1')),
          ],
        }),
      ),
    ).toMatchObject({
      syntax: 'CII',
      profile: 'urn:cen.eu:en16931:2017',
      kind: 'invoice',
      number: 'FA-2026-0012',
      typeCode: '380',
      issueDate: '2026-01-15',
      currency: 'EUR',
      seller: { name: 'Atelier Vauquelin', legalId: '812345678', vatId: 'FR40812345678', email: null },
      buyer: { name: 'Farine & Cie', legalId: null, vatId: null, email: 'compta@farine.example' },
      payee: 'Factor SA',
      dueDates: [{ date: '2026-02-14', amount: null }],
      paymentTerms: ['30 jours'],
      paymentReference: 'RF-12',
      paymentMeans: ['58'],
      payeeIbans: ['FR7630006000011234567890189', '123-45'],
      debtorIbans: ['DE21860000000086001055'],
      mandates: ['M-1'],
      totalWithoutVat: 100_000,
      vatTotal: 20_000,
      totalWithVat: 120_000,
      prepaid: 30_000,
      rounding: null,
      payable: 90_000,
      precedingInvoices: ['FA-2026-0009'],
      buyerReference: 'SERVICE-7',
      orderReference: 'BC-44',
      lines: 2,
      notes: [{ subject: 'PMT', text: 'Indemnité forfaitaire de 40 €' }],
      problems: [],
    })
  })

  it('takes the VAT of its own currency, else the first, else none', () => {
    const both = el('SpecifiedTradeSettlementHeaderMonetarySummation', el('TaxTotalAmount', { currencyID: 'SEK' }, '9'))
    expect(read(cii({ amounts: { TaxTotalAmount: '' } })).vatTotal).toBeNull()
    const onlyOther = read(
      el(
        'CrossIndustryInvoice',
        el(
          'SupplyChainTradeTransaction',
          el('ApplicableHeaderTradeSettlement', el('InvoiceCurrencyCode', 'EUR'), both),
        ),
      ),
    )
    expect(onlyOther.vatTotal).toBe(900)
  })

  it('may be of the time of ZUGFeRD 1.0, under other names', () => {
    const old = read(
      el(
        'CrossIndustryDocument',
        el('HeaderExchangedDocument', el('ID', '471102'), el('IssueDateTime', day102('20130305'))),
        el(
          'SpecifiedSupplyChainTradeTransaction',
          el('ApplicableSupplyChainTradeAgreement', el('BuyerTradeParty', el('Name', 'Kunden AG'))),
          el(
            'ApplicableSupplyChainTradeSettlement',
            el('InvoiceCurrencyCode', 'EUR'),
            el('SpecifiedTradeSettlementMonetarySummation', el('DuePayableAmount', '529.87')),
          ),
        ),
      ),
    )
    expect(old).toMatchObject({ syntax: 'ZUGFeRD 1.0', number: '471102', payable: 52_987, problems: [] })
  })

  it('may be paid in several parts, each with its day and its amount', () => {
    const parts = read(cii({ terms: [due('20260214', '400.00'), due('20260314', '500.00')] }))
    expect(parts.dueDates).toEqual([
      { date: '2026-02-14', amount: 40_000 },
      { date: '2026-03-14', amount: 50_000 },
    ])
    expect(parts.problems).toEqual([])
    expect(read(cii({ terms: [due('20260214', '400.00'), due('20260314', '400.00')] })).problems).toEqual([
      { code: 'instalmentsDoNotAddUp', field: 'dueDates' },
    ])
  })

  it('says what does not add up, and corrects nothing', () => {
    const wrong = read(cii({ amounts: { GrandTotalAmount: '1190.00' } }))
    expect(wrong.payable).toBe(90_000)
    expect(wrong.problems).toEqual([
      { code: 'payableDoesNotAddUp', field: 'payable' },
      { code: 'totalDoesNotAddUp', field: 'totalWithVat' },
    ])
  })

  it('owes what is payable, which a total says nothing of', () => {
    expect(read(cii({ amounts: { DuePayableAmount: '' } }))).toMatchObject({
      payable: null,
      problems: [{ code: 'missing', field: 'payable' }],
    })
    expect(read(cii({ amounts: { GrandTotalAmount: '' } })).problems).toEqual([])
  })

  it('reads a decimal comma and says so; refuses what is no amount', () => {
    expect(read(cii({ amounts: { DuePayableAmount: '900,00' } }))).toMatchObject({
      payable: 90_000,
      problems: [{ code: 'decimalComma', field: 'payable', value: '900,00' }],
    })
    expect(read(cii({ amounts: { DuePayableAmount: '900.001' } })).problems[0]).toEqual({
      code: 'unreadableAmount',
      field: 'payable',
      value: '900.001',
    })
  })

  it('reads a day written in other ways and says so; a day that does not exist is none', () => {
    expect(read(cii({ issued: '2026-01-15' }))).toMatchObject({
      issueDate: '2026-01-15',
      problems: [{ code: 'otherDateFormat', field: 'issueDate', value: '2026-01-15' }],
    })
    expect(read(cii({ issued: '20260230' })).problems).toEqual([
      { code: 'unreadableDate', field: 'issueDate', value: '20260230' },
      { code: 'missing', field: 'issueDate' },
    ])
    expect(read(cii({ terms: [due('bientôt'), el('SpecifiedTradePaymentTerms')] })).dueDates).toEqual([])
  })

  it('finds a due day before the day of issue, but for a deposit', () => {
    expect(read(cii({ terms: [due('20260101')] })).problems).toEqual([
      { code: 'dueBeforeIssue', field: 'dueDates', value: '2026-01-01' },
    ])
    expect(read(cii({ type: '386', terms: [due('20260101')] })).problems).toEqual([])
  })

  it('has no amounts without a currency one can invoice in', () => {
    expect(read(cii({ currency: '' }))).toMatchObject({ currency: null, payable: null })
    expect(read(cii({ currency: 'XXQ' })).problems[0]).toEqual({
      code: 'unknownCurrency',
      field: 'currency',
      value: 'XXQ',
    })
    expect(read(cii({ currency: '' })).problems[0]).toEqual({ code: 'missing', field: 'currency' })
  })
})

describe('a UBL invoice', () => {
  it('is read by its business terms', () => {
    expect(read(ubl())).toMatchObject({
      syntax: 'UBL Invoice',
      profile: 'urn:cen.eu:en16931:2017',
      kind: 'invoice',
      number: 'INV-7',
      typeCode: '380',
      issueDate: '2026-01-15',
      currency: 'EUR',
      seller: { name: 'Atelier Vauquelin SARL', legalId: '812345678', vatId: 'FR40812345678', email: null },
      buyer: { name: 'Farine & Cie', legalId: null, vatId: null, email: null },
      payee: 'Factor SA',
      dueDates: [{ date: '2026-02-14', amount: null }],
      paymentTerms: ['30 jours'],
      paymentReference: 'RF-7',
      paymentMeans: ['30'],
      payeeIbans: ['FR7630006000011234567890189'],
      debtorIbans: ['DE21860000000086001055'],
      mandates: ['M-1'],
      totalWithoutVat: 100_000,
      vatTotal: 20_000,
      totalWithVat: 120_000,
      prepaid: 30_000,
      rounding: 30,
      payable: 90_030,
      precedingInvoices: ['INV-3'],
      buyerReference: 'S1',
      orderReference: 'PO-9',
      lines: 1,
      notes: [
        { subject: 'PMD', text: 'Trois fois le taux légal' },
        { subject: null, text: 'Merci' },
      ],
      problems: [],
    })
  })

  it('may be a credit note, due on the day under its means of payment', () => {
    const note = read({ ...ubl(), name: 'CreditNote' })
    expect(note).toMatchObject({ syntax: 'UBL CreditNote', kind: 'creditNote', dueDates: [{ date: '2026-03-01' }] })
  })

  it('may be paid in several parts', () => {
    const parts = read(ubl(el('PaymentTerms', el('PaymentDueDate', '2026-02-01'), el('Amount', '900.30'))))
    expect(parts.dueDates).toEqual([{ date: '2026-02-01', amount: 90_030 }])
  })

  it('takes its currency from its totals where it names none', () => {
    expect(read(ubl(el('DocumentCurrencyCode'))).payable).toBe(90_030)
    expect(
      read(ubl(el('DocumentCurrencyCode'), el('LegalMonetaryTotal', el('PayableAmount', '5')))).currency,
    ).toBeNull()
  })

  it('says what it lacks', () => {
    const poor = read(
      el('Invoice', el('LegalMonetaryTotal'), el('DocumentCurrencyCode', 'EUR'), el('TaxTotal', el('TaxAmount'))),
    )
    expect(poor.problems).toEqual(
      ['number', 'issueDate', 'payable', 'buyer'].map((field) => ({ code: 'missing', field })),
    )
    expect(poor).toMatchObject({ vatTotal: null, typeCode: null, payee: null })
  })

  it('leaves a due day that is none unread', () => {
    expect(read(ubl(el('DueDate', 'demain')))).toMatchObject({ dueDates: [], problems: [{ code: 'unreadableDate' }] })
    expect(read(ubl(el('PaymentTerms', el('PaymentDueDate', 'demain')))).dueDates).toEqual([
      { date: '2026-02-14', amount: null },
    ])
  })
})

describe('the kind of an invoice', () => {
  it.each([
    ['380', 'invoice'],
    ['386', 'invoice'],
    [null, 'invoice'],
    ['381', 'creditNote'],
    ['261', 'creditNote'],
    ['503', 'creditNote'],
    ['384', 'correctedInvoice'],
    ['473', 'correctedInvoice'],
  ])('of type %s is %s', (type, kind) => {
    expect(kindOfType(type)).toBe(kind)
  })
})

it('an XML of another root, or an Invoice that is not UBL, is no electronic invoice', () => {
  expect(readEInvoice(el('Document'))).toBeUndefined()
  expect(readEInvoice(el('Invoice', el('Total', '12')))).toBeUndefined()
})
