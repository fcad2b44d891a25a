import { type CalendarDate, daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { PayerProfile } from '@quittance/core/payers/payer-profile.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { writeCursor } from '../platform/http/cursor.ts'
import { averageDelaysOf } from './average-delay.ts'
import { catchUpBalances } from './balances.ts'
import { type CustomersAsked, placesOf } from './customer-places.ts'
import { wholeOf } from './customer-totals.ts'
import { decisionOf } from './decision-of.ts'
import { narrowCustomers } from './narrow-customers.ts'
import { type DecisionInForce, nextStepOfCustomer } from './next-step.ts'

interface Money {
  readonly amount: number
  readonly currency: string
}

interface Found {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly salesRep: { readonly id: number; readonly name: string } | null
  readonly collector: { readonly id: number; readonly name: string } | null
  readonly outstanding: Money[]
  readonly late: Money[]
  readonly lateItems: number
  readonly lateSince: CalendarDate | 'infinity'
  readonly decision: DecisionInForce | null
  readonly profile: PayerProfile
}

/** Customers of a view with what they owe; count and totals are those of the whole list. */
export async function listCustomers(
  db: Db,
  asked: CustomersAsked,
  { today, language }: { today: CalendarDate; language: Language },
) {
  await catchUpBalances(db, today)
  const narrowed = await narrowCustomers(db, asked, today)
  const whole = await wholeOf(db, { asked, narrowed, today })
  const found = await placesOf(db, asked, { narrowed, count: whole.count })
  const page = found.slice(0, asked.limit)
  const last = found.length > asked.limit ? page.at(-1) : undefined
  const ids = page.map(({ id }) => id)
  const delays = await averageDelaysOf(db, ids)
  const rows = new Map((await customerRows(db, ids)).map((row) => [row.id, row]))
  return {
    rows: ids.flatMap((id) => {
      const row = rows.get(id)
      if (!row) return []
      const { lateSince, decision, ...shown } = row
      return {
        ...shown,
        daysLate: lateSince === 'infinity' ? 0 : Math.max(0, daysBetween(lateSince, today)),
        averageDelay: delays.get(id) ?? null,
        next: decision ? nextStepOfCustomer({ decision, today, language }) : null,
      }
    }),
    ...whole,
    nextCursor: last ? writeCursor(last) : null,
  }
}

/** What lists show of these customers, in no order. */
const customerRows = (db: Db, ids: readonly number[]): Promise<Found[]> =>
  db.rows<Found>(sql`
    select c.id, c.code, c.name, t.late_items as "lateItems", t.late_since as "lateSince",
      case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as "salesRep",
      case when l.id is not null then json_build_object('id', l.id, 'name', l.name) end as collector,
      coalesce(sums.outstanding, '[]') as outstanding, coalesce(sums.late, '[]') as late, ${decisionOf(sql`c.id`)} as decision,
      coalesce(f.profile, 'unknown') as profile
    from customer c
    join customer_total t on t.organization_id = c.organization_id and t.customer_id = c.id
    left join payer_profile f on f.organization_id = c.organization_id and f.customer_id = c.id
    left join person s on s.organization_id = c.organization_id and s.id = c.sales_rep_id
    left join person l on l.organization_id = c.organization_id and l.id = c.collector_id
    left join lateral (
      select json_agg(json_build_object('amount', y.outstanding, 'currency', y.currency) order by y.currency) filter (where y.outstanding > 0) as outstanding,
        json_agg(json_build_object('amount', y.late, 'currency', y.currency) order by y.currency) filter (where y.late > 0) as late
      from (select b.currency, sum(b.not_due + b.late)::bigint as outstanding, sum(b.late)::bigint as late from customer_balance b
        where b.organization_id = c.organization_id and b.customer_id = c.id group by b.currency) y) sums on true
    where c.organization_id = current_organization() and c.id = any(${ids})`)
