import { type CalendarDate, compare } from '@quittance/core/calendar/calendar-date.ts'
import { describePaymentTerm } from '@quittance/core/invoices/describe-payment-term.ts'
import { learnTerm } from '@quittance/core/invoices/learn-term.ts'
import { dueDate, type SingleTerm } from '@quittance/core/invoices/payment-terms.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { lockCustomerFacts, writeCustomerFacts } from '../../customers/bulk-queries.ts'
import { writeLines } from '../../invoices/bulk-queries.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { recordChanges } from '../changes-made.ts'
import { stateOf } from '../undoing/undo-queries.ts'

/** Invoices looked at for one customer, the latest. */
const mostInvoices = 24

/**
 * A customer without terms, some of whose due dates were assumed, and some of whose invoices say theirs: the terms these
 * follow are its own, and move what was assumed. Answers the customers.
 */
export async function learnTerms(db: Db, { file, language }: { file: number; language: Language }): Promise<number[]> {
  const stated = await statedDues(db)
  const learnt = new Map<number, SingleTerm>()
  for (const { customer, dues } of stated) {
    const term = learnTerm(dues)
    if (term) learnt.set(customer, term)
  }
  if (learnt.size === 0) return []
  const before = await lockCustomerFacts(db, [...learnt.keys()])
  const after = before.flatMap((customer) => {
    const term = learnt.get(customer.id)
    return term && customer.paymentTerms === null
      ? [{ ...customer, paymentTerms: describePaymentTerm(term, language) }]
      : []
  })
  await writeCustomerFacts(db, after)
  const changes = after.map((customer) => ({
    thing: 'customer' as const,
    id: customer.id,
    before: before.find(({ id }) => id === customer.id) ?? customer,
    after: customer,
  }))
  const moved = await moveAssumed(db, learnt)
  await recordChanges(db, file, { created: {}, changes: [...changes, ...moved] })
  return after.map(({ id }) => id)
}

interface Stated {
  readonly customer: number
  readonly dues: readonly { readonly issuedOn: CalendarDate; readonly dueOn: CalendarDate }[]
}

/** Of customers without terms, some of whose due dates are assumed. */
const statedDues = (db: Db): Promise<Stated[]> =>
  db.rows(sql`
    with concerned as (
      select distinct o.customer_id as id from open_item o
      join customer c on c.organization_id = o.organization_id and c.id = o.customer_id and c.payment_terms is null
      where o.organization_id = current_organization() and o.is_due_assumed
    )
    select c.id as customer, s.dues from concerned c
    cross join lateral (
      select json_agg(json_build_object('issuedOn', l.issue_date, 'dueOn', l.due_date)) as dues from (
        select o.issue_date, o.due_date from open_item o
        join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id and i.kind <> 'creditNote'
        where o.organization_id = current_organization() and o.customer_id = c.id and not o.is_due_assumed
          and not exists (
            select from open_item p
            where p.organization_id = o.organization_id and p.invoice_id = o.invoice_id and p.id <> o.id)
        order by o.issue_date desc, o.id
        limit ${mostInvoices}) l
    ) s
    where s.dues is not null`)

/** What was assumed and is still to pay falls due by the terms learnt. */
async function moveAssumed(db: Db, learnt: ReadonlyMap<number, SingleTerm>) {
  const assumed = await db.rows<{
    id: number
    invoice: number
    customer: number
    issuedOn: CalendarDate
    dueOn: CalendarDate
    amount: number
    before: object
  }>(sql`
    select o.id, o.invoice_id as invoice, o.customer_id as customer, o.issue_date as "issuedOn", o.due_date as "dueOn",
      o.amount, (${stateOf(sql`o.invoice_id`)}) as before
    from open_item o
    where o.organization_id = current_organization() and o.customer_id = any(${[...learnt.keys()]}) and o.is_due_assumed
      and o.amount_due > 0
    order by o.id
    for update of o`)
  const moved = assumed.flatMap((line) => {
    const term = learnt.get(line.customer)
    const due = term && dueDate(term, line.issuedOn)
    return due && compare(due, line.dueOn) !== 0 ? [{ ...line, dueDate: due, isDueAssumed: true }] : []
  })
  await writeLines(db, moved)
  const after = await db.rows<{ id: number; state: object }>(sql`
    select id, (${stateOf(sql`given.id`)}) as state from unnest(${moved.map(({ invoice }) => invoice)}::bigint[]) given (id)`)
  const states = new Map(after.map(({ id, state }) => [id, state]))
  return moved.map(({ invoice, before }) => ({
    thing: 'invoice' as const,
    id: invoice,
    before,
    after: states.get(invoice) ?? before,
  }))
}
