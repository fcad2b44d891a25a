import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { dayInZone } from '@quittance/core/calendar/zone-day.ts'

/** The one place that knows what time it is. Milliseconds since 1970. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that stands still, for tests and for `--on DATE`. */
export const fixedClock = (at: Date | number | string): Clock => {
  const instant = new Date(at).getTime()
  return { now: () => instant }
}

/** The day it is for an organisation; `timeZone` is its own (Europe/Paris). */
export const today = (clock: Clock, timeZone: string): CalendarDate => dayInZone(clock.now(), timeZone)
