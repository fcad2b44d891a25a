import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { annualRateOn, lateInterest, recoveryFee } from '@quittance/core/dunning/late-interest.ts'
import { lateInterestRates } from '@quittance/core/dunning/late-interest-rates.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import { interestRule } from './messages/gather-facts.ts'

interface Line {
  readonly id: number
  readonly dueDate: CalendarDate
  readonly amount: number
  readonly currency: string
  readonly category: 'company' | 'publicBody' | 'individual'
  readonly rate: number | null
  readonly paid: readonly { readonly on: CalendarDate; readonly amount: number }[]
}

/** Interest and fee of one invoice as of today, shown and never claimed by itself; null when nobody chose a rate or nothing is late. */
export async function lateInterestOf(db: Db, invoice: number, today: CalendarDate) {
  const lines = (await linesWhere(db, sql`i.invoice_id = ${invoice}`)).filter((line) => isLate(line, today))
  const [first] = lines
  const found = lines.map((line) => interestOf(line, today)).filter((one) => one !== null)
  const [{ rate } = {}] = found
  if (first === undefined || rate === undefined) return null
  const interest = found.reduce((sum, one) => sum + one.amount, 0)
  return {
    interest: { amount: interest, currency: asCurrency(first.currency) },
    recoveryFee: { ...recoveryFee(1, first.category) },
    rate,
  }
}

/** Interest of each late item as of today, by item; those without a rate, in another currency or paid are left out. */
export async function lateInterestOfItems(db: Db, items: readonly number[], today: CalendarDate) {
  const lines = await linesWhere(db, sql`i.id = any(${items}) and i.amount_due > 0`)
  return new Map(
    lines.flatMap((line) => {
      const interest = isLate(line, today) ? interestOf(line, today) : null
      return interest ? [[line.id, { amount: interest.amount, currency: line.currency }] as const] : []
    }),
  )
}

const isLate = (line: Line, today: CalendarDate): boolean => line.dueDate < today && line.amount > 0

/** In cents, with the rate of a year in force today; null where the law gives none. */
function interestOf(line: Line, today: CalendarDate): { readonly amount: number; readonly rate: number } | null {
  if (line.currency !== 'EUR' || line.category === 'individual') return null
  const rule = interestRule(line.category, line.rate)
  const rate = rule && annualRateOn(rule, today, lateInterestRates)
  if (!rule || rate === undefined || rate === null) return null
  const currency = asCurrency(line.currency)
  const paid = line.paid.map((one) => ({ on: one.on, amount: money(one.amount, currency) }))
  const debt = { dueDate: line.dueDate, owed: money(line.amount, currency), paid }
  return { amount: lateInterest(debt, { asOf: today, rule, rates: lateInterestRates }).amount.amount, rate }
}

const linesWhere = (db: Db, which: Sql): Promise<Line[]> =>
  db.rows<Line>(sql`
    select i.id, i.due_date as "dueDate", i.amount, i.currency, c.category, e.late_interest_rate as rate,
      coalesce((select json_agg(json_build_object('on', a.allocated_on, 'amount', a.amount)) from allocation a
        where a.organization_id = i.organization_id and a.open_item_id = i.id and a.reverses_id is null
          and not exists (select from allocation u where u.organization_id = a.organization_id and u.reverses_id = a.id)), '[]') as paid
    from open_item i
    join customer c on c.organization_id = i.organization_id and c.id = i.customer_id
    join legal_entity e on e.organization_id = i.organization_id and e.id = i.legal_entity_id
    where i.organization_id = current_organization() and ${which}`)
