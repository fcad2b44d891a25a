import { addMonths, type CalendarDate } from '../calendar/calendar-date.ts'

/** Months from today beyond which a date is taken for a slip of the year: nothing would be asked until then. */
const furthestMonths = { promise: 12, delay: 12, plan: 60 } as const

/** Whether a promise, a delay or a date of a payment plan lies further away than anybody means. */
export const isTooFar = (kind: keyof typeof furthestMonths, day: CalendarDate, today: CalendarDate): boolean =>
  day > addMonths(today, furthestMonths[kind])
