import { changesBetween, recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import { whoPaysFirst } from './contact-order.ts'
import type { FactsChanged } from './facts-changed.ts'
import { foundUnlessMerged } from './merging/found-unless-merged.ts'
import { customerName } from './queries.ts'

export interface Contact {
  readonly id: number
  readonly civility: 'Mme' | 'M.' | null
  readonly firstName: string | null
  readonly lastName: string | null
  readonly jobTitle: string | null
  readonly role: 'invoices' | 'accountsPayable' | 'escalation' | 'other'
  readonly email: string | null
  readonly phone: string | null
  readonly receivesReminders: boolean
  readonly emailRefusedOn: string | null
  readonly emailRefusal: string | null
  /** The number was found wrong, and nobody corrected it since. */
  readonly phoneRefused: boolean
  /** The day an automatic reply said this person is back. */
  readonly awayUntil: string | null
}
type Given = {
  readonly [F in keyof Omit<Contact, 'id' | 'emailRefusedOn' | 'emailRefusal' | 'phoneRefused' | 'awayUntil'>]?:
    | Contact[F]
    | undefined
}

const columns = sql`id, civility, first_name as "firstName", last_name as "lastName", job_title as "jobTitle", role, email, phone,
  receives_reminders as "receivesReminders", email_refused_on as "emailRefusedOn", email_refusal as "emailRefusal",
  phone is not null and phone is not distinct from phone_refused as "phoneRefused", away_until as "awayUntil"`

/** Those who pay first. */
export const contactsOf = (db: Db, customer: number): Promise<Contact[]> =>
  db.rows<Contact>(sql`
    select ${columns} from contact where organization_id = current_organization() and customer_id = ${customer}
    order by ${whoPaysFirst(sql`role`)}, id`)

export async function addContact(db: Db, customer: number, given: Given, factsChanged: FactsChanged): Promise<Contact> {
  await foundUnlessMerged(db, customer, await customerName(db, customer))
  const contact = await db.one<Contact>(sql`
    insert into contact (organization_id, customer_id, civility, first_name, last_name, job_title, role, email, phone, receives_reminders)
    values (current_organization(), ${customer}, ${given.civility ?? null}, ${given.firstName ?? null}, ${given.lastName ?? null}, ${given.jobTitle ?? null},
      ${given.role ?? 'other'}, ${oneAddress(given.email)}, ${given.phone ?? null}, ${given.receivesReminders ?? true})
    returning ${columns}`)
  await recordInJournal(db, {
    act: 'created',
    thing: 'contact',
    thingId: contact.id,
    customerId: customer,
    details: { ...given },
  })
  await factsChanged(db, [customer])
  return contact
}

/** Only the fields given change; another e-mail address clears the refusal of the old one. */
export async function changeContact(db: Db, id: number, given: Given, factsChanged: FactsChanged): Promise<Contact> {
  const before = found(
    await db.maybe<Contact & { customer: number }>(sql`
    select ${columns}, customer_id as customer from contact where organization_id = current_organization() and id = ${id} for update`),
  )
  const email = given.email === undefined ? before.email : oneAddress(given.email)
  const isOther = email !== before.email
  const changed = await db.one<Contact>(sql`
    update contact set civility = ${given.civility === undefined ? before.civility : given.civility}, first_name = ${kept(given.firstName, before.firstName)},
      last_name = ${kept(given.lastName, before.lastName)}, job_title = ${kept(given.jobTitle, before.jobTitle)}, role = ${given.role ?? before.role},
      email = ${email}, phone = ${kept(given.phone, before.phone)}, receives_reminders = ${given.receivesReminders ?? before.receivesReminders},
      email_refused_on = ${isOther ? sql`null` : sql`email_refused_on`}, email_refusal = ${isOther ? sql`null` : sql`email_refusal`}
    where organization_id = current_organization() and id = ${id} returning ${columns}`)
  await recordInJournal(db, {
    act: 'changed',
    thing: 'contact',
    thingId: id,
    customerId: before.customer,
    details: changesBetween<object>(before, { ...before, ...changed }),
  })
  await factsChanged(db, [before.customer])
  return changed
}

export async function removeContact(db: Db, id: number, factsChanged: FactsChanged): Promise<void> {
  const gone = found(
    await db.maybe<Contact & { customer: number }>(sql`
    delete from contact where organization_id = current_organization() and id = ${id} returning ${columns}, customer_id as customer`),
  )
  const { customer, ...contact } = gone
  await recordInJournal(db, {
    act: 'removed',
    thing: 'contact',
    thingId: id,
    customerId: customer,
    details: { ...contact },
  })
  await factsChanged(db, [customer])
}

const clean = (text: string | null | undefined): string | null => text?.trim() || null
const kept = (given: string | null | undefined, before: string | null): string | null =>
  given === undefined ? before : clean(given)

/** One bare address, as it goes on the line to a mail server; two in a field would reach nobody. */
function oneAddress(email: string | null | undefined): string | null {
  const address = clean(email)
  if (address === null || /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,253}$/.test(address)) return address
  throw new AppError('notAnAddress', 422, {
    fr: `« ${address} » n’est pas une adresse e-mail. Indiquez une seule adresse, par exemple compta@client.fr.`,
    en: `“${address}” is not an e-mail address. Enter one address only, for example accounts@customer.com.`,
  })
}
