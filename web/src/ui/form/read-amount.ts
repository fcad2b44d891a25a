import { minorUnitDigits } from '@quittance/core/money/currency.ts'
import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import type { Currency, Money } from '@quittance/core/money/money.ts'
import { type AmountRefusal, parseAmount } from '@quittance/core/money/parse-amount.ts'

export type AmountReading =
  | { readonly ok: true; readonly amount: number }
  | { readonly ok: false; readonly reason: AmountRefusal | 'otherCurrency' }

/** What a person meant by this text, in the smallest unit. What the text leaves open (« 1,234 ») follows the language. */
export function readAmount(text: string, currency: Currency, language: Language): AmountReading {
  const parsed = parseAmount(text, { decimal: language === 'fr' ? ',' : '.', digits: minorUnitDigits(currency) })
  if (!parsed.ok) return parsed
  if (parsed.currency !== undefined && parsed.currency !== currency) return { ok: false, reason: 'otherCurrency' }
  return { ok: true, amount: parsed.amount }
}

/** The amount as the field shows it at rest: grouped, all decimals, no currency. */
export const writeAmount = (amount: Money, language: Language): string =>
  formatMoney(amount, language)
    .replace(/[^\d.,\u00a0\u2212]/g, '')
    .trim()
