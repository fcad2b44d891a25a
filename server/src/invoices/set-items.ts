import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { limitInSql } from '../people/limit-in.ts'
import { type Sql, sql } from '../platform/database/sql.ts'

/** Ids of the due lines in an open dispute. */
export const disputedItems = sql`
  select l.open_item_id from dispute s
  join dispute_item l on l.organization_id = s.organization_id and l.dispute_id = s.id
  where s.organization_id = current_organization() and s.resolved_on is null`

/** Ids of the due lines of invoices that a newer full file of their source no longer has. */
export const missingItems = sql`
  select i.id from invoice v
  join open_item i on i.organization_id = v.organization_id and i.invoice_id = v.id and i.amount_due > 0
  where v.organization_id = current_organization() and v.missing_file_id is not null`

/** Ids whose latest promise has gone by, its grace too, while less came for it than was promised. */
export const brokenPromises = (today: CalendarDate): Sql => sql`
  select l.open_item_id
  from (
    select p.id from promise p
    where p.organization_id = current_organization() and p.withdrawn_on is null and p.kept_until < ${today} and p.received < p.enough
      and exists (
        select from promise_item m
        join open_item i on i.organization_id = m.organization_id and i.id = m.open_item_id
        where m.organization_id = p.organization_id and m.promise_id = p.id and i.amount_due > 0)
    offset 0
  ) p
  join promise_item l on l.organization_id = current_organization() and l.promise_id = p.id
  where not exists (
    select from promise_item n
    join promise later on later.organization_id = n.organization_id and later.id = n.promise_id
    where n.organization_id = current_organization() and n.open_item_id = l.open_item_id and n.promise_id > p.id
      and later.withdrawn_on is null)`

const ofOrganization = (column: string): Sql =>
  sql`(select g.${sql.identifier(column)} from organization g where g.organization_id = current_organization())`
const toleranceIn = (currency: Sql): Sql =>
  limitInSql(ofOrganization('tolerance_amount'), { base: ofOrganization('base_currency'), currency })
/** A dinar has a thousand smallest units: no currency has more. */
const largestTolerance = toleranceIn(sql`'KWD'`)

/** Something keeps the due line `o` back; asked of one at a time, each answer a look or two into an index. */
export const isStopped = (today: CalendarDate): Sql => sql`(
  o.amount_due < ${toleranceIn(sql`o.currency`)}
  or o.paused_on is not null and (o.paused_until is null or o.paused_until > ${today})
  or o.rejected_on is null and (o.automatic_means or exists (
    select from customer c
    where c.organization_id = o.organization_id and c.id = o.customer_id and c.automatic_means))
  or exists (
    select from dispute_item l
    join dispute s on s.organization_id = l.organization_id and s.id = l.dispute_id
    where l.organization_id = o.organization_id and l.open_item_id = o.id and s.resolved_on is null
      and (l.amount is null or l.amount >= o.amount_due))
  or exists (
    select from extra_delay e
    where e.organization_id = o.organization_id and e.invoice_id = o.invoice_id and e.ended_on is null
      and e.until >= ${today} and e.until > o.due_date)
  or ((
    select p.kept_until from promise_item l
    join promise p on p.organization_id = l.organization_id and p.id = l.promise_id
    where l.organization_id = o.organization_id and l.open_item_id = o.id and p.withdrawn_on is null
    order by p.id desc limit 1) >= ${today}) is true
  or exists (
    select from payment_plan_item l
    join payment_plan p on p.organization_id = l.organization_id and p.id = l.payment_plan_id
    where l.organization_id = o.organization_id and l.open_item_id = o.id and p.ended_on is null)
    and exists (${planExclusions(sql`d.customer_id = o.customer_id`)} and (one.exclusion->>'item')::bigint = o.id))`

/** What a payment plan keeps back, as the decisions in force say: a plan of which a date was missed keeps nothing. */
const planExclusions = (whose: Sql): Sql => sql`
  select (one.exclusion->>'item')::bigint as id
  from current_decision d
  join decision x on x.organization_id = d.organization_id and x.id = d.decision_id
  cross join lateral jsonb_array_elements(x.detail->'excluded') as one (exclusion)
  where d.organization_id = current_organization() and one.exclusion->>'because' = 'plan' and ${whose}`

/** Ids of all due lines that may be stopped: those of `isStopped` are among them. Each source is short, or has its index. */
export const maybeStopped = (today: CalendarDate): Sql => sql`
  select id from open_item
  where organization_id = current_organization() and amount_due > 0 and amount_due < (select ceil(${largestTolerance})::bigint)
    and amount_due < ${toleranceIn(sql`currency`)}
  union
  select id from open_item where organization_id = current_organization() and paused_on is not null
  union
  select id from open_item
  where organization_id = current_organization() and automatic_means and rejected_on is null
  union
  select i.id from customer c
  join open_item i on i.organization_id = c.organization_id and i.customer_id = c.id and i.amount_due > 0
  where c.organization_id = current_organization() and c.automatic_means
  union
  ${disputedItems}
  union
  select l.open_item_id from promise p
  join promise_item l on l.organization_id = p.organization_id and l.promise_id = p.id
  where p.organization_id = current_organization() and p.withdrawn_on is null and p.kept_until >= ${today}
  union
  select i.id from extra_delay e
  join open_item i on i.organization_id = e.organization_id and i.invoice_id = e.invoice_id
  where e.organization_id = current_organization() and e.ended_on is null and e.until >= ${today}
  union
  select l.open_item_id from payment_plan p
  join payment_plan_item l on l.organization_id = p.organization_id and l.payment_plan_id = p.id
  where p.organization_id = current_organization() and p.ended_on is null`

/**
 * Late items with no next step and nothing that keeps them back. Starts from the customers concerned, who should be
 * few, and looks at their items alone.
 */
export const unplannedItems = (today: CalendarDate): Sql => sql`
  select found.id
  from (
    select d.customer_id, d.legal_entity_id from current_decision d
    where d.organization_id = current_organization() and d.leads_to = 'none' and exists (
      select from customer_balance b
      where b.organization_id = d.organization_id and b.customer_id = d.customer_id
        and b.legal_entity_id = d.legal_entity_id and b.late_items > 0)
    union all
    select distinct b.customer_id, b.legal_entity_id from customer_balance b
    where b.organization_id = (select current_organization()) and b.late_items > 0 and not exists (
      select from current_decision d
      where d.organization_id = (select current_organization()) and d.customer_id = b.customer_id
        and d.legal_entity_id = b.legal_entity_id)
    offset 0
  ) party
  cross join lateral (
    select o.id from open_item o
    where o.organization_id = current_organization() and o.customer_id = party.customer_id
      and o.legal_entity_id = party.legal_entity_id and o.amount_due > 0 and o.written_off_on is null and o.due_date < ${today}
      and not ${isStopped(today)}
    offset 0
  ) found`
