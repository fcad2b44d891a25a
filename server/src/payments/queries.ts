import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { DifferenceReason } from '@quittance/core/payments/difference.ts'
import { limitInSql } from '../people/limit-in.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

export interface LockedItem {
  readonly id: number
  readonly invoiceId: number
  readonly invoiceNumber: string
  readonly customer: number
  readonly parent: number | null
  readonly legalEntity: number
  readonly currency: string
  readonly issueDate: CalendarDate
  readonly dueDate: CalendarDate
  /** Smallest unit; negative for a credit note. */
  readonly amount: number
  readonly amountDue: number
}

/** These items, locked in the order of their ids: two payments that share items wait for each other, never in a ring. */
export const lockItems = (db: Db, ids: readonly number[]): Promise<LockedItem[]> =>
  db.rows(sql`
    select ${itemColumns}
    from open_item o
    join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
    join customer c on c.organization_id = o.organization_id and c.id = o.customer_id
    where o.organization_id = current_organization() and o.id = any(${ids})
    order by o.id
    for update of o`)

/** Debts of a customer and of the customers that belong to it, oldest first, 500 at most: what its payment may settle. */
export const payableItemsOf = (db: Db, customer: number, currency: string): Promise<LockedItem[]> =>
  db.rows(sql`
    select ${itemColumns}
    from open_item o
    join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
    join customer c on c.organization_id = o.organization_id and c.id = o.customer_id
    where o.organization_id = current_organization() and o.amount_due > 0 and o.currency = ${currency}
      and o.customer_id in (
        select f.id from customer f
        where f.organization_id = current_organization() and (f.id = ${customer} or f.parent_id = ${customer}))
    order by o.due_date, o.id
    limit 500`)

const itemColumns = sql`o.id, o.invoice_id as "invoiceId", i.number as "invoiceNumber", o.customer_id as customer,
  c.parent_id as parent, o.legal_entity_id as "legalEntity", o.currency, o.issue_date as "issueDate",
  o.due_date as "dueDate", o.amount, o.amount_due as "amountDue"`

export interface LockedPayment {
  readonly id: number
  readonly customer: number
  readonly parent: number | null
  readonly legalEntity: number
  readonly currency: string
  readonly amount: number
  readonly unallocated: number
  readonly receivedOn: CalendarDate
  /** Entered less than ten minutes ago by the clock of the database. */
  readonly isUndoable: boolean
  readonly reversedFor: 'rejected' | 'mistake' | 'undone' | null
}

/** Locked before any item is: who locks both does it in this order. */
export const lockPayment = (db: Db, id: number): Promise<LockedPayment | null> =>
  db.maybe(sql`
    select p.id, p.customer_id as customer, c.parent_id as parent, p.legal_entity_id as "legalEntity", p.currency,
      p.amount, p.unallocated, p.received_on as "receivedOn",
      p.entered_at > clock_timestamp() - interval '10 minutes' as "isUndoable", r.reason as "reversedFor"
    from payment p
    join customer c on c.organization_id = p.organization_id and c.id = p.customer_id
    left join payment_reversal r on r.organization_id = p.organization_id and r.payment_id = p.id
    where p.organization_id = current_organization() and p.id = ${id}
    for update of p`)

export interface NewPayment {
  readonly customer: number
  readonly legalEntity: number
  readonly receivedOn: CalendarDate
  readonly currency: string
  readonly amount: number
  readonly means: 'transfer' | 'cheque' | 'card' | 'directDebit' | 'billOfExchange' | 'cash' | 'other'
  readonly reference: string | null
  readonly origin: 'manual' | 'import' | 'bank'
  /** The slip a cheque was handed in with. */
  readonly slip?: number | null
  /** Unique in the organisation; null when entering twice is prevented elsewhere. */
  readonly entryKey: string | null
}

