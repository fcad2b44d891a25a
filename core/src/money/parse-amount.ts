import { parseCurrency } from './currency.ts'
import { type Currency, largestAmount } from './money.ts'

export type DecimalMark = ',' | '.'

export type ParsedAmount =
  | { readonly ok: true; readonly amount: number; readonly currency?: Currency }
  | { readonly ok: false; readonly reason: AmountRefusal }

export type AmountRefusal = 'empty' | 'notANumber' | 'ambiguous' | 'tooManyDecimals' | 'tooLarge'

/** `decimal` decides only what the text leaves open ("1,234"); `digits` is `minorUnitDigits` of the currency. */
export interface AmountReading {
  readonly decimal?: DecimalMark | 'auto'
  readonly digits: number
}

/**
 * Reads an amount as people and software write it, into the smallest unit, digit by digit (no float). Spaces and
 * apostrophes group thousands, as does whichever of comma and point is not the decimal mark. `currency` is there
 * when the text names one: the caller compares. "1,234" without a hint is `ambiguous`, never guessed.
 */
export function parseAmount(text: string, { decimal = 'auto', digits }: AmountReading): ParsedAmount {
  if (text.trim() === '') return { ok: false, reason: 'empty' }
  const bare = stripSignAndCurrency(text)
  if (!bare) return { ok: false, reason: 'notANumber' }
  const readings = readingsOf(bare.number)
  const reading = readings.length > 1 && decimal !== 'auto' ? readings.find((r) => r.mark === decimal) : readings[0]
  if (!reading) return { ok: false, reason: 'notANumber' }
  if (readings.length > 1 && decimal === 'auto') return { ok: false, reason: 'ambiguous' }
  const amount = smallestUnits(reading, digits)
  if (typeof amount === 'string') return { ok: false, reason: amount }
  const signed = bare.negative && amount !== 0 ? -amount : amount
  return bare.currency ? { ok: true, amount: signed, currency: bare.currency } : { ok: true, amount: signed }
}

/**
 * The amount in a spreadsheet's number cell. Spreadsheets keep 15 significant digits, so the noise of binary
 * fractions beyond them (0.30000000000000004) is dropped; a third decimal of euros is refused, not rounded.
 */
export function parseAmountCell(value: number, digits: number): ParsedAmount {
  if (!Number.isFinite(value)) return { ok: false, reason: 'notANumber' }
  if (Math.abs(value) >= 1e15) return { ok: false, reason: 'tooLarge' }
  return parseAmount(plainDecimal(Number(value.toPrecision(15))), { decimal: '.', digits })
}

/** Numbers below a millionth print as "1e-7": those go out with all their decimals. */
const plainDecimal = (value: number): string => (/e/.test(String(value)) ? value.toFixed(20) : String(value))

/**
 * The decimal mark of a column, from the values that can be read one way only. `mixed`: some prove the comma, some
 * the point; `unknown`: none proves anything (whole numbers, or only "1,234"), so the caller asks or knows.
 */
export function detectDecimal(samples: Iterable<string>): DecimalMark | 'mixed' | 'unknown' {
  let found: DecimalMark | undefined
  for (const sample of samples) {
    const bare = stripSignAndCurrency(sample)
    const readings = bare && /[.,]/.test(bare.number) ? readingsOf(bare.number) : []
    const only = readings.length === 1 ? readings[0] : undefined
    if (!only) continue
    if (found && found !== only.mark) return 'mixed'
    found = only.mark
  }
  return found ?? 'unknown'
}

interface Bare {
  readonly number: string
  readonly negative: boolean
  readonly currency: Currency | undefined
}

/** Longer text is no amount; the limit keeps a hostile cell cheap to refuse. */
const longestAmount = 60

const minus = '[-\\u2010\\u2011\\u2012\\u2013\\u2212\\ufe63\\uff0d]'
const sign = `(?:\\+|${minus})`
const currencyName = '(?:F\\s?CFA|\\p{L}*\\p{Sc}\\p{L}*|\\p{L}+)'
const digitsAndMarks = "[\\d.,][\\d.,'\\u2019\\u02bc\\s]*"
const shape = new RegExp(
  `^(?<open>\\()?\\s*(?<before>${sign})?\\s*(?<prefix>${currencyName})?\\s*(?<inner>${sign})?\\s*(?<number>${digitsAndMarks}?)\\s*` +
    `(?<trail>${minus})?\\s*(?<within>${currencyName})?\\s*(?<close>\\))?\\s*(?<suffix>${currencyName})?\\s*(?<last>${minus})?$`,
  'iu',
)

/** Undefined when what stands around the digits is not one sign and one currency at most. */
function stripSignAndCurrency(text: string): Bare | undefined {
  const trimmed = text.trim()
  const found = trimmed.length <= longestAmount ? shape.exec(trimmed)?.groups : undefined
  if (!found?.number) return undefined
  const { open, close, before, inner, trail, last, prefix, within, suffix } = found
  const names = [prefix, within, suffix].filter((name) => name !== undefined)
  if (Boolean(open) !== Boolean(close) || names.length > 1) return undefined
  const marks = [open, before, inner, trail, last].filter(Boolean)
  if (marks.length > 1) return undefined
  const name = names[0]
  if (name !== undefined && !isCurrencyName(name)) return undefined
  return {
    number: found.number,
    negative: marks.length === 1 && marks[0] !== '+',
    currency: name === undefined ? undefined : parseCurrency(name),
  }
}

const sharedSigns = /^(?:\$|¥|F\s?CFA|F)$/iu

const isCurrencyName = (name: string): boolean => sharedSigns.test(name) || parseCurrency(name) !== undefined

interface NumberReading {
  readonly mark: DecimalMark
  readonly whole: string
  readonly fraction: string
}

const grammarOf = (mark: DecimalMark): RegExp => {
  const group = `[${mark === ',' ? '.' : ','}\\s'\\u2019\\u02bc]`
  return new RegExp(`^(\\d*|[1-9]\\d{0,2}(?<group>${group})\\d{3}(?:\\k<group>\\d{3})*)(?:[${mark}](\\d*))?$`)
}

const grammars = [
  { mark: ',', grammar: grammarOf(',') },
  { mark: '.', grammar: grammarOf('.') },
] as const

/** Every number the text can mean: none, one, or two when the only mark could be either ("1,234"). */
function readingsOf(text: string): NumberReading[] {
  const readings = grammars.flatMap(({ mark, grammar }) => {
    const match = grammar.exec(text)
    if (!match || !/\d/.test(text)) return []
    return [{ mark, whole: (match[1] ?? '').replace(/\D/g, ''), fraction: match[3] ?? '' }]
  })
  const [first, second] = readings
  return first && second && first.whole === second.whole && first.fraction === second.fraction ? [first] : readings
}

function smallestUnits({ whole, fraction }: NumberReading, digits: number): number | AmountRefusal {
  if (/[1-9]/.test(fraction.slice(digits))) return 'tooManyDecimals'
  const amount = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'))
  return amount <= largestAmount ? amount : 'tooLarge'
}
