import { addDays, type CalendarDate, maxDate } from '../calendar/calendar-date.ts'
import { isTooFar } from './furthest-day.ts'

/** More time, as it is asked for: up to a day, or a number of days. */
export type AskedDelay = { readonly until: CalendarDate } | { readonly days: number }

/**
 * The day up to which nothing is asked. Days count from the due date, or from today once it is past: whoever gives ten
 * days on the phone means ten days from now.
 */
export const delayedUntil = (asked: AskedDelay, dueDate: CalendarDate, today: CalendarDate): CalendarDate =>
  'until' in asked ? asked.until : addDays(maxDate(dueDate, today), asked.days)

export type DelayRefusal = 'notLater' | 'past' | 'tooFar' | 'grantedBefore'

/** Why this delay cannot be granted; null when it can. A second one for the same invoice is a director's to give. */
export function refusalOf(
  until: CalendarDate,
  facts: { readonly dueDate: CalendarDate; readonly today: CalendarDate; readonly grantedBefore: boolean },
  byDirector: boolean,
): DelayRefusal | null {
  if (until < facts.today) return 'past'
  if (until <= facts.dueDate) return 'notLater'
  if (isTooFar('delay', until, maxDate(facts.dueDate, facts.today))) return 'tooFar'
  return facts.grantedBefore && !byDirector ? 'grantedBefore' : null
}