/** The new payment's id, or null when this entry key was used before. */
export const insertPayment = async (db: Db, payment: NewPayment): Promise<number | null> => {
  const row = await db.maybe<{ id: number }>(sql`
    insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means,
      reference, origin, entry_key, deposit_slip_id, entered_by)
    values (current_organization(), ${payment.legalEntity}, ${payment.customer}, ${payment.receivedOn},
      ${payment.currency}, ${payment.amount}, ${payment.means}, ${payment.reference}, ${payment.origin},
      ${payment.entryKey}, ${payment.slip ?? null}, current_person())
    on conflict (organization_id, entry_key) do nothing
    returning id`)
  return row?.id ?? null
}

export const paymentOfEntryKey = (
  db: Db,
  entryKey: string,
): Promise<
  Pick<NewPayment, 'customer' | 'amount' | 'currency' | 'receivedOn' | 'means' | 'reference'> & { readonly id: number }
> =>
  db.one(sql`
    select id, customer_id as customer, amount, currency, received_on as "receivedOn", means, reference from payment
    where organization_id = current_organization() and entry_key = ${entryKey}`)

/** All that a payment was ever allocated to, taken back since or not. */
export const linesEverOf = (db: Db, payment: number): Promise<{ item: number; amount: number }[]> =>
  db.rows(sql`
    select open_item_id as item, amount from allocation
    where organization_id = current_organization() and payment_id = ${payment} and reverses_id is null`)

export interface NewAllocation {
  readonly item: number
  readonly payment?: number
  readonly creditItem?: number
  readonly difference?: DifferenceReason
  /** Smallest unit, positive; negative for a reversing one. */
  readonly amount: number
  readonly on: CalendarDate
  readonly reverses?: number
}

/** Their ids. Triggers move what is left of items and payments; the check constraints refuse more than there is. */
export const insertAllocations = (db: Db, lines: readonly NewAllocation[]): Promise<{ id: number }[]> =>
  lines.length === 0
    ? Promise.resolve([])
    : db.rows(sql`
    insert into allocation (organization_id, open_item_id, payment_id, credit_item_id, difference, amount, allocated_on,
      reverses_id, entered_by)
    select current_organization(), item, payment, credit_item, difference, amount, allocated_on, reverses, current_person()
    from unnest(
      ${lines.map((line) => line.item)}::bigint[], ${lines.map((line) => line.payment ?? null)}::bigint[],
      ${lines.map((line) => line.creditItem ?? null)}::bigint[], ${lines.map((line) => line.difference ?? null)}::text[],
      ${lines.map((line) => line.amount)}::bigint[], ${lines.map((line) => line.on)}::date[],
      ${lines.map((line) => line.reverses ?? null)}::bigint[]
    ) as line (item, payment, credit_item, difference, amount, allocated_on, reverses)
    returning id`)

/** A payment of the customer with this very amount received within three days of the day, still standing. */
export const paymentThatLooksLike = (
  db: Db,
  like: { customer: number; currency: string; amount: number; receivedOn: CalendarDate },
): Promise<{ paymentId: number; receivedOn: CalendarDate } | null> =>
  db.maybe(sql`
    select p.id as "paymentId", p.received_on as "receivedOn"
    from payment p
    where p.organization_id = current_organization() and p.customer_id = ${like.customer}
      and p.currency = ${like.currency} and p.amount = ${like.amount}
      and p.received_on between ${like.receivedOn}::date - 3 and ${like.receivedOn}::date + 3
      and not exists (
        select from payment_reversal r where r.organization_id = p.organization_id and r.payment_id = p.id)
    order by p.received_on desc, p.id desc
    limit 1`)

export const payer = (db: Db, customer: number): Promise<{ id: number; parent: number | null; name: string } | null> =>
  db.maybe(sql`
    select id, parent_id as parent, name from customer
    where organization_id = current_organization() and id = ${customer}`)

/** Largest gap that may be closed, smallest unit of `currency`; and the firm that is meant when nobody says which. */
export const paymentRules = (
  db: Db,
  currency: string,
): Promise<{ differenceLimit: number; legalEntity: number | null }> =>
  db.one(sql`
    select floor(${limitInSql(sql`o.difference_amount`, { base: sql`o.base_currency`, currency: sql`${currency}::text` })}) as "differenceLimit",
      (select min(l.id) from legal_entity l where l.organization_id = o.organization_id) as "legalEntity"
    from organization o
    where o.organization_id = current_organization()`)
