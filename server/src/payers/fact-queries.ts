import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { PayerProfile } from '@quittance/core/payers/payer-profile.ts'
import type { PlanFacts } from '@quittance/core/promises/plan-standing.ts'
import { planFacts } from '../customers/plan-facts.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** A customer with what a person said of it. */
export interface StandingRow {
  readonly customer: number
  readonly declared: PayerProfile | null
  readonly isInsolvent: boolean
}

/** Those of these customers that exist. */
export const standingsOf = (db: Db, customers: readonly number[]): Promise<StandingRow[]> =>
  db.rows<StandingRow>(sql`
    select c.id as customer, d.profile as declared, c.insolvency_on is not null as "isInsolvent"
    from customer c
    left join declared_profile d on d.organization_id = c.organization_id and d.customer_id = c.id
    where c.organization_id = current_organization() and c.id = any(${customers})`)

/**
 * The due lines these customers paid after one day and up to another. What a credit note or a write-off closed was not
 * paid; a payment that bounced paid nothing.
 */
export const paidLinesOf = (
  db: Db,
  customers: readonly number[],
  { after, until }: { readonly after: CalendarDate; readonly until: CalendarDate },
) =>
  db.rows<{ customer: number; dueDate: CalendarDate; paidOn: CalendarDate }>(sql`
    select i.customer_id as customer, i.due_date as "dueDate", max(a.allocated_on) as "paidOn"
    from open_item i
    join allocation a on a.organization_id = i.organization_id and a.open_item_id = i.id
    where i.organization_id = current_organization() and i.customer_id = any(${customers}) and i.amount > 0 and i.amount_due = 0
      and i.written_off_on is null and a.payment_id is not null and a.reverses_id is null
      and not exists (select from allocation u where u.organization_id = a.organization_id and u.reverses_id = a.id)
    group by i.organization_id, i.id
    having max(a.allocated_on) > ${after} and max(a.allocated_on) <= ${until}`)

/** The oldest due date of each that is late and worth asking for: not contested whole, not given more time, not written off. */
export const oldestUnpaidOf = (db: Db, customers: readonly number[], today: CalendarDate) =>
  db.rows<{ customer: number; due: CalendarDate }>(sql`
    select i.customer_id as customer, min(i.due_date) as due
    from open_item i
    where i.organization_id = current_organization() and i.customer_id = any(${customers}) and i.due_date < ${today}
      and i.amount_due > (select tolerance_amount from organization where organization_id = current_organization())
      and i.written_off_on is null
      and not exists (
        select from dispute_item x join dispute d on d.organization_id = x.organization_id and d.id = x.dispute_id
        where x.organization_id = i.organization_id and x.open_item_id = i.id and x.amount is null and d.resolved_on is null)
      and not exists (
        select from extra_delay e where e.organization_id = i.organization_id and e.invoice_id = i.invoice_id
          and e.ended_on is null and e.until >= ${today})
    group by 1`)

/** The promises of these customers whose last day was between two days, both included. */
export const promisesOver = (
  db: Db,
  customers: readonly number[],
  { from, until }: { readonly from: CalendarDate; readonly until: CalendarDate },
) =>
  db.rows<{
    customer: number
    enough: number
    received: number
    keptUntil: CalendarDate
  }>(sql`
    select customer_id as customer, enough, received, kept_until as "keptUntil" from promise
    where organization_id = current_organization() and customer_id = any(${customers}) and withdrawn_on is null
      and kept_until >= ${from} and kept_until <= ${until}`)

/** The plans of these customers that nobody ended, with what came for each. */
export const plansOfPayers = (db: Db, customers: readonly number[]) =>
  db.rows<PlanFacts & { readonly customer: number }>(sql`
    select l.customer_id as customer, ${planFacts(sql`l.id`, sql`l.grace_days`)}
    from payment_plan l
    where l.organization_id = current_organization() and l.customer_id = any(${customers}) and l.ended_on is null`)
