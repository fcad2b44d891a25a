import { assert } from '../money/assert.ts'
import { asDate, type CalendarDate } from './calendar-date.ts'

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  clocks.set(timeZone, made)
  return made
}

function readClock(instantMs: number, timeZone: string): Map<string, string> {
  assert(Number.isFinite(instantMs), `${instantMs} is not an instant in milliseconds`)
  return new Map(
    clockOf(timeZone)
      .formatToParts(instantMs)
      .map(({ type, value }) => [type, value]),
  )
}

/** The day on the calendars of that IANA zone ("Europe/Paris") at that instant (ms since 1970, UTC); throws RangeError for an unknown zone. */
export function dayInZone(instantMs: number, timeZone: string): CalendarDate {
  const clock = readClock(instantMs, timeZone)
  return asDate(`${clock.get('year')?.padStart(4, '0')}-${clock.get('month')}-${clock.get('day')}`)
}

/** Minutes after midnight (0 to 1439) on the clocks of that zone: what sending hours are compared with. */
export function minutesInZone(instantMs: number, timeZone: string): number {
  const clock = readClock(instantMs, timeZone)
  return Number(clock.get('hour')) * 60 + Number(clock.get('minute'))
}
