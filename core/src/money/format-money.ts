import { minorUnitDigits } from './currency.ts'
import type { Currency, Money } from './money.ts'

export type Language = 'fr' | 'en'

/** How a language writes one currency: what stands around, between thousands and before the decimals. */
interface Shape {
  readonly before: string
  readonly after: string
  readonly group: string
  readonly decimal: string
}

const shapes = new Map<string, readonly [positive: Shape, negative: Shape]>()

function shapesFor(language: Language, currency: Currency): readonly [positive: Shape, negative: Shape] {
  const key = language + currency
  const known = shapes.get(key)
  if (known) return known
  // ISO 4217 digits are given outright: the platform's own (CLDR) writes dinars of Iraq and forints without any.
  const digits = minorUnitDigits(currency)
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  const made = [shapeOf(format.formatToParts(1_234_567)), shapeOf(format.formatToParts(-1_234_567))] as const
  shapes.set(key, made)
  return made
}

/** What the platform wrote, once for all amounts: asking it for each one takes longer than the rest of a message. */
function shapeOf(parts: readonly Intl.NumberFormatPart[]): Shape {
  const isDigits = ({ type }: Intl.NumberFormatPart) => ['integer', 'group', 'decimal', 'fraction'].includes(type)
  const first = parts.findIndex(isDigits)
  const last = parts.findLastIndex(isDigits)
  const written = (some: readonly Intl.NumberFormatPart[]) =>
    some
      .map(({ value }) => value)
      .join('')
      .replace(/\u202f/g, '\u00a0')
      .replace(/-/g, '\u2212')
  const sign = (type: string) => written(parts.filter((part) => part.type === type).slice(0, 1))
  return {
    before: written(parts.slice(0, first)),
    after: written(parts.slice(last + 1)),
    group: sign('group'),
    decimal: sign('decimal'),
  }
}

/**
 * « 1 234,56 € » or "€1,234.56": all the decimals of the currency, no-break spaces (U+00A0, which fonts and PDF
 * have, where narrow U+202F may be missing) and the true minus (U+2212).
 */
export function formatMoney(m: Money, language: Language): string {
  const [positive, negative] = shapesFor(language, m.currency)
  const { before, after, group, decimal } = m.amount < 0 ? negative : positive
  const digits = minorUnitDigits(m.currency)
  const size = String(Math.abs(m.amount)).padStart(digits + 1, '0')
  let whole = digits === 0 ? size : size.slice(0, -digits)
  for (let at = whole.length - 3; at > 0; at -= 3) whole = whole.slice(0, at) + group + whole.slice(at)
  return before + whole + (digits === 0 ? '' : decimal + size.slice(-digits)) + after
}

/** "-1234.56": a plain decimal number with all the decimals of the currency, for files and machines. */
export function decimalText(m: Money): string {
  const digits = minorUnitDigits(m.currency)
  if (digits === 0) return String(m.amount)
  const size = String(Math.abs(m.amount)).padStart(digits + 1, '0')
  return `${m.amount < 0 ? '-' : ''}${size.slice(0, -digits)}.${size.slice(-digits)}`
}
