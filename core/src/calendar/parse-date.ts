import { addDays, asDate, type CalendarDate, dateOf, dayExists } from './calendar-date.ts'
import { monthNamed, plainLetters, withoutDayName } from './month-names.ts'

export type ParsedDate =
  | { readonly ok: true; readonly date: CalendarDate }
  | { readonly ok: false; readonly reason: DateRefusal }

/** `tooFar`: a year before 1900 or after 2199, which in a file of invoices is a typing error. */
export type DateRefusal = 'empty' | 'notADate' | 'doesNotExist' | 'ambiguous' | 'tooFar'

export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/**
 * Reads a day as files write it. `order` says which number comes first where the text does not (03/04/2026); in
 * `auto` such a text is `ambiguous`. It is obeyed, not bent: 04/13/2026 read `dmy` does not exist. A year of four
 * digits in front is always year-month-day. Two digits: 00 to 79 are 2000 to 2079, 80 to 99 are 1980 to 1999.
 * A time after the day is dropped.
 */
export function parseDate(text: string, order: DateOrder | 'auto'): ParsedDate {
  const trimmed = text.trim()
  if (trimmed === '') return refused('empty')
  const { day, hangsOnZone } = withoutTime(trimmed)
  const written = readNumbers(day) ?? readNamedMonth(day)
  if (!written) return refused('notADate')
  return hangsOnZone ? refused('ambiguous') : decide(written, order)
}

/**
 * The day of a number cell in a workbook of the 1900 date system: 1 is 1900-01-01, 61 is 1900-03-01. Number 60 is
 * the 29 February 1900 that spreadsheets believe in: it does not exist. The fraction is the time, dropped.
 * In a workbook of the 1904 system, add 1462 to the number first.
 */
export function fromExcelSerial(serial: number): ParsedDate {
  if (!Number.isFinite(serial) || serial < 1) return refused('notADate')
  const days = Math.floor(serial)
  if (days === 60) return refused('doesNotExist')
  if (days > lastSerial) return refused('tooFar')
  return { ok: true, date: addDays(asDate('1899-12-31'), days < 60 ? days : days - 1) }
}

/** 2199-12-31. */
const lastSerial = 109_574

/**
 * The order of a column, from its values: 13 in first place proves `dmy`, in second place `mdy`. `ambiguous`: all fit
 * both (the caller picks, `dmy` in France); `mixed`: some prove one, some the other. A column where nothing hangs on
 * the order (years in front, months in letters) is `ymd`. Values that are no date are left to `parseDate` to refuse.
 */
export function detectDateOrder(samples: Iterable<string>): DateOrder | 'ambiguous' | 'mixed' {
  let possible: readonly DateOrder[] = orders
  let asked = false
  for (const sample of samples) {
    const written = readNumbers(withoutTime(sample.trim()).day)
    const fitting = written?.kind === 'open' ? orders.filter((order) => read(written, order).ok) : []
    if (fitting.length === 0) continue
    asked = true
    possible = possible.filter((order) => fitting.includes(order))
  }
  if (!asked) return 'ymd'
  return possible.includes('dmy') && possible.includes('mdy') ? 'ambiguous' : (possible[0] ?? 'mixed')
}

/** In the order of preference where two-digit years leave several: 24/05/11 is the 24 May before it is 2024. */
const orders: readonly DateOrder[] = ['dmy', 'mdy', 'ymd']

/** What the text says before any order is chosen: a full day, or three numbers. */
type Written =
  | { readonly kind: 'day'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: 'open'; readonly numbers: readonly [number, number, number]; readonly shortYear: boolean }

const refused = (reason: DateRefusal): ParsedDate => ({ ok: false, reason })

function decide(written: Written, order: DateOrder | 'auto'): ParsedDate {
  if (written.kind === 'day') return existing(written.year, written.month, written.day)
  // Four digits at the end are the year, whatever the column: only which of the others is the month can be open.
  if (order !== 'auto' && (order !== 'ymd' || written.shortYear)) return read(written, order)
  const [dayFirst, monthFirst] = [read(written, 'dmy'), read(written, 'mdy')]
  if (dayFirst.ok && monthFirst.ok && dayFirst.date !== monthFirst.date) return refused('ambiguous')
  return dayFirst.ok || !monthFirst.ok ? dayFirst : monthFirst
}

