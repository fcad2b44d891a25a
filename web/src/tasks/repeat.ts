import { addDays, asDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'

/** How a task comes back: on a weekday of every so many weeks (1 is Monday), or a day of every so many months. */
export interface Repeat {
  readonly unit: 'week' | 'month'
  readonly every: number
  readonly weekday: number | null
  readonly monthDay: number | null
}

/** « lundi », "Monday". */
export function weekdayName(weekday: number, language: Language): string {
  const monday = asDate('2026-11-23')
  const day = new Date(`${addDays(monday, weekday - 1)}T12:00:00Z`)
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(day)
}
