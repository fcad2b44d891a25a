import { assert } from '../money/assert.ts'

/** A day that exists, as 'YYYY-MM-DD' (years 0001 to 9999): compares as text, fits a SQL `date`, has no time zone. */
export type CalendarDate = string & { readonly __calendarDate: unique symbol }

const isoShape = /^\d{4}-\d{2}-\d{2}$/

/** The day written 'YYYY-MM-DD', or undefined for another shape and for a day that does not exist. */
export function parseIsoDate(text: string): CalendarDate | undefined {
  if (!isoShape.test(text)) return undefined
  const day = digitsAt(text, 8, 2)
  const month = digitsAt(text, 5, 2)
  const year = digitsAt(text, 0, 4)
  return dayExists({ year, month, day }) ? (text as CalendarDate) : undefined
}

/** As `parseIsoDate`, for text that can only be a date: throws otherwise. */
export function asDate(text: string): CalendarDate {
  const date = parseIsoDate(text)
  assert(date !== undefined, `"${text}" is not a day written YYYY-MM-DD`)
  return date
}

/** Year, month 1 to 12, day of the month. */
export interface CivilDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

export const dayExists = ({ year, month, day }: CivilDay): boolean =>
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

/** Throws on a day that does not exist. */
export function dateOf(civil: CivilDay): CalendarDate {
  assert(dayExists(civil), `${civil.year}-${civil.month}-${civil.day} is not a day of the calendar`)
  return writeDate(civil.year, civil.month, civil.day)
}

export const civilOf = (date: CalendarDate): CivilDay => ({
  year: digitsAt(date, 0, 4),
  month: digitsAt(date, 5, 2),
  day: digitsAt(date, 8, 2),
})

/** `b - a` in days: positive when `b` is later. Days late at `t` = `daysBetween(due, t)` where positive. */
export const daysBetween = (a: CalendarDate, b: CalendarDate): number => dayNumber(b) - dayNumber(a)

/** `days` may be negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  assert(Number.isSafeInteger(days), `${days} is not a whole number of days`)
  return dateOfDayNumber(dayNumber(date) + days)
}

/** Same day of the month `months` later, or the last day of a shorter month: 31 January + 1 is 28 or 29 February. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  assert(Number.isSafeInteger(months), `${months} is not a whole number of months`)
  const from = civilOf(date)
  const index = from.year * 12 + (from.month - 1) + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return dateOf({ year, month, day: Math.min(from.day, daysInMonth(year, month)) })
}

export function endOfMonth(date: CalendarDate): CalendarDate {
  const { year, month } = civilOf(date)
  return writeDate(year, month, daysInMonth(year, month))
}

export const isBefore = (a: CalendarDate, b: CalendarDate): boolean => a < b

export const isAfter = (a: CalendarDate, b: CalendarDate): boolean => a > b

/** The later of the two. */
export const maxDate = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? b : a)

/** The earlier of the two. */
export const minDate = (a: CalendarDate, b: CalendarDate): CalendarDate => (b < a ? b : a)

/** Negative, zero or positive, as `sort` wants it: earliest first. */
export const compare = (a: CalendarDate, b: CalendarDate): number => (a < b ? -1 : a > b ? 1 : 0)

/** ISO 8601: Monday is 1, Sunday is 7. */
export function dayOfWeek(date: CalendarDate): number {
  const sinceMonday = (dayNumber(date) + 3) % 7
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
}

/** Days since 1970-01-01, negative before. The era of 400 years makes it integer arithmetic only. */
export function dayNumber(date: CalendarDate): number {
  const month = digitsAt(date, 5, 2)
  const year = digitsAt(date, 0, 4) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + digitsAt(date, 8, 2) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The days from 1970 to 2134 that were asked for, by their number: the same few thousand, again and again. */
const known: CalendarDate[] = []
const mostKnown = 60_000

/** The way back from `dayNumber`; throws outside the years 0001 to 9999. */
export function dateOfDayNumber(number: number): CalendarDate {
  if (number < 0 || number > mostKnown) return reckoned(number)
  const date = known[number] ?? reckoned(number)
  known[number] = date
  return date
}

function reckoned(number: number): CalendarDate {
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  assert(year >= 1 && year <= 9999, `day ${number} lies outside the years 0001 to 9999`)
  return writeDate(year, month, day)
}

function digitsAt(text: string, start: number, length: number): number {
  let value = 0
  for (let i = start; i < start + length; i++) value = value * 10 + text.charCodeAt(i) - 48
  return value
}

const writeDate = (year: number, month: number, day: number): CalendarDate =>
  `${year < 1000 ? String(year).padStart(4, '0') : year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as CalendarDate
