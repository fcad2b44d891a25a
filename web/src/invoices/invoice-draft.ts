import { type CalendarDate, compare } from '@quittance/core/calendar/calendar-date.ts'
import { parsePaymentTerm } from '@quittance/core/invoices/parse-payment-term.ts'
import { type DueLine, openItemsFor } from '@quittance/core/invoices/payment-terms.ts'
import { type Money, money } from '@quittance/core/money/money.ts'
import type { paths } from '../app/generated/api.d.ts'

export type InvoiceBody = paths['/api/v1/invoices']['post']['requestBody']['content']['application/json']
export type InvoiceKind = NonNullable<InvoiceBody['kind']>
export const invoiceKinds = ['invoice', 'deposit', 'interim', 'creditNote'] as const satisfies readonly InvoiceKind[]

/** Where the due dates come from: the customer's terms, else the firm's; terms written here; dates typed one by one. */
export const dueSources = ['usual', 'terms', 'dates'] as const
export type DueSource = (typeof dueSources)[number]

/** One due line; null where it is empty or not readable yet. */
export interface DueRow {
  readonly dueDate: CalendarDate | null
  /** Smallest unit. */
  readonly amount: number | null
}

/** An invoice being typed: mirrors the form, nothing derived. */
export interface InvoiceDraft {
  readonly customer: { readonly id: number; readonly name: string } | null
  /** Null until chosen: the first of the house. */
  readonly legalEntityId: number | null
  /** Null until chosen: the customer's own. */
  readonly currency: string | null
  readonly number: string
  readonly kind: InvoiceKind
  readonly issueDate: CalendarDate | null
  /** Smallest unit; a credit note is typed without its sign. */
  readonly amount: number | null
  readonly subject: string
  readonly due: DueSource
  readonly terms: string
  readonly rows: readonly DueRow[]
}

export const newInvoice = (today: CalendarDate): InvoiceDraft => ({
  customer: null,
  legalEntityId: null,
  currency: null,
  number: '',
  kind: 'invoice',
  issueDate: today,
  amount: null,
  subject: '',
  due: 'usual',
  terms: '',
  rows: [{ dueDate: null, amount: null }],
})

/** The due lines typed; a single one is for the whole amount. */
export const rowsOf = ({ rows, amount }: InvoiceDraft): readonly DueRow[] =>
  rows.length === 1 ? rows.map((row) => ({ ...row, amount })) : rows

/** What the due lines typed leave of the amount, in the smallest unit. */
export const restOf = (draft: InvoiceDraft): number =>
  rowsOf(draft).reduce((rest, { amount }) => rest - (amount ?? 0), draft.amount ?? 0)

/** One more due line, for what the others leave. */
export function withOneMore(draft: InvoiceDraft): InvoiceDraft {
  const rest = restOf(draft)
  return { ...draft, rows: [...rowsOf(draft), { dueDate: null, amount: rest > 0 ? rest : null }] }
}

export const withRow = (draft: InvoiceDraft, index: number, change: Partial<DueRow>): InvoiceDraft => ({
  ...draft,
  rows: rowsOf(draft).map((row, at) => (at === index ? { ...row, ...change } : row)),
})

export const withoutRow = (draft: InvoiceDraft, index: number): InvoiceDraft => ({
  ...draft,
  rows: draft.rows.filter((_, at) => at !== index),
})

/** The due lines these terms give this amount; undefined when they do not give one sure date. */
export function dueBy(terms: string, total: Money, issueDate: CalendarDate): DueLine[] | undefined {
  const parsed = parsePaymentTerm(terms)
  return parsed.ok ? openItemsFor(total, parsed.term, issueDate) : undefined
}

export type Missing =
  | 'customer'
  | 'number'
  | 'issueDate'
  | 'amount'
  | 'terms'
  | 'dueDate'
  | 'early'
  | 'rowAmount'
  | 'sum'

/** The first thing that keeps the invoice from being added; undefined when it is ready. */
export function missingIn(draft: InvoiceDraft): Missing | undefined {
  if (draft.customer === null) return 'customer'
  if (draft.number.trim() === '') return 'number'
  if (draft.issueDate === null) return 'issueDate'
  if (draft.amount === null || draft.amount <= 0) return 'amount'
  if (draft.kind === 'creditNote' || draft.due === 'usual') return undefined
  if (draft.due === 'terms') return draft.terms.trim() === '' ? 'terms' : undefined
  return missingInRows(draft, draft.issueDate)
}

function missingInRows(draft: InvoiceDraft, issueDate: CalendarDate): Missing | undefined {
  const rows = rowsOf(draft)
  if (rows.some(({ dueDate }) => dueDate === null)) return 'dueDate'
  if (rows.some(({ dueDate }) => dueDate !== null && dueDate < issueDate)) return 'early'
  if (rows.some(({ amount }) => amount === null || amount <= 0)) return 'rowAmount'
  return restOf(draft) === 0 ? undefined : 'sum'
}

/** The invoice of a draft that misses nothing; undefined otherwise. */
export function bodyOf(draft: InvoiceDraft, currency: Money['currency']): InvoiceBody | undefined {
  const { customer, issueDate, amount, kind } = draft
  if (missingIn(draft) || customer === null || issueDate === null || amount === null) return undefined
  const { due } = kind === 'creditNote' ? { due: 'usual' } : draft
  const subject = draft.subject.trim()
  return {
    customerId: customer.id,
    ...(draft.legalEntityId !== null && { legalEntityId: draft.legalEntityId }),
    number: draft.number.trim(),
    kind,
    issueDate,
    total: money(amount, currency),
    ...(subject !== '' && { subject }),
    ...(due === 'terms' && { paymentTerms: draft.terms.trim() }),
    ...(due === 'dates' && { dueLines: linesOf(draft) }),
  }
}

const linesOf = (draft: InvoiceDraft): { dueDate: CalendarDate; amount: number }[] =>
  rowsOf(draft)
    .flatMap(({ dueDate, amount }) => (dueDate !== null && amount !== null ? [{ dueDate, amount }] : []))
    .toSorted((a, b) => compare(a.dueDate, b.dueDate))
