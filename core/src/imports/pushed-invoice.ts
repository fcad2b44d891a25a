import { isActiveCurrency, minorUnitDigits } from '../money/currency.ts'
import { decimalText } from '../money/format-money.ts'
import { asCurrency, money } from '../money/money.ts'
import type { InvoiceKind } from './cell-words.ts'
import type { Field, Mapping } from './fields.ts'
import type { Formats } from './formats.ts'
import type { Refusal } from './refusals.ts'
import type { Reading } from './row-cells.ts'

/** As programs write it; the currency may be none. */
export interface PushedMoney {
  readonly amount: number
  readonly currency: string
}

type Said<T> = { readonly [K in keyof T]?: T[K] | null | undefined }

/** One invoice as a program pushes it; what is absent or null says nothing, like an empty cell. */
export interface PushedInvoice
  extends Said<{
    kind: InvoiceKind
    issueDate: string
    dueDate: string
    total: PushedMoney
    amountDue: PushedMoney
    paid: PushedMoney
    paidOn: string
    paymentTerms: string
    paymentMeans: string
    project: string
    subject: string
    orderReference: string
    disputed: boolean
    paused: boolean
    reminderLevel: number
  }> {
  readonly number: string
  readonly customer: PushedCustomer
  /** In place of `dueDate`, `amountDue` and `paid`. */
  readonly dueLines?: readonly PushedDueLine[] | null | undefined
}

export interface PushedDueLine {
  readonly dueDate: string
  readonly amount: PushedMoney
  readonly amountDue?: PushedMoney | null | undefined
}

export type PushedCustomer = Said<{
  code: string
  name: string
  siren: string
  vatNumber: string
  email: string
  contactName: string
  phone: string
  salesRep: string
  addressLine1: string
  addressLine2: string
  postcode: string
  city: string
  country: string
  language: string
}>

/** Where each field stands in what a program sends, in the order of the cells it is turned into. */
const places = {
  invoiceNumber: 'number',
  kind: 'kind',
  customerCode: 'customer.code',
  customerName: 'customer.name',
  siren: 'customer.siren',
  vatNumber: 'customer.vatNumber',
  invoicingEmail: 'customer.email',
  contactName: 'customer.contactName',
  phone: 'customer.phone',
  salesRep: 'customer.salesRep',
  addressLine1: 'customer.addressLine1',
  addressLine2: 'customer.addressLine2',
  postcode: 'customer.postcode',
  city: 'customer.city',
  country: 'customer.country',
  language: 'customer.language',
  issueDate: 'issueDate',
  dueDate: 'dueDate',
  totalAmount: 'total',
  amountDue: 'amountDue',
  paidAmount: 'paid',
  settledDate: 'paidOn',
  currency: 'currency',
  paymentTerms: 'paymentTerms',
  paymentMeans: 'paymentMeans',
  project: 'project',
  subject: 'subject',
  orderReference: 'orderReference',
  disputed: 'disputed',
  paused: 'paused',
  reminderLevel: 'reminderLevel',
} as const satisfies Partial<Record<Field, string>>

export const pushedHeaders: readonly string[] = Object.values(places)
export const pushedMapping: Mapping = Object.keys(places) as (keyof typeof places)[]

/** How the cells made here are read: nothing in them is left to guess. `currency` stands where a program says none. */
export const pushedReading = (currency: Formats['currency']): Reading => ({
  headers: pushedHeaders,
  mapping: pushedMapping,
  formats: { decimal: '.', dateOrder: 'ymd', currency, typedNumbers: false, makeNumbers: false },
})

/** The place of a field in what was sent; `row` counts the due lines from 0. */
export function pushedPlace(field: Field, { dueLines }: PushedInvoice, row: number): string {
  const inLine = dueLines ? { dueDate: 'dueDate', totalAmount: 'amount', amountDue: 'amountDue' } : undefined
  const part = inLine?.[field as keyof typeof inLine]
  return part ? `dueLines.${row}.${part}` : (places[field as keyof typeof places] ?? field)
}

/** The rows a file would have for this invoice: one, or one a due line. */
export function pushedCells(invoice: PushedInvoice): string[][] {
  const { dueLines } = invoice
  if (!dueLines) return [cellsOf(invoice)]
  return dueLines.map(({ dueDate, amount, amountDue }) => cellsOf({ ...invoice, dueDate, total: amount, amountDue }))
}

function cellsOf(invoice: PushedInvoice): string[] {
  const { total, amountDue, paid, disputed, paused } = invoice
  const values: Readonly<Record<string, unknown>> = {
    ...invoice,
    ...Object.fromEntries(Object.entries(invoice.customer).map(([name, value]) => [`customer.${name}`, value])),
    total: amountCell(total),
    amountDue: amountCell(amountDue),
    paid: amountCell(paid),
    currency: (total ?? amountDue ?? paid)?.currency,
    disputed: yesNoCell(disputed),
    paused: yesNoCell(paused),
  }
  return pushedHeaders.map((place) => String(values[place] ?? ''))
}

const yesNoCell = (said: boolean | null | undefined): string => (said ? 'yes' : said === false ? 'no' : '')

/** With its currency beside it, so that two on one line are found as in a file. */
function amountCell(said: PushedMoney | null | undefined): string | undefined {
  if (!said) return undefined
  const { amount, currency } = said
  if (!isActiveCurrency(currency)) return String(amount / 100)
  const known = asCurrency(currency)
  return minorUnitDigits(known) === 0 ? `${amount} ${known}` : `${decimalText(money(amount, known))} ${known}`
}

/** What due lines can be wrong in that a file, which has only lines, cannot; said of the row it stands on. */
export function dueLineFaults(invoice: PushedInvoice, firstLine: number): Refusal[] {
  const { dueLines, total } = invoice
  if (!dueLines) return []
  const faults: Refusal[] = []
  const days = new Set<string>()
  for (const [row, { dueDate }] of dueLines.entries()) {
    if (days.has(dueDate)) faults.push({ line: firstLine + row, field: 'dueDate', code: 'sameDueDate', value: dueDate })
    days.add(dueDate)
  }
  const currency = dueLines[0]?.amount.currency ?? ''
  const sum = dueLines.reduce((all, { amount }) => all + amount.amount, 0)
  if (dueLines.some(({ amount }) => amount.currency !== currency)) {
    const other = dueLines.find(({ amount }) => amount.currency !== currency)?.amount
    faults.push({
      line: firstLine,
      field: 'currency',
      code: 'currencyMismatch',
      value: other?.currency ?? '',
      other: currency,
    })
  } else if (total && (total.amount !== sum || total.currency !== currency)) {
    faults.push({
      line: firstLine,
      field: 'totalAmount',
      code: 'dueLinesDisagree',
      value: amountCell(total) ?? '',
      other: amountCell({ amount: sum, currency }) ?? '',
    })
  }
  return faults
}
