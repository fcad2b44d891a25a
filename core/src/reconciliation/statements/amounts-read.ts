import type { CalendarDate } from '../../calendar/calendar-date.ts'
import { parseCurrency } from '../../money/currency.ts'
import { asCurrency, type Currency } from '../../money/money.ts'
import { type ExactAmount, exactText, toMinorUnits } from './exact-amount.ts'
import type { StatementBalance } from './statement.ts'
import type { StatementWarning } from './statement-file.ts'

/** The currency a statement is kept in; euros where the bank names none, which is said. */
export function currencyOf(written: string | null, warn: (warning: StatementWarning) => void, line?: number): Currency {
  const read = written === null ? undefined : parseCurrency(written)
  if (read) return read
  // Codes that are no longer active (DEM) stand in old statements: three letters are believed.
  if (written && /^[A-Z]{3}$/.test(written)) return asCurrency(written)
  warn({ code: 'currencyAssumed', ...(line !== undefined && { line }), value: written ?? '' })
  return asCurrency('EUR')
}

/** A balance as a whole number of the smallest unit; null where it is no such number, which is said. */
export function balanceOf(
  amount: ExactAmount | null,
  on: CalendarDate | null,
  at: { readonly currency: Currency; readonly line: number; readonly warn: (warning: StatementWarning) => void },
): StatementBalance | null {
  if (!amount) return null
  const read = toMinorUnits(amount, at.currency)
  if ('amount' in read) return { amount: read.amount, on }
  at.warn({ code: 'balanceUnreadable', line: at.line, value: exactText(amount) })
  return null
}
