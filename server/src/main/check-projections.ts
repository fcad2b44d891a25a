import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { checkPromises } from './check-promises.ts'
import { checkTallies } from './check-tallies.ts'

/** Something kept beside the facts that the facts do not say. Amounts in the currency's smallest unit. */
export interface ProjectionProblem {
  readonly kind:
    | 'amountDue'
    | 'unallocated'
    | 'dueLines'
    | 'balance'
    | 'latestDay'
    | 'payments'
    | 'paymentCount'
    | 'messages'
    | 'messageCount'
    | 'promiseReceived'
  /** The open item, payment, invoice, promise or customer; 0 for all payments, or all messages of a state and tone. */
  readonly id: number
  /** Invoice number, the customer's or the organisation's name, the state and tone of messages. */
  readonly name: string
  readonly currency: string
  /** Days for 'latestDay', null where there is none; a number of them for a count. */
  readonly kept: number | string | null
  readonly facts: number | string | null
}

/**
 * Computes again from the facts all that is kept beside them, for the organisation of `db`; the first thousand
 * problems of each kind, none when all is well. Balances with a change still to be counted are left out.
 */
export async function checkProjections(db: Db): Promise<ProjectionProblem[]> {
  return [
    ...(await openItemsThatDiffer(db)),
    ...(await paymentsThatDiffer(db)),
    ...(await invoicesThatDiffer(db)),
    ...(await balancesThatDiffer(db)),
    ...(await agesThatDiffer(db)),
    ...(await customersThatDiffer(db)),
    ...(await latestDaysThatDiffer(db)),
    ...(await checkPromises(db)),
    ...(await checkTallies(db)),
  ]
}

const openItemsThatDiffer = (db: Db): Promise<ProjectionProblem[]> =>
  db.rows(sql`
    with settled as (
      select open_item_id as id, sum(amount) as amount from allocation
      where organization_id = current_organization() group by open_item_id
    ), used as (
      select credit_item_id as id, sum(amount) as amount from allocation
      where organization_id = current_organization() and credit_item_id is not null group by credit_item_id
    )
    select 'amountDue' as kind, o.id, i.number as name, o.currency, o.amount_due as kept, f.amount::bigint as facts
    from open_item o
    join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
    left join settled s on s.id = o.id
    left join used u on u.id = o.id
    cross join lateral (select o.amount - coalesce(s.amount, 0) + coalesce(u.amount, 0) as amount) f
    where o.organization_id = current_organization() and o.amount_due <> f.amount
    order by o.id
    limit 1000`)

const paymentsThatDiffer = (db: Db): Promise<ProjectionProblem[]> =>
  db.rows(sql`
    with spent as (
      select payment_id as id, sum(amount) as amount from allocation
      where organization_id = current_organization() and payment_id is not null group by payment_id
    )
    select 'unallocated' as kind, p.id, c.name, p.currency, p.unallocated as kept, f.amount::bigint as facts
    from payment p
    join customer c on c.organization_id = p.organization_id and c.id = p.customer_id
    left join spent s on s.id = p.id
    left join payment_reversal r on r.organization_id = p.organization_id and r.payment_id = p.id
    cross join lateral (
      select case when r.payment_id is null then p.amount else 0 end - coalesce(s.amount, 0) as amount) f
    where p.organization_id = current_organization() and p.unallocated <> f.amount
    order by p.id
    limit 1000`)

/** The due lines of an invoice, those that carry its number and nature, come to its total, in its currency, for its customer. */
const invoicesThatDiffer = (db: Db): Promise<ProjectionProblem[]> =>
  db.rows(sql`
    select 'dueLines' as kind, i.id, i.number as name, i.currency, coalesce(l.amount, 0)::bigint as kept, i.total_amount as facts
    from invoice i
    left join (
      select o.invoice_id, min(o.customer_id) as first, max(o.customer_id) as last, min(o.currency) as currency,
        max(o.currency) as other,
        sum(o.amount) filter (where o.number = v.number and o.is_deposit = (v.kind = 'deposit')) as amount
      from open_item o
      join invoice v on v.organization_id = o.organization_id and v.id = o.invoice_id
      where o.organization_id = current_organization()
      group by o.invoice_id
    ) l on l.invoice_id = i.id
    where i.organization_id = current_organization()
      and (coalesce(l.amount, 0) <> i.total_amount or l.first <> i.customer_id or l.last <> i.customer_id
        or l.currency <> i.currency or l.other <> i.currency)
    order by i.id
    limit 1000`)

const balancesThatDiffer = (db: Db): Promise<ProjectionProblem[]> =>
  db.rows(sql`
    with facts as (
      select customer_id, legal_entity_id, currency, sum(amount)::bigint as amount
      from (
        select customer_id, legal_entity_id, currency, amount_due as amount from open_item
        where organization_id = current_organization() and amount_due <> 0 and written_off_on is null
        union all
        select customer_id, legal_entity_id, currency, -unallocated from payment
        where organization_id = current_organization() and unallocated > 0
      ) owed
      group by customer_id, legal_entity_id, currency
    ), kept as (
      select customer_id, legal_entity_id, currency, not_due + late + credit_notes - unallocated as amount
      from customer_balance
      where organization_id = current_organization()
    )
    select 'balance' as kind, c.id, c.name, coalesce(facts.currency, kept.currency) as currency, coalesce(kept.amount, 0) as kept, coalesce(facts.amount, 0) as facts
    from facts
    full join kept using (customer_id, legal_entity_id, currency)
    join customer c on c.organization_id = current_organization() and c.id = coalesce(facts.customer_id, kept.customer_id)
    where coalesce(kept.amount, 0) <> coalesce(facts.amount, 0)
      and not exists (
        select from balance_to_count m where m.organization_id = current_organization() and m.customer_id = c.id)
    order by c.id
    limit 1000`)

