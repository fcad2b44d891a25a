import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** Paid items looked at, and how many are needed before an average means something. */
const looked = 12
const needed = 3

export interface PaidItem {
  readonly invoiceId: number
  readonly invoiceNumber: string
  /** The day nothing was left of it. */
  readonly paidOn: CalendarDate
  /** Negative: paid early. */
  readonly daysAfterDue: number
}

/** The last paid items of a customer, oldest first, with how many days after the due date each was paid. */
export const habitOf = async (db: Db, customer: number): Promise<PaidItem[]> =>
  (
    await db.rows<PaidItem>(sql`
      select v.id as "invoiceId", v.number as "invoiceNumber", paid.last as "paidOn", paid.last - i.due_date as "daysAfterDue"
      from open_item i
      join invoice v on v.organization_id = i.organization_id and v.id = i.invoice_id
      cross join lateral (
        select max(a.allocated_on) as last from allocation a
        where a.organization_id = i.organization_id and a.open_item_id = i.id and a.reverses_id is null and a.payment_id is not null
          and not exists (select from allocation u where u.organization_id = a.organization_id and u.reverses_id = a.id)) paid
      where i.organization_id = current_organization() and i.customer_id = ${customer} and i.amount > 0 and i.amount_due = 0
        and paid.last is not null
      order by paid.last desc, i.id desc limit ${looked}`)
  ).reverse()

/** Average days after the due date over the last paid items; customers with fewer than three are not there. */
export async function averageDelaysOf(db: Db, customers: readonly number[]): Promise<Map<number, number>> {
  if (customers.length === 0) return new Map()
  const rows = await db.rows<{ customer: number; delay: number }>(sql`
    select c as customer, round(avg(l.days))::int as delay
    from unnest(${customers}::bigint[]) as c
    cross join lateral (
      select paid.last - i.due_date as days
      from open_item i
      cross join lateral (
        select max(a.allocated_on) as last from allocation a
        where a.organization_id = i.organization_id and a.open_item_id = i.id and a.reverses_id is null and a.payment_id is not null) paid
      where i.organization_id = current_organization() and i.customer_id = c and i.amount > 0 and i.amount_due = 0 and paid.last is not null
      order by i.due_date desc limit ${looked}) l
    group by c having count(*) >= ${needed}`)
  return new Map(rows.map((row) => [row.customer, row.delay]))
}

export const averageOf = (habit: readonly PaidItem[]): number | null =>
  habit.length < needed ? null : Math.round(habit.reduce((sum, item) => sum + item.daysAfterDue, 0) / habit.length)
