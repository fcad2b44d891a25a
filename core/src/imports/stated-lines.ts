import { type CalendarDate, maxDate } from '../calendar/calendar-date.ts'
import { parsePaymentTerm } from '../invoices/parse-payment-term.ts'
import { dueDate, isAmbiguous, openItemsFor, type PaymentTerm, withMethod } from '../invoices/payment-terms.ts'
import { money } from '../money/money.ts'
import type { InvoiceRow } from './parse-row.ts'

/** One due line as a file states it; amounts never negative. */
export interface StatedLine {
  /** null: the file is silent. */
  readonly dueDate: CalendarDate | null
  readonly total: number
  readonly amountDue: number
}

/** What the rows of one invoice say, nothing added: one line a row. */
export const linesAsWritten = (rows: readonly InvoiceRow[]): StatedLine[] =>
  rows.map((row) => ({ dueDate: row.dueDate ?? null, total: row.total.amount, amountDue: row.amountDue.amount }))

/**
 * The due lines of an invoice that is new: where the file is silent, the first of these terms that can be read gives the
 * date, else the 30 days of the law (C. com. art. L441-10). A credit note can be used from its own day on.
 */
export const linesByTerms = (
  rows: readonly InvoiceRow[],
  terms: readonly (string | null | undefined)[],
): StatedLine[] =>
  rows.flatMap((row) => (row.dueDate || !row.issueDate ? linesAsWritten([row]) : split(row, row.issueDate, terms)))

function split(row: InvoiceRow, issued: CalendarDate, terms: readonly (string | null | undefined)[]): StatedLine[] {
  if (row.kind === 'creditNote') return [{ dueDate: issued, total: row.total.amount, amountDue: row.amountDue.amount }]
  const term = sureTerm(row.paymentTerms ? [row.paymentTerms, ...terms] : terms, issued)
  const lines = openItemsFor(row.total, term, issued) ?? [{ amount: row.total, dueDate: issued }]
  let paid = row.total.amount - row.amountDue.amount
  return lines.map(({ amount, dueDate: due }) => {
    const part = Math.min(paid, amount.amount)
    paid -= part
    return { dueDate: due, total: amount.amount, amountDue: money(amount.amount - part, amount.currency).amount }
  })
}

/** « 45 jours fin de mois » is read by the method that gives the later day: nobody is reminded too early. */
function sureTerm(terms: readonly (string | null | undefined)[], issued: CalendarDate): PaymentTerm {
  for (const text of terms) {
    const read = text ? parsePaymentTerm(text) : undefined
    if (!read?.ok) continue
    if (!isAmbiguous(read.term)) return read.term
    const [after, then] = [withMethod(read.term, 'eomAfter'), withMethod(read.term, 'eomThen')]
    const [a, b] = [dueDate(after, issued), dueDate(then, issued)]
    return a && b && maxDate(a, b) === a ? after : then
  }
  return { kind: 'net', days: 30 }
}
