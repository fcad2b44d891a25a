import { type CalendarDate, daysBetween } from '../calendar/calendar-date.ts'

/** A due line that was settled by payment. */
export interface PaidLine {
  readonly dueDate: CalendarDate
  /** The day nothing was left of it. */
  readonly paidOn: CalendarDate
}

/** How a customer usually pays. */
export interface Habit {
  readonly lines: number
  /** Days after the due date; negative: before it; null: nothing was paid. */
  readonly typicalDays: number | null
}

/**
 * The median of the days after the due date, every line counting once whatever its amount: when somebody pays is a habit
 * of their accounts, not of their sums, and one forgotten invoice among few does not make a slow payer. Of an even number
 * the middle of the two middle ones, its half day given to the customer.
 */
export function habitOf(paid: readonly PaidLine[]): Habit {
  const days = paid.map(({ dueDate, paidOn }) => daysBetween(dueDate, paidOn)).toSorted((a, b) => a - b)
  const above = days[days.length >> 1]
  const below = days[(days.length - 1) >> 1]
  if (above === undefined || below === undefined) return { lines: 0, typicalDays: null }
  return { lines: days.length, typicalDays: Math.floor((below + above) / 2) }
}
