import { type CalendarDate, minDate } from '@quittance/core/calendar/calendar-date.ts'
import {
  annualRateOn,
  type KnownRates,
  type LateDebt,
  type LateInterest,
  lateInterestOfInvoice,
  recoveryFee,
} from '@quittance/core/dunning/late-interest.ts'
import { type ChosenTerms, type InterestTerms, interestTerms } from '@quittance/core/dunning/law/interest-terms.ts'
import { asCurrency, type Money, money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import { knownRates } from './rates.ts'
import { chosenColumns } from './terms.ts'

interface Line extends ChosenTerms {
  readonly id: number
  readonly invoice: number
  readonly number: string
  readonly legalEntity: number
  readonly dueDate: CalendarDate
  readonly amount: number
  readonly amountDue: number
  readonly currency: string
  readonly insolventOn: CalendarDate | null
  readonly paid: readonly { readonly on: CalendarDate; readonly amount: number }[]
}

/** Interest and fee of one invoice, as the law gives them; whether they are claimed is a decision of its own. */
export interface InvoiceInterest {
  readonly invoice: number
  readonly number: string
  readonly legalEntity: number
  readonly dueDate: CalendarDate
  readonly amountDue: Money
  readonly terms: InterestTerms
  readonly interest: LateInterest
  /** The rate of a year on the last day reckoned, in hundredths of a percent; null where the table does not know it. */
  readonly rate: number | null
  readonly fee: Money
  readonly asOf: CalendarDate
}

/**
 * What came off the due line `i`, as JSON. A payment counts on the day it was received, not on the day somebody allocated it; what a
 * credit note or a small difference took off was never owed, and bears no interest: it counts on the due date.
 */
export const paidOff: Sql = sql`
  coalesce((select json_agg(json_build_object('on', coalesce(y.received_on, least(a.allocated_on, i.due_date)), 'amount', a.amount) order by 1)
    from allocation a
    left join payment y on y.organization_id = a.organization_id and y.id = a.payment_id
    where a.organization_id = i.organization_id and a.open_item_id = i.id and a.reverses_id is null
      and not exists (select from allocation u where u.organization_id = a.organization_id and u.reverses_id = a.id)), '[]')`

/** What is given up of an invoice, as JSON: 'interest', 'fee' or both. */
export const waivedOf = (invoice: Sql): Sql => sql`
  coalesce((select json_agg(w.covers) from interest_decision w
    where w.organization_id = current_organization() and w.invoice_id = ${invoice} and w.decision = 'waived' and w.ended_at is null), '[]')`

const linesWhere = (db: Db, which: Sql): Promise<Line[]> =>
  db.rows<Line>(sql`
    select i.id, i.invoice_id as invoice, i.number, i.legal_entity_id as "legalEntity", i.due_date as "dueDate", i.amount,
      i.amount_due as "amountDue", i.currency, c.insolvency_on as "insolventOn", ${chosenColumns}, ${paidOff} as paid
    from open_item i
    join customer c on c.organization_id = i.organization_id and c.id = i.customer_id
    join legal_entity e on e.organization_id = i.organization_id and e.id = i.legal_entity_id
    where i.organization_id = current_organization() and i.amount > 0 and ${which}
    order by i.due_date, i.id`)

/** The late invoices among these due lines, each once; those paid late too, which owe it still (L441-10 II). */
export async function interestWhere(db: Db, which: Sql, today: CalendarDate): Promise<InvoiceInterest[]> {
  const lines = await linesWhere(db, sql`i.due_date < ${today} and ${which}`)
  if (lines.length === 0) return []
  const rates = await knownRates(db)
  return [...Map.groupBy(lines, ({ invoice }) => invoice).values()].flatMap((of) => reckoned(of, rates, today) ?? [])
}

/** The interest of each single due line, for lists: null where the rate of a half-year is missing. */
export async function interestOfLines(
  db: Db,
  items: readonly number[],
  today: CalendarDate,
): Promise<Map<number, Money>> {
  const lines = await linesWhere(db, sql`i.due_date < ${today} and i.amount_due > 0 and i.id = any(${items})`)
  if (lines.length === 0) return new Map()
  const rates = await knownRates(db)
  return new Map(
    lines.flatMap((line) => {
      const one = reckoned([line], rates, today)
      return one?.interest.kind === 'computed' ? [[line.id, one.interest.amount] as const] : []
    }),
  )
}

function reckoned(lines: readonly Line[], rates: KnownRates, today: CalendarDate): InvoiceInterest | null {
  const [first] = lines
  const terms = first && interestTerms(first)
  if (!first || !terms) return null
  // C. com. L622-28: the judgment that opens the procedure stops interest.
  const asOf = first.insolventOn === null ? today : minDate(today, first.insolventOn)
  const interest = lateInterestOfInvoice(lines.map(debtOf), { asOf, rule: terms.rule, rates })
  if (interest.kind === 'computed' && interest.segments.length === 0) return null
  const currency = asCurrency(first.currency)
  return {
    invoice: first.invoice,
    number: first.number,
    legalEntity: first.legalEntity,
    dueDate: first.dueDate,
    amountDue: money(
      lines.reduce((sum, line) => sum + line.amountDue, 0),
      currency,
    ),
    terms,
    interest,
    rate: annualRateOn(terms.rule, asOf, rates) ?? null,
    fee: recoveryFee(1, first.category),
    asOf,
  }
}

function debtOf({ dueDate, amount, currency, paid }: Line): LateDebt {
  const inCurrency = (cents: number) => money(cents, asCurrency(currency))
  return {
    dueDate,
    owed: inCurrency(amount),
    paid: paid.map((one) => ({ on: one.on, amount: inCurrency(one.amount) })),
  }
}
