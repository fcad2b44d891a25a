import { parsePaymentTerm } from '../../invoices/parse-payment-term.ts'
import type { PaymentInstruction } from '../../invoices/payment-instruction.ts'
import { decimalText } from '../../money/format-money.ts'
import { money } from '../../money/money.ts'
import { isEmailAddress, isSirenOrSiret } from '../cell-words.ts'
import { cutText } from '../cut-text.ts'
import type { Field } from '../fields.ts'
import { notesCell, type ReaderNote } from '../reader-notes.ts'
import type { ReadingProblem } from '../reading-problem.ts'
import { dueLines, type EInvoiceLine } from './due-lines.ts'
import type { EInvoice, EInvoiceParty } from './e-invoice.ts'
import { sellerCell } from './match-seller.ts'
import { type OwedAmounts, owedAmounts } from './owed-amounts.ts'
import { instructionCell, instructionOf } from './payment-instruction.ts'

/** The columns of the table electronic invoices are read as, in their order. */
export const eInvoiceFields = [
  'invoiceNumber',
  'kind',
  'customerName',
  'siren',
  'vatNumber',
  'contactName',
  'invoicingEmail',
  'phone',
  'addressLine1',
  'addressLine2',
  'postcode',
  'city',
  'country',
  'issueDate',
  'dueDate',
  'totalAmount',
  'amountDue',
  'settledDate',
  'currency',
  'orderReference',
  'project',
  'paymentTerms',
  'paymentMeans',
  'seller',
  'paymentInstruction',
  'readerNotes',
  'invoiceFile',
  'fingerprint',
] as const satisfies readonly Field[]

type Cells = Readonly<Partial<Record<(typeof eInvoiceFields)[number], string>>>

/**
 * The rows of one electronic invoice, one a due line: amounts with a decimal point, days as 2026-12-31. `file` is its name
 * within the source, `fingerprint` the hash of its XML. What keeps it out is told on all of its rows, what is only worth saying on the first.
 */
export function invoiceRows(invoice: EInvoice, file: string, fingerprint = ''): readonly (readonly string[])[] {
  const owed = owedAmounts(invoice)
  const { lines, notes } = dueLines(invoice, owed)
  const instruction = instructionOf(invoice)
  const all = [...owed.notes, ...notes, ...readingNotes(invoice), ...meaningNotes(invoice, instruction)]
  const whole = { ...wholeCells(invoice, owed, instruction), fingerprint, invoiceFile: file }
  return lines.map((line, index) => {
    const told = index === 0 ? all : all.filter((note) => 'refuse' in note)
    const cells: Cells = { ...whole, ...lineCells(invoice, line), readerNotes: notesCell(told) }
    return eInvoiceFields.map((field) => cells[field] ?? '')
  })
}

/** The row of a file of which no invoice could be read, under its own name; `problem` says why. */
export function unreadableRow(file: string, problem: ReadingProblem): readonly string[] {
  const note: ReaderNote = {
    refuse: 'unreadableFile',
    field: 'readerNotes',
    value: file,
    other: JSON.stringify(problem),
  }
  const cells: Cells = { invoiceNumber: cutText(file, 100), readerNotes: notesCell([note]), invoiceFile: file }
  return eInvoiceFields.map((field) => cells[field] ?? '')
}

function wholeCells(invoice: EInvoice, { isCredit }: OwedAmounts, instruction: PaymentInstruction): Cells {
  const { buyer, typeCode } = invoice
  const isDeposit = typeCode === '386' || typeCode === '500'
  return {
    invoiceNumber: invoice.number ?? '',
    kind: isCredit ? 'avoir' : isDeposit ? 'acompte' : 'facture',
    ...buyerCells(buyer),
    issueDate: invoice.issueDate ?? '',
    currency: invoice.currency ?? '',
    orderReference: cutText(invoice.orderReference ?? '', 500),
    project: cutText(invoice.project ?? '', 500),
    paymentTerms: termsCell(invoice),
    paymentMeans: meansCell(invoice.paymentMeans),
    seller: sellerCell(invoice.seller),
    paymentInstruction: instructionCell(instruction),
  }
}

