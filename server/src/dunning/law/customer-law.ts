import { addDays, type CalendarDate, compare } from '@quittance/core/calendar/calendar-date.ts'
import {
  annualRateOn,
  centsOfSegments,
  contractRateDoubts,
  type KnownRates,
} from '@quittance/core/dunning/late-interest.ts'
import { noFormalNoticeBecause } from '@quittance/core/dunning/law/formal-notice.ts'
import { missingRateOn } from '@quittance/core/dunning/law/rate-table.ts'
import { type Money, money, sumByCurrency } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import { found } from '../../platform/http/app-error.ts'
import { type InvoiceInterest, interestWhere } from './debts.ts'
import { type ItemLimitation, limitationActsOf, limitationsWhere } from './limitations.ts'
import { noticesOf } from './notices.ts'
import { lettersToRecord } from './posted-letters.ts'
import { standingOf } from './queries.ts'
import { knownRates } from './rates.ts'
import { filesOf, handoversOf, insolvenciesOf, writeOffsOf } from './road-queries.ts'
import { customerRate, termsOfCustomer } from './terms.ts'

interface Decision {
  readonly id: number
  readonly invoice: number
  readonly covers: 'interest' | 'fee'
  readonly decision: 'claimed' | 'waived'
  readonly reason: string
  readonly decidedOn: CalendarDate
  readonly person: string | null
}

interface Invoice {
  readonly id: number
  readonly number: string
  readonly dueDate: CalendarDate
  readonly currency: string
  readonly amountDue: number
  readonly items: number[]
  readonly writtenOffOn: CalendarDate | null
}

const invoicesWhere = (db: Db, which: Sql): Promise<Invoice[]> =>
  db.rows<Invoice>(sql`
    select o.invoice_id as id, min(o.number) as number, min(o.due_date) as "dueDate", min(o.currency) as currency, sum(o.amount_due)::bigint as "amountDue",
      coalesce(array_agg(o.id order by o.id) filter (where o.amount_due > 0), '{}') as items, max(o.written_off_on) as "writtenOffOn"
    from open_item o
    where o.organization_id = current_organization() and o.amount > 0 and ${which}
    group by o.invoice_id order by min(o.due_date), o.invoice_id`)

const decisionsOf = (db: Db, invoices: readonly number[]): Promise<Decision[]> =>
  db.rows<Decision>(sql`
    select d.id, d.invoice_id as invoice, d.covers, d.decision, d.reason, d.decided_on as "decidedOn", p.name as person
    from interest_decision d left join person p on p.organization_id = d.organization_id and p.id = d.decided_by
    where d.organization_id = current_organization() and d.invoice_id = any(${invoices}) and d.ended_at is null
    order by d.covers`)

/** What the law says of these invoices, and what was decided. */
async function lawOf(db: Db, invoices: readonly Invoice[], today: CalendarDate) {
  const ids = invoices.map(({ id }) => id)
  const interest = new Map(
    (await interestWhere(db, sql`i.invoice_id = any(${ids})`, today)).map((one) => [one.invoice, one]),
  )
  const decisions = Map.groupBy(await decisionsOf(db, ids), ({ invoice }) => invoice)
  const limits = Map.groupBy(
    await limitationsWhere(db, sql`o.invoice_id = any(${ids})`, today),
    ({ invoice }) => invoice,
  )
  const rates = await knownRates(db)
  return invoices.map(({ id, number, currency, amountDue, ...invoice }) => ({
    invoice: { id, number },
    ...invoice,
    amountDue: { amount: amountDue, currency },
    interest: interestShown(interest.get(id), rates),
    decisions: (decisions.get(id) ?? []).map(({ invoice: _invoice, ...decision }) => decision),
    limitation: limitationShown(limits.get(id) ?? []),
  }))
}

