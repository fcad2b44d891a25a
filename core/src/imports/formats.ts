import { daysBetween } from '../calendar/calendar-date.ts'
import { type DateOrder, detectDateOrder, parseDate } from '../calendar/parse-date.ts'
import type { Currency } from '../money/money.ts'
import { type DecimalMark, detectDecimal } from '../money/parse-amount.ts'
import { withoutSide } from './cell-words.ts'
import { type Field, type Mapping, shapeOf } from './fields.ts'

/** How the cells of one file are read; shown, and correctable before the import. */
export interface Formats {
  readonly decimal: DecimalMark | 'auto'
  readonly dateOrder: DateOrder
  /** Of amounts that name none. */
  readonly currency: Currency
  /** Number cells of a workbook: a third decimal comes from a formula and is rounded, never a thousands mark. */
  readonly typedNumbers: boolean
  /** The file numbers nothing: a number is made from what identifies the invoice, the same at each import. */
  readonly makeNumbers: boolean
}

/** The formats found, and whether the values prove them or we had to choose. */
export interface DetectedFormats extends Formats {
  readonly decimalProven: boolean
  readonly dateOrderProven: boolean
}

interface FileFacts {
  readonly mapping: Mapping
  readonly currency: Currency
  readonly typedNumbers: boolean
}

/** Reads the formats off some hundred rows. Where the values leave the date order open, it is day-month-year. */
export function detectFormats(rows: readonly (readonly string[])[], facts: FileFacts): DetectedFormats {
  const valuesOf = (shape: 'amount' | 'date'): string[] =>
    facts.mapping.flatMap((field, column) =>
      field && shapeOf(field) === shape
        ? rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '')
        : [],
    )
  const amounts = valuesOf('amount').map((text) => withoutSide(text).amount)
  // Number cells read one way only; of the amounts typed as text some may prove how the others are meant.
  const found = facts.typedNumbers ? (decimalOf(amounts.filter(isTyped)) ?? 'auto') : decimalOf(amounts)
  const order = detectDateOrder(valuesOf('date'))
  const proven = order !== 'ambiguous' && order !== 'mixed'
  return {
    decimal: found ?? 'auto',
    decimalProven: found !== undefined,
    dateOrder: proven ? order : likelierOrder(rows, facts.mapping),
    dateOrderProven: proven,
    currency: facts.currency,
    typedNumbers: facts.typedNumbers,
    makeNumbers: !facts.mapping.includes('invoiceNumber'),
  }
}

/** Marked as no number cell is: with a comma, or in groups. */
const isTyped = (amount: string): boolean => /[,\s'’]/.test(amount.trim())

/** The mark most values prove: one misspelt amount among hundreds must not leave the file undecided. */
function decimalOf(values: readonly string[]): DecimalMark | undefined {
  const found = detectDecimal(values)
  if (found === 'unknown') return undefined
  if (found !== 'mixed') return found
  const votes = values.map((value) => detectDecimal([value]))
  const commas = votes.filter((vote) => vote === ',').length
  const points = votes.filter((vote) => vote === '.').length
  return commas === points ? undefined : commas > points ? ',' : '.'
}

/** The order under which more rows make sense: dates that exist, and a due date up to half a year after the issue. */
function likelierOrder(rows: readonly (readonly string[])[], mapping: Mapping): DateOrder {
  const sense = (order: DateOrder): number =>
    rows.reduce((sum, row) => {
      const read = (field: Field): ReturnType<typeof parseDate> => parseDate(row[mapping.indexOf(field)] ?? '', order)
      const [issue, due] = [read('issueDate'), read('dueDate')]
      const days = issue.ok && due.ok ? daysBetween(issue.date, due.date) : -1
      return sum + (days >= 0 && days <= 183 ? 2 : 0) + (issue.ok ? 1 : 0) + (due.ok ? 1 : 0)
    }, 0)
  return sense('mdy') > sense('dmy') ? 'mdy' : 'dmy'
}
