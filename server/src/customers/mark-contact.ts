import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** What was known of a contact before it was marked, so that it can be taken back. */
export interface ContactMarks {
  readonly id: number
  readonly phoneRefused: string | null
  readonly emailRefusedOn: CalendarDate | null
  readonly emailRefusal: string | null
}

/**
 * A person heard that it is the wrong number, or the wrong person: the number is called no more, and to the wrong person
 * nothing is written either, until the contact is corrected. Null when the customer has no such contact.
 */
export async function markContact(
  db: Db,
  asked: { customer: number; contact: number; what: 'phone' | 'person'; on: CalendarDate; reason: string },
): Promise<ContactMarks | null> {
  const before = await db.maybe<ContactMarks>(sql`
    select id, phone_refused as "phoneRefused", email_refused_on as "emailRefusedOn", email_refusal as "emailRefusal" from contact
    where organization_id = current_organization() and customer_id = ${asked.customer} and id = ${asked.contact} for update`)
  if (!before) return null
  const isPerson = asked.what === 'person'
  await db.run(sql`
    update contact set phone_refused = phone,
      email_refused_on = case when ${isPerson} and email <> '' then ${asked.on}::date else email_refused_on end,
      email_refusal = case when ${isPerson} and email <> '' then ${asked.reason} else email_refusal end
    where organization_id = current_organization() and id = ${asked.contact}`)
  await recordInJournal(db, {
    act: 'contact.marked',
    thing: 'contact',
    thingId: asked.contact,
    customerId: asked.customer,
    details: { what: asked.what },
  })
  return before
}

/** Undo of the above. */
export const unmarkContact = (db: Db, before: ContactMarks): Promise<number> =>
  db.run(sql`
    update contact set phone_refused = ${before.phoneRefused}, email_refused_on = ${before.emailRefusedOn}, email_refusal = ${before.emailRefusal}
    where organization_id = current_organization() and id = ${before.id}`)
