import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { DifferenceReason } from '@quittance/core/payments/difference.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

export interface AllocationInForce {
  readonly id: number
  readonly item: number
  readonly payment: number | null
  readonly creditItem: number | null
  readonly difference: DifferenceReason | null
  readonly amount: number
  readonly on: CalendarDate
}

export interface AllocationAsked extends AllocationInForce {
  /** Whose payment, credit note or item it is. */
  readonly customer: number
  /** Of the payment. */
  readonly reference: string | null
}

const columns = sql`a.id, a.open_item_id as item, a.payment_id as payment, a.credit_item_id as "creditItem", a.difference,
  a.amount, a.allocated_on as on`

/** One that is not itself a reversal, reversed or not; null when there is none. */
export const allocationAsked = (db: Db, id: number): Promise<AllocationAsked | null> =>
  db.maybe(sql`
    select ${columns}, coalesce(p.customer_id, c.customer_id, o.customer_id) as customer, p.reference
    from allocation a
    join open_item o on o.organization_id = a.organization_id and o.id = a.open_item_id
    left join payment p on p.organization_id = a.organization_id and p.id = a.payment_id
    left join open_item c on c.organization_id = a.organization_id and c.id = a.credit_item_id
    where a.organization_id = current_organization() and a.id = ${id} and a.reverses_id is null`)

/** Sure only while its item is locked. */
export const isTakenBack = async (db: Db, allocation: number): Promise<boolean> => {
  const { is } = await db.one<{ is: boolean }>(sql`
    select exists (
      select from allocation where organization_id = current_organization() and reverses_id = ${allocation}) as is`)
  return is
}

const inForce = sql`a.reverses_id is null and not exists (
  select from allocation r where r.organization_id = a.organization_id and r.reverses_id = a.id)`

/** Those of these allocations that stand, in the order of their ids. */
export const inForceAmong = (db: Db, allocations: readonly number[]): Promise<AllocationInForce[]> =>
  db.rows(sql`
    select ${columns} from allocation a
    where a.organization_id = current_organization() and a.id = any(${allocations}) and ${inForce}
    order by a.id`)

/** The gaps closed on an item and not taken back since. */
export const differencesOn = (db: Db, item: number): Promise<AllocationInForce[]> =>
  db.rows(sql`
    select ${columns} from allocation a
    where a.organization_id = current_organization() and a.open_item_id = ${item} and a.difference is not null
      and ${inForce}
    order by a.id`)

/** What a payment settles now, and the differences closed on the same items, which make no sense without it. */
export const allocationsToReverse = (db: Db, payment: number): Promise<AllocationInForce[]> =>
  db.rows(sql`
    select ${columns}
    from allocation a
    where a.organization_id = current_organization() and ${inForce}
      and (a.payment_id = ${payment} or a.difference is not null and a.open_item_id in (
        select s.open_item_id from allocation s
        where s.organization_id = current_organization() and s.payment_id = ${payment} and s.reverses_id is null
          and not exists (
            select from allocation r where r.organization_id = s.organization_id and r.reverses_id = s.id)))
    order by a.id`)

/** Also those whose allocation was taken back since. */
export const itemsEverSettledBy = async (db: Db, payment: number): Promise<number[]> => {
  const rows = await db.rows<{ item: number }>(sql`
    select distinct open_item_id as item from allocation
    where organization_id = current_organization() and payment_id = ${payment}`)
  return rows.map(({ item }) => item)
}

export interface NewReversal {
  readonly payment: number
  readonly on: CalendarDate
  readonly reason: 'rejected' | 'mistake' | 'undone'
  readonly note: string | null
}

export const insertReversal = (db: Db, { payment, on, reason, note }: NewReversal): Promise<number> =>
  db.run(sql`
    insert into payment_reversal (organization_id, payment_id, reversed_on, reason, note, reversed_by)
    values (current_organization(), ${payment}, ${on}, ${reason}, ${note}, current_person())`)