function read({ numbers: [a, b, c], shortYear }: Written & { kind: 'open' }, order: DateOrder): ParsedDate {
  if (order === 'ymd') return shortYear ? existing(fullYear(a), b, c) : refused('notADate')
  const year = shortYear ? fullYear(c) : c
  return order === 'dmy' ? existing(year, b, a) : existing(year, a, b)
}

const fullYear = (twoDigits: number): number => twoDigits + (twoDigits < 80 ? 2000 : 1900)

const isPlausibleYear = (year: number): boolean => year >= 1900 && year <= 2199

function existing(year: number, month: number, day: number): ParsedDate {
  if (!isPlausibleYear(year)) return refused('tooFar')
  return dayExists({ year, month, day }) ? { ok: true, date: dateOf({ year, month, day }) } : refused('doesNotExist')
}

const clock = /^(.+?)(?:T|,?\s+)(\d{1,2}):\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[AP]M)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i

/**
 * The day before a clock time. `2026-11-22T23:00:00Z` is how software that lost its time zone writes the 23rd in
 * Paris: late in the evening of Greenwich the written day is not to be believed.
 */
function withoutTime(text: string): { day: string; hangsOnZone: boolean } {
  const match = text.length <= longestDate ? clock.exec(text) : null
  if (!match) return { day: text, hangsOnZone: false }
  const [, day = '', hour = '', zone = ''] = match
  return { day, hangsOnZone: /^(?:Z|UTC|[+-]00:?00)$/i.test(zone) && Number(hour) >= 22 }
}

const longestDate = 60

function readNumbers(text: string): Written | undefined {
  const compact = /^(\d{8})(?:\.0+)?$/.exec(text)?.[1]
  if (compact) return readEightDigits(compact)
  const match = /^(\d{1,4})([-/. ])(\d{1,2})\2(\d{4}|\d{1,2})$/.exec(text)
  if (!match) return undefined
  const [, first = '', , second = '', third = ''] = match
  const [a, b, c] = [Number(first), Number(second), Number(third)]
  if (first.length === 4) return third.length <= 2 ? { kind: 'day', year: a, month: b, day: c } : undefined
  if (first.length === 3 || third.length === 1) return undefined
  return { kind: 'open', numbers: [a, b, c], shortYear: third.length === 2 }
}

/** 20261123, or 23112026: both at once is not possible, no month being 19 to 21. */
function readEightDigits(text: string): Written {
  const part = (from: number, to: number) => Number(text.slice(from, to))
  return isPlausibleYear(part(4, 8))
    ? { kind: 'open', numbers: [part(0, 2), part(2, 4), part(4, 8)], shortYear: false }
    : { kind: 'day', year: part(0, 4), month: part(4, 6), day: part(6, 8) }
}

/** « lundi 1er mai 2026 », "May 1st, 2026", "24-May-11", "2026-May-01". */
function readNamedMonth(text: string): Written | undefined {
  if (text.length > longestDate) return undefined
  const spaced = plainLetters(text)
    .replace(/(\d)(?:er|st|nd|rd|th)\b/g, '$1')
    .replace(/(\d)(?=[a-z])|([a-z])(?=\d)/g, '$1$2 ')
    .replace(/[-/.,\s]+/g, ' ')
    .trim()
  const words = withoutDayName(spaced).split(' ')
  const at = words.findIndex((word) => monthNamed(word) !== undefined)
  const month = monthNamed(words[at] ?? '')
  const [first = '', second = ''] = words.toSpliced(at, 1)
  if (month === undefined || words.length !== 3) return undefined
  const yearFirst = at === 1 && /^\d{4}$/.test(first)
  const [day, year] = yearFirst ? [second, first] : [first, second]
  if (at === 2 || !/^\d{1,2}$/.test(day) || !/^(?:\d{2}|\d{4})$/.test(year)) return undefined
  return { kind: 'day', year: year.length === 2 ? fullYear(Number(year)) : Number(year), month, day: Number(day) }
}
