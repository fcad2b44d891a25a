import { addDays, addMonths, type CalendarDate, civilOf, daysBetween } from './calendar-date.ts'
import { plainLetters } from './month-names.ts'
import { type ParsedDate, parseDate } from './parse-date.ts'

/**
 * `toward` settles a day typed without its year or month: a payment was made in the `past`, a promise lies in the
 * `future`; today counts as both. `nearest` takes the closer one, the past when equal.
 */
export interface TypedDateContext {
  readonly today: CalendarDate
  readonly toward?: 'past' | 'future' | 'nearest'
}

/**
 * Reads what a person types in a date field, day first: 22/11, 22112026, 221126, 22/11/26, 22 nov, 15, +7j, -3,
 * +2 semaines, +1m, auj, hier, demain and their English words, and all that `parseDate` reads.
 */
export function parseTypedDate(text: string, { today, toward = 'nearest' }: TypedDateContext): ParsedDate {
  const typed = plainLetters(text).replace(/[’']/g, '').trim()
  const named = namedDays.get(typed)
  if (named !== undefined) return { ok: true, date: addDays(today, named) }
  const shifted = shift(typed, today)
  if (shifted) return { ok: true, date: shifted }
  const candidates = withMissingParts(typed, today)
  return candidates ? closest(candidates, today, toward) : parseDate(withSeparators(typed), 'dmy')
}

const namedDays = new Map([
  ...['auj', 'aujourdhui', 'ajd', 'today', 'tod'].map((word): [string, number] => [word, 0]),
  ...['hier', 'yesterday'].map((word): [string, number] => [word, -1]),
  ...['demain', 'tomorrow', 'tom'].map((word): [string, number] => [word, 1]),
])

/** Five digits and more are a slip of the hand, not a shift. */
const shiftShape = /^([-+−–])\s*(\d{1,4})\s*(?:(j|jours?|d|days?)|(s|semaines?|w|weeks?)|(m|mois|months?))?$/

function shift(typed: string, today: CalendarDate): CalendarDate | undefined {
  const match = shiftShape.exec(typed)
  if (!match) return undefined
  const count = Number(match[2]) * (match[1] === '+' ? 1 : -1)
  if (match[5] !== undefined) return addMonths(today, count)
  return addDays(today, match[4] === undefined ? count : count * 7)
}

const withSeparators = (typed: string): string =>
  /^\d{6}$/.test(typed) ? `${typed.slice(0, 2)}/${typed.slice(2, 4)}/${typed.slice(4)}` : typed

/** The days that « 15 », « 22/11 », « 2211 » or « 22 nov » can mean around today; undefined when nothing is missing. */
function withMissingParts(typed: string, today: CalendarDate): ParsedDate[] | undefined {
  const { year, month } = civilOf(today)
  if (/^\d{1,2}$/.test(typed))
    return [-2, -1, 0, 1, 2].map((step) => {
      const index = year * 12 + month - 1 + step
      return parseDate(`${typed}/${(index % 12) + 1}/${Math.floor(index / 12)}`, 'dmy')
    })
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})$/.exec(typed) ?? /^(\d{2})(\d{2})$/.exec(typed)
  const dayAndMonth = numbers
    ? `${numbers[1]}/${numbers[2]}/`
    : /^\d{1,2}(?:er)? ?\p{L}+\.?$/u.test(typed) && `${typed} `
  return dayAndMonth ? [year - 1, year, year + 1].map((each) => parseDate(dayAndMonth + each, 'dmy')) : undefined
}

function closest(
  candidates: readonly ParsedDate[],
  today: CalendarDate,
  toward: 'past' | 'future' | 'nearest',
): ParsedDate {
  const days = candidates.flatMap((candidate) => (candidate.ok ? [candidate.date] : []))
  const allowed = days.filter((day) => toward === 'nearest' || (toward === 'past' ? day <= today : day >= today))
  const distance = (day: CalendarDate) => Math.abs(daysBetween(today, day))
  const [best] = allowed.toSorted((a, b) => distance(a) - distance(b) || (a < b ? -1 : 1))
  return best ? { ok: true, date: best } : (candidates.find((candidate) => !candidate.ok) ?? notThere)
}

const notThere: ParsedDate = { ok: false, reason: 'doesNotExist' }
