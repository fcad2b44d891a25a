import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'

/** What one customer owes in one currency, smallest unit; credits positive, to be deducted. */
export interface AgedRow {
  readonly currency: string
  readonly customer: number
  readonly notDue: number
  readonly d1_30: number
  readonly d31_60: number
  readonly d61_90: number
  readonly d90plus: number
  readonly credits: number
  readonly notDueItems: number
  readonly d1_30Items: number
  readonly d31_60Items: number
  readonly d61_90Items: number
  readonly d90plusItems: number
}

/** From lines (customer, currency, due date, what is left) to one row a customer and currency. */
const byAge = (lines: Sql, on: CalendarDate): Sql => {
  const late = sql`${on}::date - due_date`
  const bucket = (condition: Sql, name: string) => sql`
    coalesce(sum(amount) filter (where amount > 0 and ${condition}), 0)::bigint as ${sql.identifier(name)},
    count(*) filter (where amount > 0 and ${condition})::int as ${sql.identifier(`${name}Items`)}`
  return sql`
    select currency, customer_id as customer,
      ${bucket(sql`due_date is not null and ${late} <= 0`, 'notDue')},
      ${bucket(sql`${late} between 1 and 30`, 'd1_30')},
      ${bucket(sql`${late} between 31 and 60`, 'd31_60')},
      ${bucket(sql`${late} between 61 and 90`, 'd61_90')},
      ${bucket(sql`${late} > 90`, 'd90plus')},
      coalesce(-sum(amount) filter (where amount < 0), 0)::bigint as credits
    from (${lines}) line
    where amount <> 0
    group by currency, customer_id
    order by currency, customer_id`
}

/** From what is kept beside each open item: what is known now. */
export const agedToday = (db: Db, today: CalendarDate): Promise<AgedRow[]> =>
  db.rows<AgedRow>(
    byAge(
      sql`
        select customer_id, currency, due_date, amount_due as amount from open_item
        where organization_id = (select current_organization()) and amount_due <> 0 and issue_date <= ${today}
        union all
        select customer_id, currency, null, -unallocated from payment
        where organization_id = (select current_organization()) and unallocated > 0 and received_on <= ${today}`,
      today,
    ),
  )

/**
 * From the facts dated up to the end of that day: an invoice issued later does not exist yet, a payment, allocation or
 * reversal dated later has not happened.
 */
export const agedOn = (db: Db, on: CalendarDate): Promise<AgedRow[]> =>
  db.rows<AgedRow>(
    byAge(
      sql`
        with taken as (
          select a.open_item_id, a.credit_item_id, a.payment_id, a.amount from allocation a
          left join payment p on p.organization_id = a.organization_id and p.id = a.payment_id
          left join open_item c on c.organization_id = a.organization_id and c.id = a.credit_item_id
          where a.organization_id = (select current_organization()) and a.allocated_on <= ${on}
            and coalesce(p.received_on, c.issue_date, a.allocated_on) <= ${on})
        select i.customer_id, i.currency, i.due_date, i.amount - coalesce(settled.amount, 0) + coalesce(used.amount, 0) as amount
        from open_item i
        left join (select open_item_id, sum(amount)::bigint as amount from taken group by 1) settled on settled.open_item_id = i.id
        left join (select credit_item_id, sum(amount)::bigint as amount from taken where credit_item_id is not null group by 1) used
          on used.credit_item_id = i.id
        where i.organization_id = (select current_organization()) and i.issue_date <= ${on}
        union all
        select p.customer_id, p.currency, null, -(p.amount - coalesce(spent.amount, 0)) as amount
        from payment p
        left join (select payment_id, sum(amount)::bigint as amount from taken where payment_id is not null group by 1) spent
          on spent.payment_id = p.id
        where p.organization_id = (select current_organization()) and p.received_on <= ${on}
          and not exists (select from payment_reversal v
            where v.organization_id = p.organization_id and v.payment_id = p.id and v.reversed_on <= ${on})`,
      on,
    ),
  )

export const customerNames = (db: Db, customers: readonly number[]) =>
  db.rows<{ id: number; name: string; code: string }>(sql`
    select id, name, code from customer where organization_id = current_organization() and id = any(${customers})`)
