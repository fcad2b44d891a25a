import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { LockedItem } from '../../../payments/queries.ts'
import type { Db } from '../../../platform/database/db.ts'
import { sql } from '../../../platform/database/sql.ts'

export interface CustomerRef {
  readonly id: number
  readonly name: string
  readonly code: string
}

export const customersShown = (db: Db, ids: readonly number[]): Promise<CustomerRef[]> =>
  db.rows(sql`
    select id, name, code from customer where organization_id = current_organization() and id = any(${ids})`)

/** As `lockItems` reads them, and nothing locked: only shown. */
export const itemsShown = (db: Db, ids: readonly number[]): Promise<LockedItem[]> =>
  db.rows(sql`
    select o.id, o.invoice_id as "invoiceId", i.number as "invoiceNumber", o.customer_id as customer, c.parent_id as parent,
      o.legal_entity_id as "legalEntity", o.currency, o.issue_date as "issueDate", o.due_date as "dueDate", o.amount,
      o.amount_due as "amountDue"
    from open_item o
    join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
    join customer c on c.organization_id = o.organization_id and c.id = o.customer_id
    where o.organization_id = current_organization() and o.id = any(${ids})`)

export interface PaymentShown {
  readonly id: number
  readonly customer: string
  readonly receivedOn: CalendarDate
  /** Invoices it settles. */
  readonly invoices: readonly string[]
}

export const paymentsShown = (db: Db, ids: readonly number[]): Promise<PaymentShown[]> =>
  db.rows(sql`
    select p.id, c.name as customer, p.received_on as "receivedOn", array(
      select i.number from allocation a
      join open_item o on o.organization_id = a.organization_id and o.id = a.open_item_id
      join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
      where a.organization_id = p.organization_id and a.payment_id = p.id
      group by i.number having sum(a.amount) > 0 order by 1) as invoices
    from payment p
    join customer c on c.organization_id = p.organization_id and c.id = p.customer_id
    where p.organization_id = current_organization() and p.id = any(${ids})
    order by p.received_on, p.id`)

export interface CustomerOwes {
  /** Credit notes and credits deducted, smallest unit. */
  readonly outstanding: number
  /** Of the debts that are overdue. */
  readonly late: number
  /** The day of the reminder that comes next, where one is planned. */
  readonly nextOn: CalendarDate | null
  /** A line of the bank alone keeps a reminder from leaving. */
  readonly isHeld: boolean
}

/** What a customer owes in one currency before anything is applied, and when it hears of it. */
export const customerOwes = (
  db: Db,
  { customer, currency, today }: { readonly customer: number; readonly currency: string; readonly today: CalendarDate },
): Promise<CustomerOwes> =>
  db.one(sql`
    select coalesce(sum(o.amount_due), 0)::bigint - coalesce((
        select sum(p.unallocated) from payment p
        where p.organization_id = current_organization() and p.customer_id = ${customer} and p.currency = ${currency}
          and p.unallocated > 0), 0)::bigint as outstanding,
      coalesce(sum(o.amount_due) filter (where o.amount_due > 0 and o.due_date < ${today}), 0)::bigint as late, (
        select min(d.next_on) from current_decision d
        where d.organization_id = current_organization() and d.customer_id = ${customer} and d.kind = 'rest'
          and d.next_on >= ${today}) as "nextOn", exists (
        select from current_decision d
        where d.organization_id = current_organization() and d.customer_id = ${customer} and d.kind = 'hold'
          and d.because = 'bankPending') as "isHeld"
    from open_item o
    where o.organization_id = current_organization() and o.customer_id = ${customer} and o.currency = ${currency}
      and o.amount_due <> 0`)

/** Whose reminders wait for a line, and whether for its match or for the credit it left. */
export const holdsOf = (db: Db, line: number): Promise<{ customer: CustomerRef; isCredit: boolean }[]> =>
  db.rows(sql`
    select json_build_object('id', c.id, 'name', c.name, 'code', c.code) as customer, h.payment_id is not null as "isCredit"
    from bank_hold h
    join customer c on c.organization_id = h.organization_id and c.id = h.customer_id
    left join payment p on p.organization_id = h.organization_id and p.id = h.payment_id
    where h.organization_id = current_organization() and h.bank_line_id = ${line}
      and (h.payment_id is null or p.unallocated > 0)
    order by c.name, c.id`)
