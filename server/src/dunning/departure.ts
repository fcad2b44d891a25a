import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { isWorkingDay, nextWorkingDay } from '@quittance/core/calendar/working-days.ts'
import { dayInZone, minutesInZone } from '@quittance/core/calendar/zone-day.ts'

/** When messages of an organisation may leave: on working days, minutes after midnight on its own clocks. */
export interface SendingHours {
  readonly timeZone: string
  readonly fromMinute: number
  readonly toMinute: number
  readonly departureMinute: number
  /** Between what lets a message go and its earliest departure: the time to take it back. */
  readonly recallMinutes: number
  readonly alsaceMoselle: boolean
  /** Of a message whose scenario goes on every day: week-ends and public holidays too. */
  readonly everyDay?: boolean
}

const minute = 60_000

/** The instant (ms since 1970) at which that zone's clocks show `minutes` after midnight on `day`. */
export function instantOf(day: CalendarDate, minutes: number, timeZone: string): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minutes * minute
  // Two rounds: the offset is read at the guess, and again where the first correction lands (change of clocks).
  let guess = asUtc
  for (let round = 0; round < 2; round += 1) {
    const shownDay = Date.parse(`${dayInZone(guess, timeZone)}T00:00:00Z`)
    guess += asUtc - (shownDay + minutesInZone(guess, timeZone) * minute)
  }
  return guess
}

/**
 * When a message let go at `nowMs` leaves: at the departure time of the day, later when the time to take it back is not
 * over by then, on the next working day when the hours close meanwhile.
 */
export function departureAfter(nowMs: number, hours: SendingHours): number {
  const today = dayInZone(nowMs, hours.timeZone)
  if (isWorkingDay(today, hours)) {
    const departure = instantOf(today, hours.departureMinute, hours.timeZone)
    const soonest = soonestAfter(nowMs, hours)
    if (soonest <= departure) return departure
    const opens = instantOf(today, hours.fromMinute, hours.timeZone)
    const leaves = Math.max(soonest, opens)
    if (leaves < instantOf(today, hours.toMinute, hours.timeZone)) return leaves
  }
  return instantOf(nextWorkingDay(today, hours), hours.departureMinute, hours.timeZone)
}

/** The instant until which what is let go at `nowMs` can be taken back. */
export const soonestAfter = (nowMs: number, { recallMinutes }: Pick<SendingHours, 'recallMinutes'>): number =>
  nowMs + recallMinutes * minute

/** May something leave at this instant? */
export function isOpenAt(nowMs: number, hours: SendingHours): boolean {
  const now = minutesInZone(nowMs, hours.timeZone)
  return isWorkingDay(dayInZone(nowMs, hours.timeZone), hours) && now >= hours.fromMinute && now < hours.toMinute
}
