import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { type Db, transaction } from '@quittance/server/platform/database/db.ts'
import { sql } from '@quittance/server/platform/database/sql.ts'
import { type Company, chance, type Size } from './company.ts'
import type { BenchDatabase } from './database.ts'

/**
 * What lists show besides late items, once the daily run is measured: one item in ten paid whole, one in twenty not due
 * yet, disputes, broken and pending promises, pauses, credit notes, a second currency, messages sent, tasks.
 */
export async function liveOn(
  { database }: Pick<BenchDatabase, 'database'>,
  company: Company,
  size: Size,
  today: CalendarDate,
): Promise<void> {
  await transaction(database.app, company.scope, async (db) => {
    await payWhole(db, size, today)
    await moveDueDates(db, size, today)
    await addCredits(db, size, today)
    await addStops(db, size, today)
    await addMessagesAndTasks(db, size, today)
  })
}

async function payWhole(db: Db, { seed }: Size, today: CalendarDate): Promise<void> {
  const paid = sql`
    from open_item where organization_id = current_organization() and amount_due > 0 and ${chance('id', seed + 20, 10)} = 0`
  await db.run(sql`create temporary table just_paid on commit drop as select * ${paid}`)
  await db.run(sql`
    insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means, reference, entry_key)
    select organization_id, legal_entity_id, customer_id, ${today}::date - ${chance('id', seed + 21, 60)}::int, currency,
      amount_due, 'transfer', 'VIR SOLDE ' || id, 'whole-' || id
    from just_paid`)
  await db.run(sql`
    insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on)
    select j.organization_id, j.id, p.id, j.amount_due, p.received_on
    from just_paid j join payment p on p.organization_id = j.organization_id and p.entry_key = 'whole-' || j.id`)
}

const moveDueDates = (db: Db, { seed }: Size, today: CalendarDate): Promise<number> =>
  db.run(sql`
    update open_item set due_date = ${today}::date + ${chance('id', seed + 22, 60)}::int
    where organization_id = current_organization() and amount_due > 0 and ${chance('id', seed + 23, 20)} = 0`)

async function addCredits(db: Db, { customers, seed }: Size, today: CalendarDate): Promise<void> {
  const given = sql`
    from customer c
    where c.organization_id = current_organization() and ${chance('id', seed + 24, 100)} = 0 and c.id <= ${customers}`
  for (const { kind, sign, prefix, currency } of [
    { kind: 'creditNote', sign: -1, prefix: 'AV-', currency: 'EUR' },
    { kind: 'invoice', sign: 1, prefix: 'USD-', currency: 'USD' },
  ]) {
    await db.run(sql`
      insert into invoice (organization_id, legal_entity_id, customer_id, number, kind, issue_date, currency, total_amount)
      select current_organization(), (select min(id) from legal_entity), c.id, ${prefix} || c.id, ${kind}, ${today}::date - 20, ${currency}, ${sign} * 5000
      ${given}`)
    await db.run(sql`
      insert into open_item (organization_id, invoice_id, legal_entity_id, customer_id, currency, issue_date, due_date, amount)
      select organization_id, id, legal_entity_id, customer_id, currency, issue_date, issue_date, total_amount
      from invoice where organization_id = current_organization() and number like ${`${prefix}%`}`)
  }
  await db.run(sql`
    insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means, reference, entry_key)
    select current_organization(), (select min(id) from legal_entity), c.id, ${today}::date - 3, 'EUR', 700, 'cheque', 'CHQ ' || c.id, 'credit-' || c.id
    ${given}`)
  await db.run(sql`
    insert into payment_reversal (organization_id, payment_id, reversed_on, reason)
    select organization_id, id, ${today}, 'rejected' from payment
    where organization_id = current_organization() and entry_key like 'credit-%' and id % 5 = 0`)
}

/** On one customer in a hundred each: a dispute, a broken promise, a promise still open (about an item or three), a pause. */
async function addStops(db: Db, { seed }: Size, today: CalendarDate): Promise<void> {
  const concerned = (place: number) => sql`${chance('id', seed + 25, 100)} = ${place}`
  const itemsOf = (word: string) => sql`
    from ${sql.identifier(word)} w
    join open_item o on o.organization_id = w.organization_id and o.customer_id = w.customer_id and o.amount_due > 0
      and o.id % 8 = 0
    where w.organization_id = current_organization()`
  await db.run(sql`
    insert into dispute (organization_id, customer_id, reason, opened_on)
    select organization_id, id, 'delivery', ${today}::date - 9 from customer
    where organization_id = current_organization() and ${concerned(1)}`)
  await db.run(sql`
    insert into dispute_item (organization_id, dispute_id, open_item_id)
    select w.organization_id, w.id, o.id ${itemsOf('dispute')}`)
  for (const { place, days } of [
    { place: 2, days: -4 },
    { place: 3, days: 6 },
  ]) {
    await db.run(sql`
      insert into promise (organization_id, customer_id, promised_for, currency, amount, noted_on)
      select organization_id, id, ${today}::date + ${days}::int, 'EUR', 1000000, ${today}::date - 15 from customer
      where organization_id = current_organization() and ${concerned(place)}`)
  }
  await db.run(sql`
    insert into promise_item (organization_id, promise_id, open_item_id)
    select w.organization_id, w.id, o.id ${itemsOf('promise')}`)
  await db.run(sql`
    update customer set paused_on = ${today}::date - 2, paused_until = ${today}::date + 20
    where organization_id = current_organization() and ${concerned(4)}`)
}

/** Half of the messages left, a few came back; three hundred calls wait and a thousand are done. */
async function addMessagesAndTasks(db: Db, { seed }: Size, today: CalendarDate): Promise<void> {
  await db.run(sql`
    update reminder set state = case when ${chance('id', seed + 26, 100)} = 0 then 'failed' else 'sent' end,
      sent_at = ${today}::timestamptz - id * interval '1 second'
    where organization_id = current_organization() and state = 'pendingApproval' and ${chance('id', seed + 27, 2)} = 0`)
  await db.run(sql`
    insert into step_taken (organization_id, open_item_id, step_key, delay_days, taken_on, how, reminder_id)
    select l.organization_id, l.open_item_id, l.step_key, l.delay_days, ${today}::date - 1, 'sent', r.id
    from reminder r join reminder_item l on l.organization_id = r.organization_id and l.reminder_id = r.id
    where r.organization_id = current_organization() and r.state = 'sent' and l.step_key is not null
    on conflict do nothing`)
  await db.run(sql`
    insert into task (organization_id, kind, title, customer_id, due_on, assignee_id, state, ended_at)
    select organization_id, 'call', 'Appeler', id, ${today}::date - (id % 9)::int, collector_id,
      case when id % 4 = 0 then 'todo' else 'done' end, case when id % 4 <> 0 then ${today}::timestamptz - id * interval '1 minute' end
    from customer where organization_id = current_organization() and ${chance('id', seed + 28, 40)} = 0`)
}
