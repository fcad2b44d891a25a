import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Following, Imaged, Pair } from './following.ts'

/** The tables of customers whose rows name one, and the journal, which is read under all numbers. */
export const customersFollowing: readonly Following[] = [
  { table: 'contact', column: 'customer_id', how: 'moves' },
  { table: 'customer_iban', column: 'customer_id', how: 'moves' },
  {
    table: 'exchange',
    column: 'customer_id',
    how: 'moves',
    about: sql`
      select e.id, i.id as item from exchange e
      join open_item i on i.organization_id = e.organization_id and i.invoice_id = e.invoice_id
      where e.organization_id = current_organization()
      union
      select e.id, x.open_item_id from exchange e
      join reminder_item x on x.organization_id = e.organization_id and x.reminder_id = e.reminder_id
      where e.organization_id = current_organization()
      union
      select e.id, x.open_item_id from exchange e
      join task_item x on x.organization_id = e.organization_id and x.task_id = e.task_id
      where e.organization_id = current_organization()`,
  },
  { table: 'customer', column: 'parent_id', how: 'moves' },
  { table: 'customer_alias', column: 'kept_id', key: 'customer_id', how: 'moves' },
  { table: 'customer_alias', column: 'customer_id', how: 'written' },
  { table: 'customer_alias', column: 'into_id', how: 'written' },
  { table: 'merged_row', column: 'customer_id', how: 'written' },
  { table: 'merged_image', column: 'customer_id', how: 'written' },
  { table: 'not_double', column: 'customer_id', how: 'decided' },
  { table: 'not_double', column: 'other_id', how: 'decided' },
  { table: 'customer_balance', column: 'customer_id', how: 'counted' },
  { table: 'customer_total', column: 'customer_id', how: 'counted' },
  { table: 'balance_to_count', column: 'customer_id', how: 'counted' },
  { table: 'journal', column: 'customer_id', how: 'written' },
]

export const customersImaged: readonly Imaged[] = [
  { table: 'contact', key: ['id'], of: (customers) => sql`t.customer_id = any(${customers})` },
  { table: 'customer_iban', key: ['id'], of: (customers) => sql`t.customer_id = any(${customers})` },
  {
    table: 'not_double',
    key: ['customer_id', 'other_id'],
    of: (customers) => sql`(t.customer_id = any(${customers}) or t.other_id = any(${customers}))`,
  },
]

/**
 * A mailbox is there once: the contact of the one kept stays, with what only the other knew, and it gets no reminders
 * when one of the two was to get none, or its address was refused.
 */
export async function joinContacts(db: Db, { kept, other }: Pair): Promise<void> {
  await db.run(sql`
    update contact k set first_name = case when k.last_name is null then coalesce(k.first_name, o.first_name) else k.first_name end,
      civility = case when k.last_name is null then coalesce(k.civility, o.civility) else k.civility end,
      last_name = coalesce(k.last_name, o.last_name), job_title = coalesce(k.job_title, o.job_title),
      phone = coalesce(k.phone, o.phone), receives_reminders = k.receives_reminders and o.receives_reminders,
      email_refused_on = coalesce(k.email_refused_on, o.email_refused_on),
      email_refusal = case when k.email_refused_on is null then o.email_refusal else k.email_refusal end
    from (select distinct on (lower(email)) * from contact
      where organization_id = current_organization() and customer_id = ${other} and email is not null
      order by lower(email), email_refused_on nulls last, receives_reminders, id) o
    where k.organization_id = current_organization() and k.customer_id = ${kept} and lower(k.email) = lower(o.email)`)
  await db.run(sql`
    delete from contact o
    where o.organization_id = current_organization() and o.customer_id = ${other} and exists (
      select from contact k
      where k.organization_id = o.organization_id and k.customer_id = ${kept} and lower(k.email) = lower(o.email))`)
}

/** An account is known once: that of the one kept stays. */
export const joinIbans = (db: Db, { kept, other }: Pair): Promise<number> =>
  db.run(sql`
    delete from customer_iban o
    where o.organization_id = current_organization() and o.customer_id = ${other} and exists (
      select from customer_iban k
      where k.organization_id = o.organization_id and k.customer_id = ${kept} and k.iban = o.iban)`)
