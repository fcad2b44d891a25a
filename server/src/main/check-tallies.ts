import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type { ProjectionProblem } from './check-projections.ts'

/** What lists say of all payments and messages, counted and summed again from each of them. */
export async function checkTallies(db: Db): Promise<ProjectionProblem[]> {
  return [...(await paymentsThatDiffer(db)), ...(await messagesThatDiffer(db))]
}

const paymentsThatDiffer = (db: Db): Promise<ProjectionProblem[]> =>
  db.rows(sql`
    with facts as (
      select p.currency, count(*) as payments, coalesce(sum(p.amount) filter (where r.payment_id is null), 0) as amount,
        count(*) filter (where p.unallocated > 0) as unallocated_payments, sum(p.unallocated) as unallocated,
        count(r.payment_id) as reversed_payments, coalesce(sum(p.amount) filter (where r.payment_id is not null), 0) as reversed
      from payment p
      left join payment_reversal r on r.organization_id = p.organization_id and r.payment_id = p.id
      where p.organization_id = current_organization()
      group by p.currency
    ), kept as (
      select currency, sum(payments) as payments, sum(amount) as amount, sum(unallocated_payments) as unallocated_payments,
        sum(unallocated) as unallocated, sum(reversed_payments) as reversed_payments, sum(reversed) as reversed
      from payment_tally where organization_id = current_organization()
      group by currency
    )
    select told.kind, 0 as id, g.name, currency, told.kept::bigint as kept, told.facts::bigint as facts
    from facts full join kept using (currency)
    cross join organization g
    cross join lateral (values
      ('paymentCount', coalesce(kept.payments, 0), coalesce(facts.payments, 0)),
      ('payments', coalesce(kept.amount, 0), coalesce(facts.amount, 0)),
      ('paymentCount', coalesce(kept.unallocated_payments, 0), coalesce(facts.unallocated_payments, 0)),
      ('payments', coalesce(kept.unallocated, 0), coalesce(facts.unallocated, 0)),
      ('paymentCount', coalesce(kept.reversed_payments, 0), coalesce(facts.reversed_payments, 0)),
      ('payments', coalesce(kept.reversed, 0), coalesce(facts.reversed, 0))) told (kind, kept, facts)
    where g.organization_id = current_organization() and told.kept <> told.facts
    order by currency`)

const messagesThatDiffer = (db: Db): Promise<ProjectionProblem[]> =>
  db.rows(sql`
    with facts as (
      select r.state, r.tone, null as currency, count(*) as messages, 0::bigint as items, 0::numeric as amount
      from reminder r where r.organization_id = current_organization()
      group by r.state, r.tone
      union all
      select r.state, r.tone, l.currency, 0, count(*), sum(l.amount_due)
      from reminder r
      join reminder_item l on l.organization_id = r.organization_id and l.reminder_id = r.id
      where r.organization_id = current_organization()
      group by r.state, r.tone, l.currency
    ), kept as (
      select state, tone, currency, sum(messages) as messages, sum(items) as items, sum(amount) as amount
      from reminder_tally where organization_id = current_organization()
      group by state, tone, currency
    )
    select told.kind, 0 as id, coalesce(f.state, k.state) || ' ' || coalesce(f.tone, k.tone) as name,
      coalesce(f.currency, k.currency, g.base_currency) as currency, told.kept::bigint as kept, told.facts::bigint as facts
    from facts f
    full join kept k on k.state = f.state and k.tone = f.tone and coalesce(k.currency, '') = coalesce(f.currency, '')
    cross join organization g
    cross join lateral (values
      ('messageCount', coalesce(k.messages, 0), coalesce(f.messages, 0)),
      ('messageCount', coalesce(k.items, 0), coalesce(f.items, 0)),
      ('messages', coalesce(k.amount, 0), coalesce(f.amount, 0))) told (kind, kept, facts)
    where g.organization_id = current_organization() and told.kept <> told.facts
    order by 3, 4`)
