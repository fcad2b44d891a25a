import { addDays, asDate, type CalendarDate, dayOfWeek } from '@quittance/core/calendar/calendar-date.ts'
import type { ContactCounts } from './simulation-api.ts'

interface Day extends ContactCounts {
  readonly on: string
  readonly real: ContactCounts
}

/** Seven days from a Monday on, with what they would have brought and what they did. */
export interface Week extends ContactCounts {
  readonly from: CalendarDate
  /** Its Sunday. */
  readonly until: CalendarDate
  readonly real: number
}

const noContact: ContactCounts = { emails: 0, texts: 0, calls: 0, letters: 0, decisions: 0 }
const kinds = ['emails', 'texts', 'calls', 'letters', 'decisions'] as const

/** Every contact of a day, a week or a year. */
export const totalOf = (counts: ContactCounts): number => kinds.reduce((sum, kind) => sum + counts[kind], 0)

export function sumOf(all: readonly ContactCounts[]): ContactCounts {
  const sum = { ...noContact }
  for (const one of all) for (const kind of kinds) sum[kind] += one[kind]
  return sum
}

/** Every week between two days (the second not included), in order, also those in which nothing happens. */
export function weeksBetween(from: CalendarDate, until: CalendarDate, days: readonly Day[]): Week[] {
  const byWeek = new Map<CalendarDate, Day[]>()
  for (const day of days) {
    const monday = mondayOf(asDate(day.on))
    byWeek.set(monday, [...(byWeek.get(monday) ?? []), day])
  }
  const weeks: Week[] = []
  for (let monday = mondayOf(from); monday < until; monday = addDays(monday, 7)) {
    const own = byWeek.get(monday) ?? []
    const real = totalOf(sumOf(own.map((day) => day.real)))
    weeks.push({ from: monday, until: addDays(monday, 6), ...sumOf(own), real })
  }
  return weeks
}

const mondayOf = (day: CalendarDate): CalendarDate => addDays(day, 1 - dayOfWeek(day))