function buyerCells(buyer: EInvoiceParty): Cells {
  const { address, email } = buyer
  const siren = [...buyer.ids.filter((id) => /^\d{14}$/.test(id)), buyer.legalId ?? '', ...buyer.ids].find(
    isSirenOrSiret,
  )
  return {
    customerName: buyer.name ?? '',
    siren: siren ?? '',
    vatNumber: buyer.vatId ?? '',
    contactName: cutText(buyer.contact ?? '', 500),
    invoicingEmail: email !== null && isEmailAddress(email) ? email : '',
    phone: cutText(buyer.phone ?? '', 500),
    addressLine1: cutText(address.line1 ?? '', 500),
    addressLine2: cutText(address.line2 ?? '', 500),
    postcode: address.postcode ?? '',
    city: cutText(address.city ?? '', 500),
    country: address.country ?? '',
  }
}

/** BT-20; of several texts the one that reads as a term. */
function termsCell({ paymentTerms }: EInvoice): string {
  const read = paymentTerms.find((text) => parsePaymentTerm(text).ok)
  return cutText(read ?? paymentTerms.join(' '), 500)
}

/** BT-81, UNTDID 4461; 49 and 59 are direct debits: nobody is chased for them. */
const means = new Map(
  Object.entries({
    '10': 'espèces',
    '20': 'chèque',
    '30': 'virement',
    '31': 'virement',
    '42': 'virement',
    '48': 'carte',
    '49': 'prélèvement',
    '54': 'carte',
    '55': 'carte',
    '57': 'virement',
    '58': 'virement',
    '59': 'prélèvement',
  }),
)

const meansCell = (codes: readonly string[]): string =>
  means.get(codes.find((code) => code === '49' || code === '59') ?? codes[0] ?? '') ?? ''

/**
 * Of what is already paid BT-9 is the day of payment, and a deposit may be due before it is invoiced: such a day counts
 * from the day of issue.
 */
function lineCells(invoice: EInvoice, { dueDate, total, due }: EInvoiceLine): Cells {
  const { issueDate, currency, typeCode } = invoice
  const text = (amount: number | null): string =>
    amount === null || !currency ? '' : decimalText(money(amount, currency))
  const isEarly = dueDate !== null && issueDate !== null && dueDate < issueDate
  const mayBeEarly = due === 0 || typeCode === '386' || typeCode === '500'
  return {
    dueDate: isEarly && mayBeEarly ? issueDate : (dueDate ?? ''),
    settledDate: due === 0 && dueDate !== null ? dueDate : '',
    totalAmount: text(total),
    amountDue: text(due),
  }
}

/** What was read otherwise than the standard writes it, or could not be read. */
function readingNotes({ problems, currency }: EInvoice): ReaderNote[] {
  return problems.flatMap(({ code, field, value = '' }): ReaderNote[] => {
    if (code === 'decimalComma') return [{ warn: 'commaRead', field: fieldOf(field), value }]
    if (code === 'otherDateFormat') return [{ warn: 'dayRead', field: fieldOf(field), value }]
    if (code === 'unreadableDate') return [{ refuse: 'unreadableDate', field: fieldOf(field), value }]
    if (code === 'unknownCurrency') return [{ refuse: 'unknownCurrency', field: 'currency', value }]
    if (code === 'missing' && field === 'currency' && !currency)
      return [{ refuse: 'unknownCurrency', field: 'currency', value: '' }]
    if (code !== 'unreadableAmount') return []
    return field === 'payable'
      ? [{ refuse: 'unreadableAmount', field: 'amountDue', value }]
      : [{ warn: 'figureNotRead', field: fieldOf(field), value }]
  })
}

const fieldsOf: Readonly<Record<string, Field>> = {
  payable: 'amountDue',
  prepaid: 'paidAmount',
  issueDate: 'issueDate',
  dueDates: 'dueDate',
}

const fieldOf = (name: string): Field => fieldsOf[name] ?? 'totalAmount'

function meaningNotes(invoice: EInvoice, { isFactored, payee }: PaymentInstruction): ReaderNote[] {
  const isSilent = invoice.dueDates.length === 0 && invoice.paymentTerms.length > 0
  const notes: (ReaderNote | false)[] = [
    isSilent &&
      !invoice.paymentTerms.some((text) => parsePaymentTerm(text).ok) && {
        warn: 'termsNotRead',
        field: 'paymentTerms',
        value: cutText(termsCell(invoice), 120),
      },
    isFactored && { warn: 'factored', field: 'invoiceNumber', value: payee === null ? '' : ` (${payee})` },
  ]
  return notes.filter((note) => note !== false)
}
