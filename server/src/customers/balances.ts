import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/**
 * Brings customer_balance to the day and to the latest facts; call before reading it, in the same transaction.
 * Nothing to do costs two index look-ups. One reader at a time counts, the others wait for it.
 */
export async function catchUpBalances(db: Db, today: CalendarDate): Promise<void> {
  if (!(await balancesAreBehind(db, today))) return
  await countAlone(db)
  const changed = await takeMarks(db)
  if (changed.length > 0) await countItems(db, changed)
  const turned = await customersOfAnotherDay(db, today)
  const customers = [...new Set([...changed, ...turned])]
  if (customers.length === 0) return
  await countAges(db, customers, today)
  await addUpCustomers(db, customers)
}

/** All that was counted of these customers is forgotten: the next reader counts it anew. */
export async function countAnew(db: Db, customers: readonly number[]): Promise<void> {
  await countAlone(db)
  await db.run(sql`
    delete from customer_balance where organization_id = current_organization() and customer_id = any(${customers})`)
  await db.run(sql`
    update customer_total set outstanding = 0, late = 0, late_items = 0, late_since = 'infinity'
    where organization_id = current_organization() and customer_id = any(${customers})`)
  await db.run(sql`
    insert into balance_to_count (organization_id, customer_id)
    select current_organization(), unnest(${customers}::bigint[])`)
}

/** Is there a mark, or a row that does not hold on that day? */
const balancesAreBehind = async (db: Db, today: CalendarDate): Promise<boolean> => {
  const { behind } = await db.one<{ behind: boolean }>(sql`
    select exists (select from balance_to_count where organization_id = current_organization())
        or exists (select from customer_balance where organization_id = current_organization() and turns_on <= ${today})
        or exists (select from customer_balance where organization_id = current_organization() and turned_on > ${today})
        as behind`)
  return behind
}

/** Until the end of the transaction. Who waited sees, in the next statement, what the other one counted. */
const countAlone = (db: Db): Promise<number> =>
  db.run(sql`select pg_advisory_xact_lock(hashtext('customer_balance'), current_organization()::integer)`)

const takeMarks = async (db: Db): Promise<number[]> => {
  const { customers } = await db.one<{ customers: number[] }>(sql`
    with taken as (delete from balance_to_count where organization_id = current_organization() returning customer_id)
    select coalesce(array_agg(distinct customer_id), '{}') as customers from taken`)
  return customers
}

const customersOfAnotherDay = async (db: Db, today: CalendarDate): Promise<number[]> => {
  const { customers } = await db.one<{ customers: number[] }>(sql`
    select coalesce(array_agg(distinct customer_id), '{}') as customers from (
      select customer_id from customer_balance where organization_id = current_organization() and turns_on <= ${today}
      union all
      select customer_id from customer_balance where organization_id = current_organization() and turned_on > ${today}
    ) other_day`)
  return customers
}

/** How many due lines in all and how many paid: what does not depend on the day. */
const countItems = (db: Db, customers: readonly number[]): Promise<number> =>
  db.run(sql`
    insert into customer_balance (organization_id, customer_id, legal_entity_id, currency, items, paid_items, paid_amount,
      newest_on)
    select current_organization(), customer_id, legal_entity_id, currency,
      sum(items), sum(paid_items), sum(paid_amount), max(newest_on)
    from (
      select customer_id, legal_entity_id, currency, 0 as items, 0 as paid_items, 0::bigint as paid_amount, null::date as newest_on
      from customer_balance
      where organization_id = current_organization() and customer_id = any(${customers})
      union all
      select customer_id, legal_entity_id, currency, count(*), count(*) filter (where amount_due = 0 and amount > 0),
        coalesce(sum(amount) filter (where amount_due = 0 and amount > 0), 0), max(issue_date)
      from open_item
      where organization_id = current_organization() and customer_id = any(${customers})
      group by customer_id, legal_entity_id, currency
      union all
      select customer_id, legal_entity_id, currency, 0, 0, 0, max(received_on)
      from payment
      where organization_id = current_organization() and customer_id = any(${customers})
      group by customer_id, legal_entity_id, currency
    ) counted
    group by customer_id, legal_entity_id, currency
    on conflict (organization_id, customer_id, legal_entity_id, currency) do update
    set items = excluded.items, paid_items = excluded.paid_items, paid_amount = excluded.paid_amount,
      newest_on = excluded.newest_on`)

