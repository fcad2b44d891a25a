import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/** Whose a message is, and by what one knows. */
export interface Found {
  readonly customer: number
  readonly reminder: number | null
  readonly by: 'message' | 'invoice' | 'address'
}

export interface Clues {
  /** Message-IDs that may be ours, the surest first. */
  readonly messageIds: readonly string[]
  readonly reminders: readonly number[]
  /** Who wrote, or who could not be reached. */
  readonly addresses: readonly string[]
  /** The subject, for the numbers of invoices in it. */
  readonly subject: string
}

/**
 * By a message of ours that it names, and by nothing else: a report of a machine closes addresses and takes back what was sent, and
 * whoever can write to the mailbox can write one.
 */
export async function findReported(db: Db, clues: Clues): Promise<Found | null> {
  const reminder = await reminderAnswered(db, { ...clues, reminders: [] })
  return reminder && { customer: reminder.customer, reminder: reminder.id, by: 'message' }
}

/** By our own message, else by an address only one customer has, else by a number in the subject that one of them has. */
export async function findSender(db: Db, clues: Clues): Promise<Found | null> {
  const reminder = await reminderAnswered(db, clues)
  if (reminder) return { customer: reminder.customer, reminder: reminder.id, by: 'message' }
  const byAddress = await customersAt(db, clues.addresses)
  const [only] = byAddress
  if (only && byAddress.length === 1) return { customer: only.customer, reminder: null, by: 'address' }
  const byInvoice = await customersNamed(db, clues.subject, byAddress)
  const [named] = byInvoice
  return named && byInvoice.length === 1 ? { customer: named.customer, reminder: null, by: 'invoice' } : null
}

/**
 * A Message-ID of ours cannot be guessed. The number of a reminder can: alone it would let anybody write into whichever
 * customer, so it counts only with an address that the message went to or that the customer has.
 */
const reminderAnswered = (db: Db, { messageIds, reminders, addresses }: Clues) =>
  db.maybe<{ id: number; customer: number }>(sql`
    select r.id, r.customer_id as customer from reminder r
    cross join (select ${addresses.map((one) => one.toLowerCase())}::text[] as told) t
    where r.organization_id = current_organization() and r.state in ('sent', 'uncertain', 'sending', 'failed')
      and (r.message_id = any(${messageIds}) or r.id = any(${reminders}) and (
        exists (select from contact c
          where c.organization_id = r.organization_id and c.customer_id = r.customer_id and lower(c.email) = any(t.told))
        or exists (
          select from jsonb_array_elements(coalesce(r.recipients -> 'to', '[]') || coalesce(r.recipients -> 'cc', '[]')) as g(one)
          where lower(g.one ->> 'address') = any(t.told))))
    order by array_position(${messageIds}::text[], r.message_id) nulls last, r.id desc limit 1`)

const customersAt = (db: Db, addresses: readonly string[]) =>
  db.rows<{ customer: number }>(sql`
    select distinct customer_id as customer from contact
    where organization_id = current_organization() and lower(email) = any(${addresses.map((one) => one.toLowerCase())})
    order by 1 limit 20`)

/** A number alone is no proof: it counts when it tells between those the address may be of, or names one open invoice. */
const customersNamed = (db: Db, subject: string, among: readonly { customer: number }[]) =>
  db.rows<{ customer: number }>(sql`
    select distinct customer_id as customer from invoice
    where organization_id = current_organization() and length(number) >= 4
      and number = any(${wordsOf(subject)}) and customer_id = any(${among.map((one) => one.customer)})
    order by 1 limit 2`)

const wordsOf = (subject: string): string[] =>
  subject
    .slice(0, 1000)
    .split(/[\s,;:()[\]«»"]+/)
    .filter((word) => word !== '')

/** The contact of a customer at an address, if it has one there. */
export const contactAt = (db: Db, customer: number, address: string) =>
  db.maybe<{ id: number }>(sql`
    select id from contact
    where organization_id = current_organization() and customer_id = ${customer} and lower(email) = lower(${address})
    order by id limit 1`)