/**
 * A balance may be right as a whole and tell a wrong age. No line of a row changes age between `turned_on` and
 * `turns_on`, so that it can be proved on a day of its own; a row without such a day holds no debt.
 */
const agesThatDiffer = (db: Db): Promise<ProjectionProblem[]> =>
  db.rows(sql`
    with kept as (
      select b.*, case when turned_on > '-infinity' then turned_on when turns_on < 'infinity' then turns_on - 1 end as day
      from customer_balance b
      where organization_id = current_organization()
        and not exists (
          select from balance_to_count m
          where m.organization_id = current_organization() and m.customer_id = b.customer_id)
    ), facts as (
      select k.customer_id, k.legal_entity_id, k.currency,
        sum(o.amount_due) filter (where k.day - o.due_date < 1) as not_due,
        sum(o.amount_due) filter (where k.day - o.due_date between 1 and 30) as d1_30,
        sum(o.amount_due) filter (where k.day - o.due_date between 31 and 60) as d31_60,
        sum(o.amount_due) filter (where k.day - o.due_date between 61 and 90) as d61_90,
        sum(o.amount_due) filter (where k.day - o.due_date > 90) as d90plus,
        sum(o.amount_due) filter (where k.day > o.due_date and o.is_deposit) as deposits
      from kept k
      join open_item o on o.organization_id = k.organization_id and o.customer_id = k.customer_id
        and o.legal_entity_id = k.legal_entity_id and o.currency = k.currency and o.amount_due > 0
        and o.written_off_on is null
      group by k.customer_id, k.legal_entity_id, k.currency
    )
    select 'balance' as kind, c.id, c.name, k.currency, age.kept, age.facts::bigint as facts
    from kept k
    join customer c on c.organization_id = k.organization_id and c.id = k.customer_id
    left join facts f on f.customer_id = k.customer_id and f.legal_entity_id = k.legal_entity_id and f.currency = k.currency
    cross join lateral (values
      (k.not_due, coalesce(f.not_due, 0)), (k.d1_30, coalesce(f.d1_30, 0)), (k.d31_60, coalesce(f.d31_60, 0)),
      (k.d61_90, coalesce(f.d61_90, 0)), (k.d90plus, coalesce(f.d90plus, 0)),
      (k.late_deposit_amount, coalesce(f.deposits, 0))) age (kept, facts)
    where age.kept <> age.facts
    order by c.id
    limit 1000`)

/** What orders the list of customers is the sum of their balances. */
const customersThatDiffer = (db: Db): Promise<ProjectionProblem[]> =>
  db.rows(sql`
    with facts as (
      select customer_id, sum(not_due + late) as outstanding, sum(late) as late
      from customer_balance where organization_id = current_organization() group by customer_id
    )
    select 'balance' as kind, c.id, c.name, c.currency, owed.kept, owed.facts::bigint as facts
    from customer c
    left join customer_total t on t.organization_id = c.organization_id and t.customer_id = c.id
    left join facts f on f.customer_id = c.id
    cross join lateral (values
      (t.outstanding, coalesce(f.outstanding, 0)), (t.late, coalesce(f.late, 0))) owed (kept, facts)
    where c.organization_id = current_organization() and owed.kept is distinct from owed.facts
      and not exists (
        select from balance_to_count m where m.organization_id = c.organization_id and m.customer_id = c.id)
    order by c.id
    limit 1000`)

/** The day from which a balance holds whole: kept too early, the aged balance of today counts what is dated later. */
const latestDaysThatDiffer = (db: Db): Promise<ProjectionProblem[]> =>
  db.rows(sql`
    with facts as (
      select customer_id, legal_entity_id, currency, max(day) as day
      from (
        select customer_id, legal_entity_id, currency, issue_date as day from open_item
        where organization_id = current_organization()
        union all
        select customer_id, legal_entity_id, currency, received_on from payment
        where organization_id = current_organization()
      ) dated
      group by customer_id, legal_entity_id, currency
    )
    select 'latestDay' as kind, c.id, c.name, b.currency, b.newest_on as kept, f.day as facts
    from customer_balance b
    join customer c on c.organization_id = b.organization_id and c.id = b.customer_id
    left join facts f on f.customer_id = b.customer_id and f.legal_entity_id = b.legal_entity_id and f.currency = b.currency
    where b.organization_id = current_organization() and b.newest_on is distinct from f.day
      and not exists (
        select from balance_to_count m where m.organization_id = b.organization_id and m.customer_id = b.customer_id)
    order by c.id
    limit 1000`)