/** What is left by age at the end of `today`, and from which day until which day that stays so. */
const countAges = (db: Db, customers: readonly number[], today: CalendarDate): Promise<number> =>
  db.run(sql`
    insert into customer_balance (organization_id, customer_id, legal_entity_id, currency, not_due, not_due_items,
      d1_30, d1_30_items, d31_60, d31_60_items, d61_90, d61_90_items, d90plus, d90plus_items,
      late_deposits, late_deposit_amount, oldest_due_date, credit_notes, unallocated, turned_on, turns_on, is_only)
    select current_organization(), customer_id, legal_entity_id, currency,
      ${sumOf(sql`days < 1`)}, ${countOf(sql`days < 1`)},
      ${sumOf(sql`days between 1 and 30`)}, ${countOf(sql`days between 1 and 30`)},
      ${sumOf(sql`days between 31 and 60`)}, ${countOf(sql`days between 31 and 60`)},
      ${sumOf(sql`days between 61 and 90`)}, ${countOf(sql`days between 61 and 90`)},
      ${sumOf(sql`days > 90`)}, ${countOf(sql`days > 90`)},
      count(*) filter (where deposit > 0), coalesce(sum(deposit), 0), min(due_date),
      coalesce(sum(left_over) filter (where what = 'creditNote'), 0),
      coalesce(sum(left_over) filter (where what = 'payment'), 0),
      coalesce(max(case when days < 1 then null when days <= 30 then due_date + 1 when days <= 60 then due_date + 31
        when days <= 90 then due_date + 61 else due_date + 91 end), '-infinity'),
      coalesce(min(case when days < 1 then due_date + 1 when days <= 30 then due_date + 31 when days <= 60 then due_date + 61
        when days <= 90 then due_date + 91 end), 'infinity'),
      count(*) over (partition by customer_id) = 1
    from (${leftOf(customers, today)}) found
    group by customer_id, legal_entity_id, currency
    on conflict (organization_id, customer_id, legal_entity_id, currency) do update
    set not_due = excluded.not_due, not_due_items = excluded.not_due_items,
      d1_30 = excluded.d1_30, d1_30_items = excluded.d1_30_items,
      d31_60 = excluded.d31_60, d31_60_items = excluded.d31_60_items,
      d61_90 = excluded.d61_90, d61_90_items = excluded.d61_90_items,
      d90plus = excluded.d90plus, d90plus_items = excluded.d90plus_items,
      late_deposits = excluded.late_deposits, late_deposit_amount = excluded.late_deposit_amount, oldest_due_date = excluded.oldest_due_date,
      credit_notes = excluded.credit_notes, unallocated = excluded.unallocated,
      turned_on = excluded.turned_on, turns_on = excluded.turns_on, is_only = excluded.is_only`)

const sumOf = (which: ReturnType<typeof sql>) => sql`coalesce(sum(left_over) filter (where ${which}), 0)`
const countOf = (which: ReturnType<typeof sql>) => sql`count(*) filter (where ${which})`

/** Everything left of these customers; `days` late is there for debts only. A row counted before counts as nothing left. */
const leftOf = (customers: readonly number[], today: CalendarDate) => sql`
  select customer_id, legal_entity_id, currency, 'before' as what, 0::bigint as left_over, null::date as due_date, null::integer as days, 0::bigint as deposit
  from customer_balance
  where organization_id = current_organization() and customer_id = any(${customers})
  union all
  select customer_id, legal_entity_id, currency, 'item', amount_due, due_date, ${today}::date - due_date,
    case when is_deposit and due_date < ${today} then amount_due else 0 end
  from open_item
  where organization_id = current_organization() and amount_due > 0 and written_off_on is null and customer_id = any(${customers})
  union all
  select customer_id, legal_entity_id, currency, 'creditNote', amount_due, null, null, 0
  from open_item
  where organization_id = current_organization() and amount_due < 0 and customer_id = any(${customers})
  union all
  select customer_id, legal_entity_id, currency, 'payment', unallocated, null, null, 0
  from payment
  where organization_id = current_organization() and unallocated > 0 and customer_id = any(${customers})`

/** What each of these customers owes in all, in the order of which lists are read. */
const addUpCustomers = (db: Db, customers: readonly number[]): Promise<number> =>
  db.run(sql`
    update customer_total t
    set outstanding = s.outstanding, late = s.late, late_items = s.late_items, late_since = s.late_since
    from (
      select customer_id, sum(not_due + late)::bigint as outstanding, sum(late)::bigint as late,
        sum(late_items)::integer as late_items,
        coalesce(min(oldest_due_date) filter (where late_items > 0), 'infinity') as late_since
      from customer_balance
      where organization_id = current_organization() and customer_id = any(${customers})
      group by customer_id
    ) s
    where t.organization_id = current_organization() and t.customer_id = s.customer_id
      and (t.outstanding, t.late, t.late_items, t.late_since)
        is distinct from (s.outstanding, s.late, s.late_items, s.late_since)`)
