import type { EInvoice } from '@quittance/core/imports/e-invoices/e-invoice.ts'
import { decimalText } from '@quittance/core/money/format-money.ts'
import { money } from '@quittance/core/money/money.ts'
import { type EInvoiceOfPdf, readInvoiceXml } from '../reading/e-invoice-file.ts'
import { readInvoicePdf } from '../reading/e-invoices/read-pdf.ts'
import type { Table } from '../reading/table.ts'
import type { Inspection, InspectionWarning } from './inspection.ts'

export async function inspectInvoicePdf(bytes: Uint8Array): Promise<Inspection> {
  const read = await readInvoicePdf(bytes)
  const own = factsOf(read.invoice)
  return {
    kind: 'e-invoice',
    facts: { invoice_xml: read.attachment, ...own.facts },
    warnings: [...containerWarnings(read), ...own.warnings],
  }
}

export function inspectInvoiceXml(bytes: Uint8Array): Inspection {
  return { kind: 'e-invoice', ...factsOf(readInvoiceXml(bytes)) }
}

/** An archive of invoices: each file in it, and why one was not read. */
export async function inspectDrop(table: Table): Promise<Inspection> {
  let rows = 0
  for await (const _ of table.rows) rows++
  const files = table.files ?? []
  return {
    kind: 'e-invoices',
    facts: {
      files: files.length,
      invoices: files.filter(({ form }) => form !== null).length,
      data_lines: rows,
      numbers: files.flatMap(({ number }) => number ?? []),
    },
    warnings: files.flatMap(({ name, problem }) => (problem ? [{ code: problem.code, value: name }] : [])),
  }
}

/** Factur-X 1.0: the XML is called factur-x.xml, and its relationship to the PDF is Data, Source or Alternative. */
const containerWarnings = ({ hasStandardName, attachment, relationship }: EInvoiceOfPdf): InspectionWarning[] => [
  ...(hasStandardName ? [] : [{ code: 'attachmentName', value: attachment }]),
  ...(relationship === 'Data' || relationship === 'Alternative'
    ? []
    : [{ code: 'attachmentRelationship', value: relationship ?? '' }]),
]

const kindNames = { invoice: 'invoice', creditNote: 'credit note', correctedInvoice: 'corrected invoice' } as const

function factsOf(invoice: EInvoice): { facts: Record<string, unknown>; warnings: InspectionWarning[] } {
  const decimal = (amount: number | null): string | null =>
    amount === null || invoice.currency === null ? null : decimalText(money(amount, invoice.currency))
  return {
    facts: {
      syntax: invoice.syntax,
      profile: invoice.profile,
      document: kindNames[invoice.kind],
      number: invoice.number,
      type_code: invoice.typeCode,
      issue_date: invoice.issueDate,
      due_dates: invoice.dueDates.map(({ date }) => date),
      currency: invoice.currency,
      seller: invoice.seller.name,
      seller_vat: invoice.seller.vatId,
      buyer: invoice.buyer.name,
      payee: invoice.payee,
      total_without_vat: decimal(invoice.totalWithoutVat),
      vat_total: decimal(invoice.vatTotal),
      total_with_vat: decimal(invoice.totalWithVat),
      prepaid: decimal(invoice.prepaid),
      rounding: decimal(invoice.rounding),
      payable: decimal(invoice.payable),
      payee_ibans: invoice.payeeIbans,
      debtor_ibans: invoice.debtorIbans,
      mandates: invoice.mandates,
      payment_means_codes: invoice.paymentMeans,
      payment_terms_text: invoice.paymentTerms,
      payment_reference: invoice.paymentReference,
      preceding_invoices: invoice.precedingInvoices,
      buyer_reference: invoice.buyerReference,
      order_reference: invoice.orderReference,
      lines: invoice.lines,
    },
    warnings: [...invoice.problems],
  }
}
