import { checkTotals } from './check-totals.ts'
import type { EInvoice, EInvoiceAddress, EInvoiceDue, EInvoiceParty } from './e-invoice.ts'
import { kindOfType } from './invoice-kind.ts'
import { readValues, type ValueReader, vatIn } from './read-values.ts'
import { allAt, oneAt, textAt, textsAt, type XmlElement } from './xml-element.ts'

/**
 * Reads a UN/CEFACT Cross Industry Invoice (Factur-X, ZUGFeRD 2, XRechnung), or its forerunner of ZUGFeRD 1.0, which
 * has the same tree under other names. By content, not by profile: what a profile leaves out is null.
 */
export function readCii(root: XmlElement): EInvoice {
  const header = oneAt(root, 'ExchangedDocument|HeaderExchangedDocument')
  const context = oneAt(root, 'ExchangedDocumentContext|SpecifiedExchangedDocumentContext')
  const trade = oneAt(root, 'SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction')
  const agreement = oneAt(trade, 'ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement')
  const settlement = oneAt(trade, 'ApplicableHeaderTradeSettlement|ApplicableSupplyChainTradeSettlement')
  const sums = oneAt(
    settlement,
    'SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation',
  )
  const currency = textAt(settlement, 'InvoiceCurrencyCode')
  const values = readValues(currency, 'compact')
  const means = 'SpecifiedTradeSettlementPaymentMeans'
  const accounts = allAt(settlement, `${means}/PayeePartyCreditorFinancialAccount`)
  const typeCode = textAt(header, 'TypeCode')
  const stated = {
    syntax: root.name === 'CrossIndustryDocument' ? ('ZUGFeRD 1.0' as const) : ('CII' as const),
    process: textAt(context, 'BusinessProcessSpecifiedDocumentContextParameter/ID'),
    profile: textAt(context, 'GuidelineSpecifiedDocumentContextParameter/ID'),
    kind: kindOfType(typeCode),
    number: textAt(header, 'ID'),
    typeCode,
    issueDate: values.date('issueDate', textAt(header, 'IssueDateTime/DateTimeString', 'IssueDateTime/DateTime')),
    currency: values.currency,
    seller: party(oneAt(agreement, 'SellerTradeParty')),
    buyer: party(oneAt(agreement, 'BuyerTradeParty')),
    payee: textAt(settlement, 'PayeeTradeParty/Name'),
    dueDates: dueDates(settlement, values),
    paymentTerms: textsAt(settlement, 'SpecifiedTradePaymentTerms/Description'),
    paymentReference: textAt(settlement, 'PaymentReference'),
    paymentMeans: textsAt(settlement, `${means}/TypeCode`),
    payeeIbans: accounts.flatMap((account) => textAt(account, 'IBANID', 'ProprietaryID') ?? []),
    debtorIbans: textsAt(settlement, `${means}/PayerPartyDebtorFinancialAccount/IBANID`),
    mandates: textsAt(settlement, 'SpecifiedTradePaymentTerms/DirectDebitMandateID'),
    totalWithoutVat: values.amount('totalWithoutVat', textAt(sums, 'TaxBasisTotalAmount')),
    vatTotal: values.amount('vatTotal', vatIn(currency, allAt(sums, 'TaxTotalAmount'))),
    totalWithVat: values.amount('totalWithVat', textAt(sums, 'GrandTotalAmount')),
    prepaid: values.amount('prepaid', textAt(sums, 'TotalPrepaidAmount')),
    rounding: values.amount('rounding', textAt(sums, 'RoundingAmount')),
    payable: values.amount('payable', textAt(sums, 'DuePayableAmount')),
    precedingInvoices: textsAt(settlement, 'InvoiceReferencedDocument/IssuerAssignedID|ID'),
    buyerReference: textAt(agreement, 'BuyerReference'),
    orderReference: textAt(agreement, 'BuyerOrderReferencedDocument/IssuerAssignedID|ID'),
    contract: textAt(agreement, 'ContractReferencedDocument/IssuerAssignedID|ID'),
    project: textAt(agreement, 'SpecifiedProcuringProject/ID'),
    lines: allAt(trade, 'IncludedSupplyChainTradeLineItem').length,
    notes: allAt(header, 'IncludedNote').flatMap((note) => {
      const text = textAt(note, 'Content')
      return text === null ? [] : [{ subject: textAt(note, 'SubjectCode'), text }]
    }),
  }
  return { ...stated, problems: [...values.problems, ...checkTotals(stated)] }
}

const party = (element: XmlElement | undefined): EInvoiceParty => ({
  name: textAt(element, 'Name'),
  legalId: textAt(element, 'SpecifiedLegalOrganization/ID'),
  ids: textsAt(element, 'GlobalID|ID'),
  vatId: vatIdOf(element),
  contact: textAt(element, 'DefinedTradeContact/PersonName'),
  phone: textAt(element, 'DefinedTradeContact/TelephoneUniversalCommunication/CompleteNumber'),
  email: textAt(element, 'DefinedTradeContact/EmailURIUniversalCommunication/URIID'),
  address: addressOf(oneAt(element, 'PostalTradeAddress')),
})

const addressOf = (element: XmlElement | undefined): EInvoiceAddress => ({
  line1: textAt(element, 'LineOne'),
  line2: textAt(element, 'LineTwo'),
  postcode: textAt(element, 'PostcodeCode'),
  city: textAt(element, 'CityName'),
  country: textAt(element, 'CountryID'),
})

const vatIdOf = (element: XmlElement | undefined): string | null =>
  allAt(element, 'SpecifiedTaxRegistration/ID').find(({ attributes: { schemeID } }) => schemeID === 'VA')?.text ?? null

function dueDates(settlement: XmlElement | undefined, values: ValueReader): readonly EInvoiceDue[] {
  return allAt(settlement, 'SpecifiedTradePaymentTerms').flatMap((terms) => {
    const date = values.date('dueDates', textAt(terms, 'DueDateDateTime/DateTimeString', 'DueDateDateTime/DateTime'))
    if (date === null) return []
    return [{ date, amount: values.amount('dueDates', textAt(terms, 'PartialPaymentAmount')) }]
  })
}