function interestShown(found: InvoiceInterest | undefined, rates: KnownRates) {
  if (!found) return null
  const { interest, fee, rate, terms, dueDate, asOf } = found
  const cents = centsOfSegments(interest.segments)
  const { rule } = terms
  return {
    amount: { ...interest.amount },
    fee: { ...fee },
    rate,
    from: terms.from,
    isChosen: terms.isChosen,
    missing: interest.kind === 'rateMissing' ? interest.halfYear : null,
    asOf: interest.kind === 'rateMissing' ? interest.upTo : asOf,
    belowFloor:
      rule.kind === 'contract'
        ? contractRateDoubts(rule.rate, { from: addDays(dueDate, 1), to: asOf }, rates)
            .filter(({ doubt }) => doubt === 'belowFloor')
            .map(({ halfYear }) => halfYear)
        : [],
    segments: interest.segments.map(({ after, to, days, base, rate: ofSegment }, index) => ({
      from: addDays(after, 1),
      to,
      days,
      base: { ...base },
      rate: ofSegment,
      interest: { ...money(cents[index] ?? 0, base.currency) },
    })),
  }
}

/** The due line that ends first speaks for the invoice. */
function limitationShown(limits: readonly ItemLimitation[]) {
  const [first] = limits.toSorted((a, b) => compare(a.endsOn, b.endsOn))
  if (!first) return null
  const { since, because, endsOn, rule, stage } = first
  return { since, because, endsOn, rule, stage }
}

export type InvoiceLaw = Awaited<ReturnType<typeof lawOf>>[number]

/** As `lawOfCustomer` of one invoice; 404 for one nobody knows. */
export async function lawOfInvoice(db: Db, invoice: number, today: CalendarDate): Promise<InvoiceLaw> {
  const [one = null] = await invoicesWhere(db, sql`o.invoice_id = ${invoice}`)
  const [law = null] = await lawOf(db, [found(one)], today)
  return found(law)
}

/** Days during which an invoice that was paid late is still shown. */
const shownAfter = 730
const mostShown = 500

/** All that the law says of a customer, on one page. */
export async function lawOfCustomer(db: Db, customer: number, today: CalendarDate) {
  const { category, insolvencyOn } = await standingOf(db, customer)
  const rates = await knownRates(db)
  const shown = sql`o.customer_id = ${customer} and (o.amount_due > 0 or o.due_date > ${addDays(today, -shownAfter)})`
  const all = await lawOf(db, (await invoicesWhere(db, shown)).slice(0, mostShown), today)
  const invoices = all.filter((one) => one.interest !== null || one.amountDue.amount > 0)
  const terms = await termsOfCustomer(db, customer)
  const { rate } = await db.one<{ rate: number | null }>(sql`select ${customerRate(sql`${customer}::bigint`)} as rate`)
  return {
    category,
    customerRate: rate,
    missingRate: category === 'individual' ? null : missingRateOn(today, rates),
    terms: terms.map(({ legalEntity, terms: of }) => ({
      legalEntity,
      from: of?.from ?? null,
      rate: (of && annualRateOn(of.rule, today, rates)) ?? null,
      isChosen: of?.isChosen ?? false,
    })),
    invoices,
    totals: totalsOf(invoices),
    noNoticeBecause: noFormalNoticeBecause({ category, isInsolvent: insolvencyOn !== null }),
    formalNotices: await noticesOf(db, customer),
    lettersToRecord: await lettersToRecord(db, customer),
    limitationActs: await limitationActsOf(db, customer),
    handovers: await handoversOf(db, customer),
    insolvencies: await insolvenciesOf(db, customer),
    writeOffs: await writeOffsOf(db, customer),
    files: await filesOf(db, customer),
  }
}

function totalsOf(invoices: readonly InvoiceLaw[]) {
  const parts = invoices.flatMap(({ interest, decisions }) => {
    if (!interest) return []
    const decided = (covers: 'interest' | 'fee') => decisions.find((one) => one.covers === covers)?.decision ?? null
    return [
      { covers: 'interest', amount: interest.amount as Money, decision: decided('interest') },
      { covers: 'fee', amount: interest.fee as Money, decision: decided('fee') },
    ]
  })
  const sumOf = (which: (part: (typeof parts)[number]) => boolean) =>
    sumByCurrency(parts.filter(which).map(({ amount }) => amount)).map((sum) => ({ ...sum }))
  return {
    interest: sumOf(({ covers }) => covers === 'interest'),
    fees: sumOf(({ covers }) => covers === 'fee'),
    claimed: sumOf(({ decision }) => decision === 'claimed'),
    waived: sumOf(({ decision }) => decision === 'waived'),
  }
}
