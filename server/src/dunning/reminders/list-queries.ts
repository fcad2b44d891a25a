import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Decision } from '@quittance/core/dunning/decision.ts'
import type { Money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Position } from '../../platform/http/cursor.ts'

export interface HeldListRow {
  /** With `key`, its place in the list. */
  readonly id: number
  readonly key: string
  readonly customer: { id: number; name: string }
  readonly legalEntityId: number
  readonly decision: Decision
  readonly reminderId: number | null
  readonly note: string | null
  readonly late: Money[]
}

/** What each customer held back owes late, all currencies in one figure to sort by. */
const held = sql`
  select d.customer_id, d.legal_entity_id, d.decision_id as id, coalesce(b.late, 0) as key
  from current_decision d
  left join (
    select customer_id, legal_entity_id, sum(late)::bigint as late from customer_balance
    where organization_id = current_organization() group by 1, 2) b using (customer_id, legal_entity_id)
  where d.organization_id = current_organization() and d.kind = 'hold'`

/** Customers that are late and not written to, with the decision that says why, largest amount first. Balances must be up to date. */
export const heldPage = (
  db: Db,
  { after, limit }: { readonly after: Position | null; readonly limit: number },
): Promise<HeldListRow[]> =>
  db.rows(sql`
    with held as (${held}),
    page as materialized (
      select * from held where ${after ? sql`(key, id) < (${after.key}::bigint, ${after.id}::bigint)` : sql`true`}
      order by key desc, id desc limit ${limit})
    select p.id, p.key::text as key, json_build_object('id', c.id, 'name', c.name) as customer, p.legal_entity_id as "legalEntityId",
      e.detail as decision,
      (select max(r.id) from reminder r where r.organization_id = c.organization_id and r.customer_id = p.customer_id
        and r.legal_entity_id = p.legal_entity_id and r.state in ('held', 'uncertain')) as "reminderId",
      case when e.because = 'setAside' then (
        select concat_ws(' · ', w.name, r.set_aside_reason) from reminder r
        left join person w on w.organization_id = r.organization_id and w.id = r.set_aside_by
        where r.organization_id = c.organization_id and r.customer_id = p.customer_id and r.legal_entity_id = p.legal_entity_id
          and r.state = 'held' and r.set_aside_reason is not null order by r.id desc limit 1) end as note,
      coalesce((select json_agg(json_build_object('amount', b.late, 'currency', b.currency) order by b.currency)
        from customer_balance b
        where b.organization_id = c.organization_id and b.customer_id = p.customer_id
          and b.legal_entity_id = p.legal_entity_id and b.late > 0), '[]') as late
    from page p
    join decision e on e.organization_id = current_organization() and e.id = p.id
    join customer c on c.organization_id = current_organization() and c.id = p.customer_id
    order by p.key desc, p.id desc`)

/** How many customers are held back, and what they owe late together. Balances must be up to date. */
export async function heldTotals(db: Db): Promise<{ count: number; total: Money[] }> {
  const { count } = await db.one<{ count: number }>(sql`
    select count(*)::int as count from current_decision d
    join customer c on c.organization_id = d.organization_id and c.id = d.customer_id
    where d.organization_id = current_organization() and d.kind = 'hold'`)
  const total = await db.rows<Money>(sql`
    select sum(b.late)::bigint as amount, b.currency from current_decision d
    join customer_balance b on b.organization_id = d.organization_id and b.customer_id = d.customer_id
      and b.legal_entity_id = d.legal_entity_id and b.late > 0
    where d.organization_id = current_organization() and d.kind = 'hold'
    group by b.currency order by b.currency`)
  return { count, total }
}

/** Numbers of invoices by open item, to say decisions in words. */
export const invoiceNumbers = (db: Db, items: readonly number[]) =>
  db.rows<{ item: number; number: string }>(sql`
    select i.id as item, v.number from open_item i join invoice v on v.organization_id = i.organization_id and v.id = i.invoice_id
    where i.organization_id = current_organization() and i.id = any(${items})`)

/** On the days it changed, the latest first. */
export const decisionsOf = (db: Db, customer: number) =>
  db.rows<{
    id: number
    on: CalendarDate
    at: string
    kind: 'take' | 'hold' | 'rest'
    because: string
    decision: Decision
    customerName: string
  }>(sql`
    select d.id, d.decided_on as on, d.decided_at as at, d.kind, d.because, d.detail as decision, c.name as "customerName"
    from decision d join customer c on c.organization_id = d.organization_id and c.id = d.customer_id
    where d.organization_id = current_organization() and d.customer_id = ${customer} order by d.id desc limit 200`)

/** The decision in force for a customer and a legal entity. */
export const currentDecisionOf = (db: Db, customer: number, legalEntity: number) =>
  db.maybe<{ decision: Decision }>(sql`
    select e.detail as decision from current_decision d
    join decision e on e.organization_id = d.organization_id and e.id = d.decision_id
    where d.organization_id = current_organization() and d.customer_id = ${customer} and d.legal_entity_id = ${legalEntity}`)

/** The decisions in force of the customers of some messages. */
export const decisionsInForce = (db: Db, reminders: readonly number[]) =>
  db.rows<{ reminder: number; decision: Decision }>(sql`
    select r.id as reminder, e.detail as decision
    from reminder r
    join current_decision d on d.organization_id = r.organization_id and d.customer_id = r.customer_id and d.legal_entity_id = r.legal_entity_id
    join decision e on e.organization_id = d.organization_id and e.id = d.decision_id
    where r.organization_id = current_organization() and r.id = any(${reminders})`)

/** The latest decision about a customer, whatever the legal entity. */
export const latestDecisionOf = (db: Db, customer: number) =>
  db.maybe<{ decision: Decision; customerName: string }>(sql`
    select e.detail as decision, c.name as "customerName"
    from current_decision d
    join decision e on e.organization_id = d.organization_id and e.id = d.decision_id
    join customer c on c.organization_id = d.organization_id and c.id = d.customer_id
    where d.organization_id = current_organization() and d.customer_id = ${customer} order by d.decision_id desc limit 1`)
