import { addDays, type CalendarDate, daysInMonth } from '../calendar/calendar-date.ts'
import { type DateOrder, parseDate } from '../calendar/parse-date.ts'
import { decimalText } from '../money/format-money.ts'
import { type Currency, money } from '../money/money.ts'
import { type DecimalMark, parseAmount } from '../money/parse-amount.ts'

/** « 1 248,00 » or "1248.00": as one would type it into that file. */
export function amountText(amount: number, currency: Currency, decimal: DecimalMark | 'auto'): string {
  const plain = decimalText(money(amount, currency))
  if (decimal === '.') return plain
  const [whole = '', fraction] = plain.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ' ')
  return fraction === undefined ? grouped : `${grouped},${fraction}`
}

const lettersForDigits: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  l: '1',
  I: '1',
  i: '1',
  S: '5',
  B: '8',
  Z: '2',
}

/** Letters typed for digits put right, and « 1.248,00 » with any marks: the amount meant, if there is one. */
export function amountMeant(text: string, decimal: DecimalMark | 'auto', digits: number): number | undefined {
  if (!/\d/.test(text)) return undefined
  const repaired = text
    .replace(/[OoQlIiSBZ](?=[\d\s.,OoQlIiSBZ]*$)/g, (letter) => lettersForDigits[letter] ?? letter)
    .trim()
  const attempts = [
    repaired,
    repaired.replace(/[^\d.,\s-]/g, ''),
    repaired.replace(/^[^\d-]+/, ''),
    repaired.replace(/([.,])+/g, '$1'),
    repaired.replace(/[.,]$/, ''),
  ]
  for (const attempt of attempts) {
    const read = parseAmount(attempt, { decimal, digits })
    if (read.ok) return read.amount
  }
  return undefined
}

/** The amount written with too many decimals, rounded half away from zero to the smallest unit. */
export function roundedAmount(text: string, decimal: DecimalMark | 'auto', digits: number): number | undefined {
  const spare = 4
  const cut = text.replace(/([.,]\d+)(?=\D*$)/, (fraction) => fraction.slice(0, 1 + digits + spare))
  const read = parseAmount(cut, { decimal, digits: digits + spare })
  return read.ok ? scaleDown(read.amount, spare) : undefined
}

/** Digits after the last mark. */
export const decimalsWritten = (text: string): number => /[.,](\d+)\D*$/.exec(text)?.[1]?.length ?? 0

function scaleDown(amount: number, places: number): number {
  const divisor = 10 ** places
  const whole = Math.floor((Math.abs(amount) + divisor / 2) / divisor)
  return amount < 0 ? -whole : whole
}

/** A day near the impossible one: letters for digits, day and month exchanged, or the last day of that month. */
export function dayMeant(text: string, order: DateOrder): CalendarDate | undefined {
  const repaired = text.replace(/[OoQlIi](?=[\d/.\-\sOoQlIi]*$)/g, (letter) => lettersForDigits[letter] ?? letter)
  const read = parseDate(repaired, order)
  if (read.ok) return read.date
  const exchanged = order === 'ymd' ? read : parseDate(repaired, order === 'dmy' ? 'mdy' : 'dmy')
  if (exchanged.ok) return exchanged.date
  return lastDayOfThatMonth(repaired, order)
}

function lastDayOfThatMonth(text: string, order: DateOrder): CalendarDate | undefined {
  const parts = /^\s*(\d{1,4})[/.\-\s](\d{1,2})[/.\-\s](\d{1,4})/.exec(text)
  if (!parts) return undefined
  const [first = 0, second = 0, third = 0] = parts.slice(1).map(Number)
  const yearFirst = String(parts[1]).length === 4
  const [year, month, day] = yearFirst
    ? [first, second, third]
    : order === 'mdy'
      ? [third, first, second]
      : [third, second, first]
  if (month < 1 || month > 12 || day < 29 || day > 31) return undefined
  const fullYear = year < 100 ? 2000 + year : year
  const last = daysInMonth(fullYear, month)
  const read = parseDate(`${String(fullYear).padStart(4, '0')}-${String(month).padStart(2, '0')}-${last}`, 'ymd')
  return read.ok ? read.date : undefined
}

/** A due date before the issue: the wrong year, or day and month exchanged, if that lands within four months after it. */
export function dueMeant(
  text: string,
  due: CalendarDate,
  issue: CalendarDate,
  order: DateOrder,
): CalendarDate | undefined {
  const sameDayNextYear = parseDate(`${String(Number(due.slice(0, 4)) + 1).padStart(4, '0')}${due.slice(4)}`, 'ymd')
  const exchanged = order === 'ymd' ? sameDayNextYear : parseDate(text, order === 'dmy' ? 'mdy' : 'dmy')
  const latest = addDays(issue, 122)
  return [sameDayNextYear, exchanged]
    .flatMap((read) => (read.ok ? [read.date] : []))
    .find((day) => day >= issue && day <= latest)
}

/** The day as one would type it into that file. */
export function dayText(day: CalendarDate, order: DateOrder): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return order === 'ymd' ? day : order === 'mdy' ? `${month}/${date}/${year}` : `${date}/${month}/${year}`
}
