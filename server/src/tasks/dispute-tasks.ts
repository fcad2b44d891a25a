import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { OverdueDispute } from '../disputes/settle-disputes.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/**
 * A dispute past its deadline asks whoever follows it (else the customer's collector, else `anybody`), once a deadline;
 * a task about one that was resolved or given more time has no object. Answers how many are new.
 */
export async function keepDisputeTasks(
  db: Db,
  customers: readonly number[],
  overdue: readonly OverdueDispute[],
  { dueOn, anybody }: { readonly dueOn: CalendarDate; readonly anybody: number | null },
): Promise<number> {
  const of = overdue.map(({ customer }) => customer)
  const deadlines = overdue.map(({ deadline }) => deadline)
  await db.run(sql`
    update task t set state = 'dropped', broken_on = null, ended_at = moment(), ended_by = current_person()
    where t.organization_id = current_organization() and t.customer_id = any(${customers}) and t.state in ('todo', 'snoozed')
      and t.because = 'disputeLate' and t.broken_on is not null and not exists (
        select from unnest(${of}::bigint[], ${deadlines}::date[]) as g (customer, deadline)
        where g.customer = t.customer_id and g.deadline = t.broken_on)`)
  if (overdue.length === 0) return 0
  const added = await db.rows<{ id: number; customer: number; deadline: CalendarDate }>(sql`
    insert into task (organization_id, kind, customer_id, title, assignee_id, due_on, because, broken_on)
    select distinct on (g.customer, g.deadline) current_organization(), 'other', g.customer,
      case when o.language = 'fr' then 'Faire avancer le litige : ' else 'Move the dispute on: ' end || c.name,
      coalesce(g.owner, c.collector_id, ${anybody}::bigint), ${dueOn}::date, 'disputeLate', g.deadline
    from unnest(${of}::bigint[], ${overdue.map(({ owner }) => owner)}::bigint[], ${deadlines}::date[]) as g (customer, owner, deadline)
    join customer c on c.organization_id = current_organization() and c.id = g.customer
    join organization o on o.organization_id = c.organization_id
    order by g.customer, g.deadline, g.owner nulls last
    on conflict (organization_id, customer_id, because, broken_on) where broken_on is not null do nothing
    returning id, customer_id as customer, broken_on as deadline`)
  const lines = added.flatMap(({ id, customer, deadline }) =>
    overdue
      .filter((one) => one.customer === customer && one.deadline === deadline)
      .flatMap(({ items }) => items.map((item) => ({ id, item }))),
  )
  await db.run(sql`
    insert into task_item (organization_id, task_id, open_item_id)
    select distinct current_organization(), g.* from unnest(${lines.map((one) => one.id)}::bigint[], ${lines.map((one) => one.item)}::bigint[]) as g`)
  return added.length
}
