import { type Sql, sql } from '../platform/database/sql.ts'

/** The columns by which a plan is judged (`PlanFacts`), amounts in the smallest unit; `plan` and `graceDays` name columns. */
export const planFacts = (plan: Sql, graceDays: Sql): Sql => sql`
  ${graceDays} as "graceDays", ${instalmentsOf(plan)} as instalments, ${contestedOf(plan)} as contested, (
    select coalesce(sum(m.amount_due - o.amount_due), 0)::bigint from payment_plan_item m
    join open_item o on o.organization_id = m.organization_id and o.id = m.open_item_id
    where m.organization_id = current_organization() and m.payment_plan_id = ${plan}) as paid`

/** The dates of a plan in their order, as JSON. */
export const instalmentsOf = (plan: Sql): Sql => sql`(
  select json_agg(json_build_object('dueOn', n.due_on, 'amount', n.amount) order by n.due_on)
  from payment_plan_instalment n where n.organization_id = current_organization() and n.payment_plan_id = ${plan})`

/** What of the items of a plan is contested and left to pay: its last dates wait for it. */
const contestedOf = (plan: Sql): Sql => sql`(
  select coalesce(sum(case when c.part < o.amount_due then c.part else o.amount_due end), 0)::bigint
  from payment_plan_item m
  join open_item o on o.organization_id = m.organization_id and o.id = m.open_item_id and o.amount_due > 0
  cross join lateral (
    select case when bool_or(x.amount is null) then null else sum(x.amount) end as part, count(*) as disputes
    from dispute_item x
    join dispute s on s.organization_id = x.organization_id and s.id = x.dispute_id and s.resolved_on is null
    where x.organization_id = m.organization_id and x.open_item_id = m.open_item_id) c
  where m.organization_id = current_organization() and m.payment_plan_id = ${plan} and c.disputes > 0)`
