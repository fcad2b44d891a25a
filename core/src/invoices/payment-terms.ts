import {
  addDays,
  addMonths,
  type CalendarDate,
  civilOf,
  dateOf,
  daysInMonth,
  endOfMonth,
  maxDate,
} from '../calendar/calendar-date.ts'
import { assert } from '../money/assert.ts'
import type { Money } from '../money/money.ts'
import { splitLastTakesRest } from '../money/split.ts'

/**
 * When one due line is to be paid, counted from a base day (the issue date unless the contract says otherwise).
 * `ambiguous` is « 45 jours fin de mois » without the method, which the law leaves to the contract: `eomAfter` (add
 * the days, then go to the end of that month) or `eomThen` (go to the end of the month, then add the days).
 */
export type SingleTerm =
  | { readonly kind: 'net'; readonly days: number }
  | { readonly kind: 'months'; readonly months: number }
  | { readonly kind: 'eomAfter'; readonly days: number }
  | { readonly kind: 'eomThen'; readonly days: number }
  | { readonly kind: 'eomMonths'; readonly months: number }
  | { readonly kind: 'decadeEndThen'; readonly days: number }
  | { readonly kind: 'dayOfMonth'; readonly day: number; readonly after: SingleTerm }
  | { readonly kind: 'ambiguous'; readonly days: number }

/** Shares of the total in whole weights (30 and 70; 1, 1 and 1), each with its own term. */
export interface InstalmentsTerm {
  readonly kind: 'instalments'
  readonly parts: readonly { readonly weight: number; readonly term: SingleTerm }[]
}

export type PaymentTerm = SingleTerm | InstalmentsTerm

/** The two readings of « N jours fin de mois » (methods A and B). */
export type EndOfMonthMethod = 'eomAfter' | 'eomThen'

/**
 * The last day to pay, weekends and holidays counted like others (C. com. art. L441-10 counts calendar days). Of
 * instalments, the last one. Undefined for an ambiguous term: ask which method, then `withMethod`.
 */
export function dueDate(term: PaymentTerm, base: CalendarDate): CalendarDate | undefined {
  switch (term.kind) {
    case 'net':
      return addDays(base, term.days)
    case 'months':
      return addMonths(base, term.months)
    case 'eomAfter':
      return endOfMonth(addDays(base, term.days))
    case 'eomThen':
      return addDays(endOfMonth(base), term.days)
    case 'eomMonths':
      return endOfMonth(addMonths(base, term.months))
    case 'decadeEndThen':
      return addDays(endOfDecade(base), term.days)
    case 'dayOfMonth': {
      const from = dueDate(term.after, base)
      return from && nextDayOfMonth(from, term.day)
    }
    case 'ambiguous':
      return undefined
    case 'instalments':
      return lastOf(term.parts.map((part) => dueDate(part.term, base)))
  }
}

const lastOf = (dates: readonly (CalendarDate | undefined)[]): CalendarDate | undefined =>
  dates.reduce((last, date) => last && date && maxDate(last, date), dates[0])

/** The 10th, the 20th or the last day of the month: the « décade » of French trade. */
function endOfDecade(date: CalendarDate): CalendarDate {
  const { year, month, day } = civilOf(date)
  return day <= 20 ? dateOf({ year, month, day: day <= 10 ? 10 : 20 }) : endOfMonth(date)
}

/** The first date strictly after `from` that is the `day`th of its month, or its last day where it is shorter. */
function nextDayOfMonth(from: CalendarDate, day: number): CalendarDate {
  assert(Number.isInteger(day) && day >= 1 && day <= 31, `${day} is not a day of the month`)
  const inMonthOf = (date: CalendarDate): CalendarDate => {
    const { year, month } = civilOf(date)
    return dateOf({ year, month, day: Math.min(day, daysInMonth(year, month)) })
  }
  const sameMonth = inMonthOf(from)
  return sameMonth > from ? sameMonth : inMonthOf(addMonths(from, 1))
}

/** The term with each « N jours fin de mois » read by the method a person confirmed. */
export function withMethod(term: SingleTerm, method: EndOfMonthMethod): SingleTerm
export function withMethod(term: PaymentTerm, method: EndOfMonthMethod): PaymentTerm
export function withMethod(term: PaymentTerm, method: EndOfMonthMethod): PaymentTerm {
  if (term.kind === 'ambiguous') return { kind: method, days: term.days }
  if (term.kind === 'dayOfMonth') return { ...term, after: withMethod(term.after, method) }
  if (term.kind !== 'instalments') return term
  return { ...term, parts: term.parts.map((part) => ({ ...part, term: withMethod(part.term, method) })) }
}

/** Whether a person must say the method before any due date can be computed. */
export function isAmbiguous(term: PaymentTerm): boolean {
  if (term.kind === 'dayOfMonth') return isAmbiguous(term.after)
  if (term.kind === 'instalments') return term.parts.some((part) => isAmbiguous(part.term))
  return term.kind === 'ambiguous'
}

/** One due line to be. */
export interface DueLine {
  readonly amount: Money
  readonly dueDate: CalendarDate
}

/**
 * The due lines of an invoice, in the order of its schedule: each part rounded half up, the last one taking the rest,
 * so the odd cent is the last part's. Parts of nothing are left out; an invoice of zero keeps one line. Undefined for
 * an ambiguous term.
 */
export function openItemsFor(total: Money, term: PaymentTerm, issueDate: CalendarDate): DueLine[] | undefined {
  const last = dueDate(term, issueDate)
  if (last === undefined) return undefined
  if (term.kind !== 'instalments' || total.amount === 0) return [{ amount: total, dueDate: last }]
  const weights = term.parts.map((part) => part.weight)
  return splitLastTakesRest(total, weights).flatMap((amount, index) => {
    const part = term.parts[index]
    const due = part && dueDate(part.term, issueDate)
    return due === undefined || amount.amount === 0 ? [] : [{ amount, dueDate: due }]
  })
}
