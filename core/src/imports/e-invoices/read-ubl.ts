import { checkTotals } from './check-totals.ts'
import type { EInvoice, EInvoiceAddress, EInvoiceDue, EInvoiceNote, EInvoiceParty } from './e-invoice.ts'
import { kindOfType } from './invoice-kind.ts'
import { readValues, type ValueReader, vatIn } from './read-values.ts'
import { allAt, oneAt, textAt, textsAt, type XmlElement } from './xml-element.ts'

/** Reads an OASIS UBL 2.1 Invoice or CreditNote (EN 16931 binding: Peppol BIS 3, XRechnung, national profiles). */
export function readUbl(root: XmlElement): EInvoice {
  const isCreditNote = root.name === 'CreditNote'
  const currency = textAt(root, 'DocumentCurrencyCode')
  const values = readValues(currency ?? totalsCurrency(root), 'iso')
  const sums = oneAt(root, 'LegalMonetaryTotal')
  const typeCode = textAt(root, 'InvoiceTypeCode', 'CreditNoteTypeCode')
  const stated = {
    syntax: isCreditNote ? ('UBL CreditNote' as const) : ('UBL Invoice' as const),
    process: textAt(root, 'ProfileID'),
    profile: textAt(root, 'CustomizationID'),
    kind: isCreditNote ? ('creditNote' as const) : kindOfType(typeCode),
    number: textAt(root, 'ID'),
    typeCode,
    issueDate: values.date('issueDate', textAt(root, 'IssueDate')),
    currency: values.currency,
    seller: party(oneAt(root, 'AccountingSupplierParty/Party')),
    buyer: party(oneAt(root, 'AccountingCustomerParty/Party')),
    payee: textAt(root, 'PayeeParty/PartyName/Name', 'PayeeParty/PartyLegalEntity/RegistrationName'),
    dueDates: dueDates(root, isCreditNote, values),
    paymentTerms: textsAt(root, 'PaymentTerms/Note'),
    paymentReference: textAt(root, 'PaymentMeans/PaymentID'),
    paymentMeans: textsAt(root, 'PaymentMeans/PaymentMeansCode'),
    payeeIbans: textsAt(root, 'PaymentMeans/PayeeFinancialAccount/ID'),
    debtorIbans: textsAt(root, 'PaymentMeans/PaymentMandate/PayerFinancialAccount/ID'),
    mandates: textsAt(root, 'PaymentMeans/PaymentMandate/ID'),
    totalWithoutVat: values.amount('totalWithoutVat', textAt(sums, 'TaxExclusiveAmount')),
    vatTotal: values.amount('vatTotal', vatIn(currency, allAt(root, 'TaxTotal/TaxAmount'))),
    totalWithVat: values.amount('totalWithVat', textAt(sums, 'TaxInclusiveAmount')),
    prepaid: values.amount('prepaid', textAt(sums, 'PrepaidAmount')),
    rounding: values.amount('rounding', textAt(sums, 'PayableRoundingAmount')),
    payable: values.amount('payable', textAt(sums, 'PayableAmount')),
    precedingInvoices: textsAt(root, 'BillingReference/InvoiceDocumentReference/ID'),
    buyerReference: textAt(root, 'BuyerReference'),
    orderReference: textAt(root, 'OrderReference/ID'),
    contract: textAt(root, 'ContractDocumentReference/ID'),
    project: textAt(root, 'ProjectReference/ID'),
    lines: allAt(root, 'InvoiceLine|CreditNoteLine').length,
    notes: textsAt(root, 'Note').map(codedNote),
  }
  return { ...stated, problems: [...values.problems, ...checkTotals(stated)] }
}

function totalsCurrency(root: XmlElement): string | null {
  const { currencyID = null } = oneAt(root, 'LegalMonetaryTotal/PayableAmount')?.attributes ?? {}
  return currencyID
}

const party = (element: XmlElement | undefined): EInvoiceParty => ({
  name: textAt(element, 'PartyLegalEntity/RegistrationName', 'PartyName/Name'),
  legalId: textAt(element, 'PartyLegalEntity/CompanyID'),
  ids: textsAt(element, 'PartyIdentification/ID'),
  vatId: vatIdOf(element),
  contact: textAt(element, 'Contact/Name'),
  phone: textAt(element, 'Contact/Telephone'),
  email: textAt(element, 'Contact/ElectronicMail'),
  address: addressOf(oneAt(element, 'PostalAddress')),
})

const addressOf = (element: XmlElement | undefined): EInvoiceAddress => ({
  line1: textAt(element, 'StreetName'),
  line2: textAt(element, 'AdditionalStreetName'),
  postcode: textAt(element, 'PostalZone'),
  city: textAt(element, 'CityName'),
  country: textAt(element, 'Country/IdentificationCode'),
})

/** A party may be registered for several taxes. */
const vatIdOf = (element: XmlElement | undefined): string | null =>
  textAt(
    allAt(element, 'PartyTaxScheme').find((scheme) => textAt(scheme, 'TaxScheme/ID') === 'VAT'),
    'CompanyID',
  )

/** A credit note says it under its means of payment (BT-9); instalments stand under the terms. */
function dueDates(root: XmlElement, isCreditNote: boolean, values: ValueReader): readonly EInvoiceDue[] {
  const instalments = allAt(root, 'PaymentTerms').flatMap((terms) => {
    const date = values.date('dueDates', textAt(terms, 'InstallmentDueDate', 'PaymentDueDate'))
    return date === null ? [] : [{ date, amount: values.amount('dueDates', textAt(terms, 'Amount')) }]
  })
  if (instalments.length > 0) return instalments
  const stated = isCreditNote ? textsAt(root, 'PaymentMeans/PaymentDueDate') : textsAt(root, 'DueDate')
  return stated.flatMap((text) => {
    const date = values.date('dueDates', text)
    return date === null ? [] : [{ date, amount: null }]
  })
}

/** BT-21 is written into the note: `#PMT#…`. */
function codedNote(text: string): EInvoiceNote {
  const coded = /^#([A-Z]{3})#([\s\S]*)$/.exec(text)
  return coded?.[1] ? { subject: coded[1], text: (coded[2] ?? '').trim() } : { subject: null, text }
}
