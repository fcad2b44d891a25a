import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** The day an automatic reply said this person is back; the latest one told holds. */
export const noteAbsence = (db: Db, contact: number, until: CalendarDate): Promise<number> =>
  db.run(sql`
    update contact set away_until = ${until} where organization_id = current_organization() and id = ${contact}`)

/** Keeping the address was a mistake; nothing where somebody made more of the contact since. */
export const forgetLearntContact = (
  db: Db,
  one: { readonly id: number; readonly customer: number; readonly address: string },
): Promise<number> =>
  db.run(sql`
    delete from contact where organization_id = current_organization() and id = ${one.id} and customer_id = ${one.customer}
      and role = 'other' and not receives_reminders and lower(email) = lower(${one.address})`)

/** Whom a message came from, as a contact of the customer; it receives no reminders until somebody says so. */
export const addLearntContact = (
  db: Db,
  one: { readonly customer: number; readonly name: string; readonly address: string },
): Promise<{ id: number }> =>
  db.one(sql`
    insert into contact (organization_id, customer_id, last_name, role, email, receives_reminders)
    values (current_organization(), ${one.customer}, nullif(${one.name}, ''), 'other', ${one.address}, false) returning id`)
