import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { type Db, type Scope, transaction } from '@quittance/server/platform/database/db.ts'
import { type Sql, sql } from '@quittance/server/platform/database/sql.ts'
import type pg from 'pg'
import { timed } from './stopwatch.ts'

class Undone extends Error {}

/** What its author would say too: the planner knows nothing of intermediate results and would loop over them. */
export const planWell = (db: Db): Promise<number> =>
  db.run(sql`
    select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '256MB', true)`)

/** Times a statement that writes, planned as well as its author could have it planned, and takes back what it wrote. */
export async function timedAndUndone(
  pool: pg.Pool,
  scope: Scope,
  statement: Sql,
): Promise<{ ms: number; rows: number }> {
  let measured = { ms: 0, rows: 0 }
  try {
    await transaction(pool, scope, async (db) => {
      await planWell(db)
      const { ms, result } = await timed(() => db.run(statement))
      measured = { ms, rows: result }
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return measured
}

/**
 * The daily run as one statement by hand: reads the same facts, follows the same rules for e-mail steps, and writes the
 * same rows in the same four tables (messages, what they list, decisions with their detail, decisions in force).
 */
export const dailyRunByHand = (today: CalendarDate): Sql => sql`
  with rule as (
    select tolerance_amount as tolerance, minimum_days_between_contacts as spacing from organization
    where organization_id = current_organization()
  ), stopped as (
    select di.open_item_id as id from dispute d
    join dispute_item di on di.organization_id = d.organization_id and di.dispute_id = d.id
    where d.organization_id = current_organization() and d.resolved_on is null
    union
    select pi.open_item_id from promise p
    join promise_item pi on pi.organization_id = p.organization_id and pi.promise_id = p.id
    where p.organization_id = current_organization() and p.withdrawn_on is null and p.promised_for >= ${today}
    union
    select pp.open_item_id from payment_plan l
    join payment_plan_item pp on pp.organization_id = l.organization_id and pp.payment_plan_id = l.id
    join payment_plan_instalment n on n.organization_id = l.organization_id and n.payment_plan_id = l.id
    where l.organization_id = current_organization() and l.ended_on is null and n.due_on >= ${today}
  ), climbed as (
    select open_item_id as id, max(delay_days) as highest from step_taken
    where organization_id = current_organization() group by 1
  ), late as (
    select i.id, i.customer_id, i.legal_entity_id, i.currency, i.due_date, i.amount_due, ${today}::date - i.due_date as days,
      coalesce(c.highest, -1) as highest
    from open_item i
    cross join rule
    left join climbed c on c.id = i.id
    where i.organization_id = current_organization() and i.amount_due >= rule.tolerance and i.amount_due > 0 and i.due_date < ${today}
      and not (i.automatic_means and i.rejected_on is null)
      and not (i.paused_on is not null and (i.paused_until is null or i.paused_until > ${today}))
      and i.id not in (select id from stopped)
  ), step as (
    select s.id as scenario, t.key, t.delay_days, t.channel, t.tone,
      coalesce(lag(t.delay_days) over (partition by s.id order by t.position), -1) as above
    from scenario s
    join scenario_step t on t.organization_id = s.organization_id and t.scenario_id = s.id and t.version = s.version
    where s.organization_id = current_organization() and t.is_active and t.delay_days >= 0
  ), party as (
    select c.id as customer_id, coalesce(c.scenario_id, usual.scenario_id) as scenario,
      (select max(e.happened_on) from exchange e
        where e.organization_id = c.organization_id and e.customer_id = c.id and e.counts_as_contact) as last_contact,
      exists (select from contact k where k.organization_id = c.organization_id and k.customer_id = c.id
        and k.receives_reminders and k.email <> '' and k.email_refused_on is null) as has_email
    from customer c
    left join default_scenario usual on usual.organization_id = c.organization_id and usual.category = c.category
    where c.organization_id = current_organization() and c.paused_on is null and c.handed_over_on is null
      and c.insolvency_on is null
      and not exists (select from bank_line b where b.organization_id = c.organization_id and b.customer_id = c.id
        and b.state in ('unmatched', 'suggested'))
      and not exists (select from reminder r where r.organization_id = c.organization_id and r.customer_id = c.id
        and r.state in ('pendingApproval', 'ready', 'sending', 'uncertain'))
      and not exists (select from task t where t.organization_id = c.organization_id and t.customer_id = c.id
        and t.step_key is not null and t.state in ('todo', 'snoozed'))
      and not exists (select from payment p where p.organization_id = c.organization_id and p.customer_id = c.id
        and p.unallocated > 0)
  ), climbing as (
    select l.*, s.key, s.delay_days, s.channel, s.tone, p.last_contact, p.has_email
    from late l join party p using (customer_id)
    left join step s on s.scenario = p.scenario and s.delay_days > l.highest and s.above <= l.highest
  ), carrying as (
    select distinct on (customer_id, legal_entity_id) * from climbing where key is not null
    order by customer_id, legal_entity_id, due_date, amount_due desc, id
  ), decided as (
    select c.*, case when c.days < c.delay_days then 'rest' when c.last_contact + rule.spacing > ${today} then 'hold'
      else 'take' end as kind
    from carrying c cross join rule
  ), listed as (
    select d.customer_id, d.legal_entity_id, c.id, c.days, c.currency, c.amount_due, c.due_date,
      case when c.days >= c.delay_days and c.channel = 'email' then c.key end as key,
      case when c.days >= c.delay_days and c.channel = 'email' then c.delay_days end as delay_days,
      row_number() over (partition by d.customer_id, d.legal_entity_id order by c.due_date, c.amount_due desc, c.id) as place
    from decided d join climbing c on c.customer_id = d.customer_id and c.legal_entity_id = d.legal_entity_id
    where d.kind = 'take'
  ), summed as (
    select customer_id, legal_entity_id, sum(amount_due)::bigint as total,
      md5(string_agg(id || ':' || amount_due || ':' || coalesce(key, ''), ';' order by place)) as hash,
      jsonb_agg(jsonb_build_object('item', id, 'daysLate', days, 'amountDue', jsonb_build_object('amount', amount_due,
        'currency', currency), 'climbs', jsonb_build_object('key', key, 'delayDays', delay_days, 'channel', 'email'))
        order by place) filter (where place <= 20) as items
    from listed group by 1, 2
  ), queued as (
    insert into reminder (organization_id, customer_id, legal_entity_id, about, step_key, delay_days, tone, carrying_item_id,
      items_hash, state, because, decided_on, message_id)
    select current_organization(), d.customer_id, d.legal_entity_id, 'overdue', d.key, d.delay_days, d.tone, d.id, s.hash,
      'pendingApproval', 'stepDue', ${today}, '<q.' || gen_random_uuid() || '@bench.example>'
    from decided d join summed s using (customer_id, legal_entity_id)
    where d.kind = 'take' and d.channel = 'email' and d.has_email
    returning id, customer_id, legal_entity_id
  ), lines as (
    insert into reminder_item (organization_id, reminder_id, open_item_id, step_key, delay_days, days_late, currency, amount_due)
    select current_organization(), q.id, l.id, l.key, l.delay_days, l.days, l.currency, l.amount_due
    from queued q join listed l using (customer_id, legal_entity_id)
  ), kept as (
    insert into decision (organization_id, customer_id, legal_entity_id, decided_on, kind, because, detail)
    select current_organization(), d.customer_id, d.legal_entity_id, ${today}, d.kind,
      case d.kind when 'take' then 'stepDue' when 'hold' then 'tooSoon' else 'noStepDue' end,
      jsonb_build_object('kind', d.kind, 'because', 'stepDue', 'carrying', d.id, 'step', jsonb_build_object('key', d.key,
        'delayDays', d.delay_days, 'channel', d.channel, 'tone', d.tone), 'items', coalesce(s.items, '[]'), 'toPay', s.total,
        'late', s.total, 'excluded', '[]'::jsonb)
    from decided d left join summed s using (customer_id, legal_entity_id)
    returning id, customer_id, legal_entity_id
  )
  insert into current_decision (organization_id, customer_id, legal_entity_id, decision_id, decided_on, kind, because,
    step_key, channel, carrying_item_id, next_on, fingerprint)
  select current_organization(), d.customer_id, d.legal_entity_id, k.id, ${today}, d.kind, 'stepDue', d.key, d.channel, d.id,
    case when d.kind = 'rest' then d.due_date + d.delay_days end, concat_ws('|', d.kind, d.key, d.id)
  from decided d join kept k using (customer_id, legal_entity_id)
  on conflict (organization_id, customer_id, legal_entity_id) do update set decision_id = excluded.decision_id,
    decided_on = excluded.decided_on, kind = excluded.kind, because = excluded.because, step_key = excluded.step_key,
    channel = excluded.channel, carrying_item_id = excluded.carrying_item_id, next_on = excluded.next_on,
    fingerprint = excluded.fingerprint`

/** The sum by customer and age over the amount kept beside each open item, read as the application reads it. */
export const agedBalanceByHand = (db: Db, today: CalendarDate): Promise<unknown[]> =>
  db.rows(sql`
    select customer_id, currency,
      coalesce(sum(amount_due) filter (where due_date >= ${today}), 0)::bigint as not_due,
      coalesce(sum(amount_due) filter (where ${today}::date - due_date between 1 and 30), 0)::bigint as d1_30,
      coalesce(sum(amount_due) filter (where ${today}::date - due_date between 31 and 60), 0)::bigint as d31_60,
      coalesce(sum(amount_due) filter (where ${today}::date - due_date between 61 and 90), 0)::bigint as d61_90,
      coalesce(sum(amount_due) filter (where ${today}::date - due_date > 90), 0)::bigint as d90plus
    from open_item
    where organization_id = current_organization() and amount_due > 0
    group by customer_id, currency`)
