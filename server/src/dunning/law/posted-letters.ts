import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/** A registered letter that was posted, of which no formal notice is recorded yet: what its record would say. */
export interface PostedLetter {
  readonly task: number
  readonly postedOn: CalendarDate
  readonly trackingNumber: string
  readonly invoices: { id: number; number: string }[]
}

/** Registered letters of a customer that wait to be recorded as formal notices, the latest first. */
export const lettersToRecord = (db: Db, customer: number): Promise<PostedLetter[]> =>
  db.rows<PostedLetter>(sql`
    select t.id as task, p.posted_on as "postedOn", p.registered_number as "trackingNumber",
      (select json_agg(distinct jsonb_build_object('id', v.id, 'number', v.number))
        from task_item l
        join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id
        join invoice v on v.organization_id = i.organization_id and v.id = i.invoice_id
        where l.organization_id = t.organization_id and l.task_id = t.id) as invoices
    from task t join letter_posting p on p.organization_id = t.organization_id and p.task_id = t.id
    where t.organization_id = current_organization() and t.customer_id = ${customer} and p.registered_number is not null
      and exists (select from task_item l where l.organization_id = t.organization_id and l.task_id = t.id)
      and not exists (
        select from formal_notice n
        where n.organization_id = t.organization_id and n.ended_at is null and n.tracking_number = p.registered_number)
    order by p.posted_on desc, t.id desc`)
