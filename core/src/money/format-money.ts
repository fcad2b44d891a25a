import { minorUnitDigits } from './currency.ts'
import type { Currency, Money } from './money.ts'

export type Language = 'fr' | 'en'

const formatters = new Map<string, Intl.NumberFormat>()

function formatterFor(language: Language, currency: Currency): Intl.NumberFormat {
  const key = language + currency
  const known = formatters.get(key)
  if (known) return known
  // ISO 4217 digits are given outright: the platform's own (CLDR) writes dinars of Iraq and forints without any.
  const digits = minorUnitDigits(currency)
  const made = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  formatters.set(key, made)
  return made
}

/**
 * « 1 234,56 € » or "€1,234.56": all the decimals of the currency, no-break spaces (U+00A0, which fonts and PDF
 * have, where narrow U+202F may be missing) and the true minus (U+2212).
 */
export function formatMoney(m: Money, language: Language): string {
  const text = formatterFor(language, m.currency).format(decimalText(m) as Intl.StringNumericLiteral)
  return text.replace(/\u202f/g, '\u00a0').replace(/-/g, '\u2212')
}

/** "-1234.56": a plain decimal number with all the decimals of the currency, for files and machines. */
export function decimalText(m: Money): string {
  const digits = minorUnitDigits(m.currency)
  if (digits === 0) return String(m.amount)
  const size = String(Math.abs(m.amount)).padStart(digits + 1, '0')
  return `${m.amount < 0 ? '-' : ''}${size.slice(0, -digits)}.${size.slice(-digits)}`
}
