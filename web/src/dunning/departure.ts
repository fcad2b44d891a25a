import { type CalendarDate, daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import { dayInZone } from '@quittance/core/calendar/zone-day.ts'

export interface Departure {
  readonly on: CalendarDate
  readonly isToday: boolean
  /** Whole minutes from now; null when it is not worth counting: another day, passed, or more than half a day away. */
  readonly inMinutes: number | null
}

const minute = 60_000

/** When messages leave, told against the organisation's own day; `at` is an ISO instant, `now` ms since 1970. */
export function departureOf(at: string, now: number, place: { today: CalendarDate; timeZone: string }): Departure {
  const on = dayInZone(Date.parse(at), place.timeZone)
  const isToday = daysBetween(place.today, on) === 0
  const minutes = Math.ceil((Date.parse(at) - now) / minute)
  return { on, isToday, inMinutes: isToday && minutes > 0 && minutes <= 720 ? minutes : null }
}
