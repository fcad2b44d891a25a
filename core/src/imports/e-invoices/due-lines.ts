import { type CalendarDate, maxDate } from '../../calendar/calendar-date.ts'
import { decimalText } from '../../money/format-money.ts'
import { largestAmount, money } from '../../money/money.ts'
import { mostDueLines } from '../number-register.ts'
import type { ReaderNote } from '../reader-notes.ts'
import type { EInvoice, EInvoiceDue } from './e-invoice.ts'
import type { OwedAmounts } from './owed-amounts.ts'

/** One due line as the file states it; null: the file is silent. */
export interface EInvoiceLine {
  readonly dueDate: CalendarDate | null
  readonly total: number | null
  readonly due: number | null
}

/**
 * The due lines of an invoice: one, or one an instalment where the file says how much of each and they add up. Else the
 * whole is due on the latest of its days, and it says so.
 */
export function dueLines(
  invoice: EInvoice,
  owed: OwedAmounts,
): { readonly lines: readonly EInvoiceLine[]; readonly notes: readonly ReaderNote[] } {
  const { due, total, paid } = owed
  const days = byDay(invoice.dueDates)
  const latest = days.reduce<CalendarDate | null>((last, { date }) => (last ? maxDate(last, date) : date), null)
  const whole = [{ dueDate: latest, total, due }]
  if (days.length < 2 || owed.isCredit || due === null || due === 0) return { lines: whole, notes: [] }
  if (days.length > mostDueLines) return { lines: whole, notes: [unclear(invoice, days)] }
  const instalments = days.flatMap(({ date, amount }) => (amount === null || amount <= 0 ? [] : [{ date, amount }]))
  const sum = instalments.reduce((all, { amount }) => all + amount, 0)
  if (instalments.length === days.length && sum === due) return { lines: afterPayment(instalments, paid), notes: [] }
  if (instalments.length === days.length && sum === due + paid)
    return { lines: withPayment(instalments, paid), notes: [] }
  return { lines: whole, notes: [unclear(invoice, days)] }
}

const unclear = (invoice: EInvoice, days: readonly EInvoiceDue[]): ReaderNote => ({
  warn: 'instalmentsUnclear',
  field: 'dueDate',
  value: written(invoice, days),
})

/** In the order of their days; amounts of one day together. */
function byDay(dues: readonly EInvoiceDue[]): EInvoiceDue[] {
  const days = new Map<CalendarDate, number | null>()
  for (const { date, amount } of dues) {
    const before = days.get(date)
    days.set(date, before === undefined ? amount : together(before, amount))
  }
  return [...days].map(([date, amount]) => ({ date, amount })).toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

/** What no invoice comes to is not said. */
function together(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return null
  return Math.abs(one + other) <= largestAmount ? one + other : null
}

interface Instalment {
  readonly date: CalendarDate
  readonly amount: number
}

/** The instalments are of what is left: what was paid before stands on the first line. */
const afterPayment = (instalments: readonly Instalment[], paid: number): EInvoiceLine[] =>
  instalments.map(({ date, amount }, index) => ({
    dueDate: date,
    total: amount + (index === 0 ? paid : 0),
    due: amount,
  }))

/** The instalments are of the whole: what was paid settles the first of them. */
function withPayment(instalments: readonly Instalment[], paid: number): EInvoiceLine[] {
  let left = paid
  return instalments.map(({ date, amount }) => {
    const part = Math.min(left, amount)
    left -= part
    return { dueDate: date, total: amount, due: amount - part }
  })
}

/** Days quoted at most. */
const mostQuoted = 12

const written = ({ currency }: EInvoice, days: readonly EInvoiceDue[]): string =>
  [...days.slice(0, mostQuoted).map(quoted(currency)), ...(days.length > mostQuoted ? ['…'] : [])].join(', ')

const quoted =
  (currency: EInvoice['currency']) =>
  ({ date, amount }: EInvoiceDue): string =>
    amount === null || !currency ? date : `${date} ${decimalText(money(amount, currency))}`
