import type { CalendarDate } from '../calendar/calendar-date.ts'
import { dueDate, type SingleTerm } from './payment-terms.ts'

/** What an invoice said: the day it was issued, the day it fell due. */
export interface StatedDue {
  readonly issuedOn: CalendarDate
  readonly dueOn: CalendarDate
}

const usualDays = [0, 7, 8, 10, 14, 15, 20, 21, 30, 45, 60, 90]

/** Terms in use, the plainest first. */
const usual: readonly SingleTerm[] = [
  ...usualDays.map((days): SingleTerm => ({ kind: 'net', days })),
  ...[0, 10, 15, 30, 45, 60].map((days): SingleTerm => ({ kind: 'eomThen', days })),
  ...[30, 45, 60].map((days): SingleTerm => ({ kind: 'eomAfter', days })),
  ...[30, 45].flatMap((days) =>
    [10, 15].map((day): SingleTerm => ({ kind: 'dayOfMonth', day, after: { kind: 'eomAfter', days } })),
  ),
]

/** Invoices that must agree, at least. */
const enough = 2

/**
 * The one usual term that all these invoices follow; null where there are too few, they differ, or several terms would do
 * and would give other days to other invoices (two invoices of one day prove nothing about the end of a month).
 */
export function learnTerm(stated: readonly StatedDue[]): SingleTerm | null {
  const days = new Set(stated.map(({ issuedOn }) => issuedOn))
  if (days.size < enough) return null
  const fitting = usual.filter((term) => stated.every(({ issuedOn, dueOn }) => dueDate(term, issuedOn) === dueOn))
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}
