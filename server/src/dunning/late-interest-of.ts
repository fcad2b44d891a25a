import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { interestOfLines, interestWhere } from './law/debts.ts'

/**
 * Interest and fee of one late invoice as of today, shown and never claimed by itself; null when nothing is or was late, and
 * for a private individual. `missing` names the half-year whose rate nobody entered: interest is then told up to it.
 */
export async function lateInterestOf(db: Db, invoice: number, today: CalendarDate) {
  const [found] = await interestWhere(db, sql`i.invoice_id = ${invoice}`, today)
  if (!found) return null
  const { interest, fee, rate } = found
  return {
    interest: { ...interest.amount },
    recoveryFee: { ...fee },
    rate,
    missing: interest.kind === 'rateMissing' ? interest.halfYear : null,
  }
}

/** Interest of each late item as of today, by item; paid ones and those whose rate is missing are left out. */
export async function lateInterestOfItems(db: Db, items: readonly number[], today: CalendarDate) {
  const found = await interestOfLines(db, items, today)
  return new Map([...found].map(([item, amount]) => [item, { ...amount }] as const))
}
