import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'

/** One reminder that reached the customer: a message that left and did not come back, a letter that was posted, a call that was answered. */
export interface ReceivedReminder {
  readonly id: number
  readonly on: CalendarDate
  readonly channel: 'email' | 'sms' | 'letter' | 'call'
  readonly title: string
  readonly person: string | null
  readonly reminderId: number | null
  readonly taskId: number | null
  readonly invoices: readonly string[]
}

/**
 * What counts as a reminder received: contacts we made about what is owed. A notice before the due date, a copy that was
 * asked for, a call nobody answered and a message that came back are none.
 */
const received: Sql = sql`
  from exchange e
  left join reminder r on r.organization_id = e.organization_id and r.id = e.reminder_id
  left join person p on p.organization_id = e.organization_id and p.id = e.person_id
  where e.organization_id = current_organization() and e.kind in ('email', 'sms', 'letter', 'call') and e.counts_as_contact
    and e.undelivered_on is null and (r.id is null or r.about in ('overdue', 'manual'))`

const itemsOf = (exchange: Sql): Sql => sql`(
    select x.open_item_id as item from reminder_item x where x.organization_id = ${exchange}.organization_id and x.reminder_id = ${exchange}.reminder_id
    union
    select x.open_item_id from task_item x where x.organization_id = ${exchange}.organization_id and x.task_id = ${exchange}.task_id
    union
    select i.id from open_item i where i.organization_id = ${exchange}.organization_id and i.invoice_id = ${exchange}.invoice_id)`

/** Every reminder a customer received, or those about one invoice, latest first. */
export const remindersReceived = (
  db: Db,
  { customer, invoice }: { readonly customer: number; readonly invoice: number | null },
): Promise<ReceivedReminder[]> =>
  db.rows<ReceivedReminder>(sql`
    select e.id, e.happened_on as on, e.kind as channel, e.summary as title, p.name as person, e.reminder_id as "reminderId", e.task_id as "taskId",
      coalesce((select json_agg(distinct v.number order by v.number) from ${itemsOf(sql`e`)} l
        join open_item i on i.organization_id = e.organization_id and i.id = l.item
        join invoice v on v.organization_id = i.organization_id and v.id = i.invoice_id), '[]') as invoices
    ${received} and e.customer_id = ${customer}
      and (${invoice}::bigint is null or exists (
        select from ${itemsOf(sql`e`)} l join open_item i on i.organization_id = e.organization_id and i.id = l.item and i.invoice_id = ${invoice}))
    order by e.happened_on desc, e.id desc limit 500`)

/** How many by each way, for a line of words. */
export const countByChannel = (rows: readonly Pick<ReceivedReminder, 'channel'>[]) => ({
  total: rows.length,
  emails: rows.filter(({ channel }) => channel === 'email').length,
  texts: rows.filter(({ channel }) => channel === 'sms').length,
  letters: rows.filter(({ channel }) => channel === 'letter').length,
  calls: rows.filter(({ channel }) => channel === 'call').length,
})
