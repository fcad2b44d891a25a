import {
  addDays,
  type CalendarDate,
  civilOf,
  dateOf,
  dayNumber,
  dayOfWeek,
  daysInMonth,
  isBefore,
} from '../calendar/calendar-date.ts'
import { type WorkingDayRules, workingDayFrom } from '../calendar/working-days.ts'

/** Every so many weeks on a weekday (1 is Monday, 5 Friday), or every so many months on a day of the month. */
export type Recurrence = { readonly startsOn: CalendarDate; readonly every: number } & (
  | { readonly unit: 'week'; readonly weekday: number }
  | { readonly unit: 'month'; readonly monthDay: number }
)

/** One time it comes back: the day the rule names, and the working day on which it is to be done. */
export interface Occurrence {
  readonly day: CalendarDate
  readonly dueOn: CalendarDate
}

/** The day of the rule that a holiday or a week-end moves to the working day after it. */
export const occurrenceOn = (day: CalendarDate, rules: WorkingDayRules = {}): Occurrence => ({
  day,
  dueOn: workingDayFrom(day, rules),
})

/**
 * The time to make when none is open: the first after `last` (the first of all when null), and never one that a later
 * time has already overtaken, so that a machine that slept for weeks wakes up to one task and not to many.
 */
export function nextOccurrence(
  recurrence: Recurrence,
  last: CalendarDate | null,
  today: CalendarDate,
  rules: WorkingDayRules = {},
): Occurrence {
  let next = occurrenceOn(firstDayFrom(recurrence, last === null ? recurrence.startsOn : addDays(last, 1)), rules)
  for (;;) {
    const after = occurrenceOn(firstDayFrom(recurrence, addDays(next.day, 1)), rules)
    if (isBefore(today, after.dueOn)) return next
    next = after
  }
}

/** The day has come for a later time than the one that is still open: it takes its place. Null while it has not. */
export function overtaking(
  recurrence: Recurrence,
  open: CalendarDate,
  today: CalendarDate,
  rules: WorkingDayRules = {},
): Occurrence | null {
  const next = nextOccurrence(recurrence, open, today, rules)
  return isBefore(today, next.dueOn) ? null : next
}

/** The first day the rule names on or after `from`, and not before it starts. */
function firstDayFrom(recurrence: Recurrence, from: CalendarDate): CalendarDate {
  const start = isBefore(from, recurrence.startsOn) ? recurrence.startsOn : from
  return recurrence.unit === 'week' ? firstWeekdayFrom(recurrence, start) : firstMonthDayFrom(recurrence, start)
}

function firstWeekdayFrom(
  { startsOn, every, weekday }: Extract<Recurrence, { unit: 'week' }>,
  from: CalendarDate,
): CalendarDate {
  const first = addDays(startsOn, (weekday - dayOfWeek(startsOn) + 7) % 7)
  const span = 7 * every
  const passed = Math.max(0, Math.ceil((dayNumber(from) - dayNumber(first)) / span))
  return addDays(first, passed * span)
}

function firstMonthDayFrom(
  { startsOn, every, monthDay }: Extract<Recurrence, { unit: 'month' }>,
  from: CalendarDate,
): CalendarDate {
  const first = monthsOf(startsOn)
  const start = isBefore(dayOfMonth(first, monthDay), startsOn) ? first + 1 : first
  const passed = Math.max(0, Math.floor((monthsOf(from) - start) / every))
  const day = dayOfMonth(start + passed * every, monthDay)
  return isBefore(day, from) ? dayOfMonth(start + (passed + 1) * every, monthDay) : day
}

const monthsOf = (date: CalendarDate): number => {
  const { year, month } = civilOf(date)
  return year * 12 + month - 1
}

/** A month that has no 31st is visited on its last day. */
function dayOfMonth(months: number, wanted: number): CalendarDate {
  const year = Math.floor(months / 12)
  const month = (months % 12) + 1
  return dateOf({ year, month, day: Math.min(wanted, daysInMonth(year, month)) })
}
