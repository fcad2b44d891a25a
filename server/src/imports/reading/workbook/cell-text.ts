import { fromExcelSerial } from '@quittance/core/calendar/parse-date.ts'

/** Characters of a cell at most, three times what spreadsheet programs take: a few bytes may point to one text many times. */
export const longestCell = 100_000

/**
 * A number cell as a plain decimal, with the 15 digits a spreadsheet keeps (no 0.30000000000000004). Never with three
 * decimals: « 1.234 » in a cell of text may be a thousand and more, the number 1.234 is written 1.2340.
 */
export function numberText(value: number): string {
  const kept = Number(value.toPrecision(15))
  const text = String(Object.is(kept, -0) ? 0 : kept)
  const plain = text.includes('e') ? longhand(text) : text
  return /\.\d{3}$/.test(plain) ? `${plain}0` : plain
}

/** "1.5e-7" as 0.00000015 and "1e+21" as its 22 digits. */
function longhand(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? []
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return `${sign}${digits.padEnd(point, '0')}`
}

/** The first day of the calendar of 1904 (0) is this number in the other one. */
const days1904 = 1462

const secondsADay = 86_400

/** A number cell shown as a day: YYYY-MM-DD, with the time where there is one; the number itself where it is no day. */
export function dayText(serial: number, is1904: boolean): string {
  const seconds = Math.round(serial * secondsADay)
  const time = ((seconds % secondsADay) + secondsADay) % secondsADay
  const read = fromExcelSerial((seconds - time) / secondsADay + (is1904 ? days1904 : 0))
  if (!read.ok) return numberText(serial)
  return time === 0 ? read.date : `${read.date} ${clock(time)}`
}

const clock = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
