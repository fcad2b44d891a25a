import type { CalendarDate } from '../../calendar/calendar-date.ts'
import { parseDate } from '../../calendar/parse-date.ts'
import { minorUnitDigits, parseCurrency } from '../../money/currency.ts'
import type { Currency } from '../../money/money.ts'
import { parseAmount } from '../../money/parse-amount.ts'
import { cutText } from '../cut-text.ts'
import type { EInvoiceProblem } from './e-invoice.ts'
import type { XmlElement } from './xml-element.ts'

/** Reads the values of one invoice and keeps what could not be read, so that nothing is dropped in silence. */
export interface ValueReader {
  readonly problems: readonly EInvoiceProblem[]
  readonly currency: Currency | null
  amount(field: string, text: string | null): number | null
  date(field: string, text: string | null): CalendarDate | null
}

/** Problems told of one invoice at most. */
const mostProblems = 100

/**
 * `currencyText` is BT-5: an unknown one leaves amounts unread, for nobody knows their decimals. `form` is how the syntax
 * writes days: `compact` 20260115 (CII, format 102) or `iso` 2026-01-15 (UBL).
 */
export function readValues(currencyText: string | null, form: 'compact' | 'iso'): ValueReader {
  const problems: EInvoiceProblem[] = []
  const tell = (problem: EInvoiceProblem): void => {
    if (problems.length < mostProblems) problems.push(problem)
  }
  const currency = currencyText === null ? undefined : parseCurrency(currencyText)
  if (!currency)
    tell(
      currencyText === null
        ? { code: 'missing', field: 'currency' }
        : { code: 'unknownCurrency', field: 'currency', value: cutText(currencyText, 200) },
    )
  return {
    problems,
    currency: currency ?? null,
    amount(field, text) {
      if (text === null || !currency) return null
      // xs:decimal has a point; a comma is read, and said.
      const decimal = /^[+-]?\d+,\d+$/.test(text) ? ',' : '.'
      if (decimal === ',') tell({ code: 'decimalComma', field, value: cutText(text, 200) })
      const parsed = parseAmount(text, { decimal, digits: minorUnitDigits(currency) })
      if (parsed.ok) return parsed.amount
      tell({ code: 'unreadableAmount', field, value: cutText(text, 200) })
      return null
    },
    date(field, text) {
      if (text === null) return null
      const isIso = /^\d{4}-\d{2}-\d{2}/.test(text)
      const parsed = parseDate(isIso ? text.slice(0, 10) : text, isIso || /^\d{8}$/.test(text) ? 'ymd' : 'dmy')
      if (parsed.ok && !(form === 'compact' ? /^\d{8}$/ : /^\d{4}-\d{2}-\d{2}/).test(text))
        tell({ code: 'otherDateFormat', field, value: cutText(text, 200) })
      if (parsed.ok) return parsed.date
      tell({ code: 'unreadableDate', field, value: cutText(text, 200) })
      return null
    },
  }
}

/** BT-110 is the one in the invoice's currency; BT-111, in that of the tax office, may stand beside it. */
export function vatIn(currency: string | null, amounts: readonly XmlElement[]): string | null {
  const own = amounts.find(({ attributes: { currencyID } }) => currencyID === currency) ?? amounts[0]
  return own && own.text !== '' ? own.text : null
}
