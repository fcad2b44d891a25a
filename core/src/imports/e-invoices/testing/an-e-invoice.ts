import { asDate } from '../../../calendar/calendar-date.ts'
import { asCurrency } from '../../../money/money.ts'
import { checkTotals } from '../check-totals.ts'
import type { EInvoice, EInvoiceParty } from '../e-invoice.ts'

export const aParty = (name: string | null, said: Partial<EInvoiceParty> = {}): EInvoiceParty => ({
  name,
  legalId: null,
  ids: [],
  vatId: null,
  contact: null,
  phone: null,
  email: null,
  address: { line1: null, line2: null, postcode: null, city: null, country: null },
  ...said,
})

/** An invoice of 1,200.00 EUR of 15 January 2026, due on 14 February, with what does not join in it. */
export function anEInvoice(said: Partial<EInvoice> = {}): EInvoice {
  const invoice: EInvoice = {
    syntax: 'CII',
    process: 'S1',
    profile: 'urn:cen.eu:en16931:2017',
    kind: 'invoice',
    number: 'FA-2026-0012',
    typeCode: '380',
    issueDate: asDate('2026-01-15'),
    currency: asCurrency('EUR'),
    seller: aParty('Atelier Vauquelin SARL', { legalId: '812345678', vatId: 'FR40812345678' }),
    buyer: aParty('Farine & Cie'),
    payee: null,
    dueDates: [{ date: asDate('2026-02-14'), amount: null }],
    paymentTerms: [],
    paymentReference: null,
    paymentMeans: ['58'],
    payeeIbans: [],
    debtorIbans: [],
    mandates: [],
    totalWithoutVat: 100_000,
    vatTotal: 20_000,
    totalWithVat: 120_000,
    prepaid: null,
    rounding: null,
    payable: 120_000,
    precedingInvoices: [],
    buyerReference: null,
    orderReference: null,
    contract: null,
    project: null,
    lines: 1,
    notes: [],
    problems: [],
    ...said,
  }
  return { ...invoice, problems: said.problems ?? checkTotals(invoice) }
}
