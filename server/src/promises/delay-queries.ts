import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** The invoice with its earliest unpaid due date (null: nothing is left), and whether a delay was ever granted and not taken back. */
export const delayFacts = (db: Db, invoice: number) =>
  db.maybe<{ customer: number; number: string; dueDate: CalendarDate | null; grantedBefore: boolean }>(sql`
    select v.customer_id as customer, v.number,
      (select min(i.due_date) from open_item i
        where i.organization_id = v.organization_id and i.invoice_id = v.id and i.amount_due > 0) as "dueDate",
      exists (select from extra_delay e
        where e.organization_id = v.organization_id and e.invoice_id = v.id and e.ended_on is null) as "grantedBefore"
    from invoice v where v.organization_id = current_organization() and v.id = ${invoice}
    for no key update of v`)

/** Granted by the person of the scope; `isFurther`: not the first for this invoice. */
export const insertDelay = (
  db: Db,
  delay: {
    readonly invoice: number
    readonly customer: number
    readonly until: CalendarDate
    readonly reason: string
    readonly grantedOn: CalendarDate
    readonly isFurther: boolean
  },
): Promise<{ id: number }> =>
  db.one(sql`
    insert into extra_delay (organization_id, invoice_id, customer_id, until, reason, granted_on, granted_by, is_further)
    values (current_organization(), ${delay.invoice}, ${delay.customer}, ${delay.until}, ${delay.reason}, ${delay.grantedOn},
      current_person(), ${delay.isFurther})
    returning id`)

interface Ended {
  readonly customer: number
  readonly invoice: number
}

/** Null where it has ended. */
export const endDelay = (db: Db, delay: number, on: CalendarDate): Promise<Ended | null> =>
  db.maybe(sql`
    update extra_delay set ended_on = ${on}, ended_by = current_person()
    where organization_id = current_organization() and id = ${delay} and ended_on is null
    returning customer_id as customer, invoice_id as invoice`)

/** Null where it holds, or where another first delay took its place. */
export const resumeDelay = (db: Db, delay: number): Promise<Ended | null> =>
  db.maybe(sql`
    update extra_delay e set ended_on = null, ended_by = null
    where e.organization_id = current_organization() and e.id = ${delay} and e.ended_on is not null
      and (e.is_further or not exists (
        select from extra_delay o where o.organization_id = e.organization_id and o.invoice_id = e.invoice_id
          and o.ended_on is null and not o.is_further))
    returning e.customer_id as customer, e.invoice_id as invoice`)

interface GrantedDelay {
  readonly id: number
  readonly invoice: { readonly id: number; readonly number: string }
  readonly dueDate: CalendarDate
  readonly until: CalendarDate
  readonly reason: string
  readonly grantedOn: CalendarDate
  readonly grantedBy: string | null
  readonly isFurther: boolean
}

/** Delays that hold about something left to pay, those that are over too: they were granted. The first to end first. */
export const grantedDelays = (
  db: Db,
  about: { readonly customer: number; readonly invoice: number | null },
): Promise<GrantedDelay[]> =>
  db.rows(sql`
    select e.id, json_build_object('id', v.id, 'number', v.number) as invoice, i.due as "dueDate", e.until, e.reason,
      e.granted_on as "grantedOn", p.name as "grantedBy", e.is_further as "isFurther"
    from extra_delay e
    join invoice v on v.organization_id = e.organization_id and v.id = e.invoice_id
    cross join lateral (
      select min(o.due_date) as due from open_item o
      where o.organization_id = e.organization_id and o.invoice_id = e.invoice_id and o.amount_due > 0) i
    left join person p on p.organization_id = e.organization_id and p.id = e.granted_by
    where e.organization_id = current_organization() and e.customer_id = ${about.customer} and e.ended_on is null
      and i.due is not null and (${about.invoice}::bigint is null or e.invoice_id = ${about.invoice})
    order by e.until, e.id`)
