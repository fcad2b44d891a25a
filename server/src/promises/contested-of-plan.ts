import { type Sql, sql } from '../platform/database/sql.ts'

/** What of the items of a plan is contested and left to pay, in the smallest unit: its last dates wait for it. */
export const contestedOf = (plan: Sql): Sql => sql`(
  select coalesce(sum(case when c.part < o.amount_due then c.part else o.amount_due end), 0)::bigint
  from payment_plan_item m
  join open_item o on o.organization_id = m.organization_id and o.id = m.open_item_id and o.amount_due > 0
  cross join lateral (
    select case when bool_or(x.amount is null) then null else sum(x.amount) end as part, count(*) as disputes
    from dispute_item x
    join dispute s on s.organization_id = x.organization_id and s.id = x.dispute_id and s.resolved_on is null
    where x.organization_id = m.organization_id and x.open_item_id = m.open_item_id) c
  where m.organization_id = current_organization() and m.payment_plan_id = ${plan} and c.disputes > 0)`
