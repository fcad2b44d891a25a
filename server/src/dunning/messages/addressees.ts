import type { Copy, Tone } from '@quittance/core/dunning/scenario.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { RunContext } from '../run/run-context.ts'
import { type ContactRow, type Recipient, type ReminderHead, reachableContacts } from './queries.ts'

export interface Addressees {
  readonly to: readonly Recipient[]
  readonly cc: readonly Recipient[]
  /** Whom the words greet. */
  readonly contact: ContactRow | null
  /** Who signs; null: nobody in particular. */
  readonly signedBy: number | null
}

type Head = Pick<ReminderHead, 'customer' | 'tone' | 'collector' | 'salesRep' | 'delivery'>

/**
 * Who gets a message: the contacts of the roles its step names, where one of them can be reached, else those of the house's
 * own choice; then the copies, nobody twice.
 */
export async function addresseesOf(db: Db, head: Head, run: Pick<RunContext, 'people'>): Promise<Addressees> {
  const { recipients, copies = [], sender } = head.delivery
  const contacts = await reachableContacts(db, head.customer)
  const usual = chooseRecipients(contacts, head.tone)
  const named = recipients ? contacts.filter(({ role }) => recipients.includes(role)) : []
  const to = named.length > 0 ? named : usual.to
  const roles = copies.flatMap((copy) => ('role' in copy ? [copy.role] : []))
  const others = contacts.filter((one) => usual.cc.includes(one) || roles.includes(one.role)).map(recipient)
  const cc = [...others, ...(await ourCopies(db, copies, head, run))]
  const seen = new Set(to.map(({ email }) => email.toLowerCase()))
  const rep = sender === 'salesRep' ? head.salesRep : null
  return {
    to: to.map(recipient),
    cc: cc.filter(({ address }) => !seen.has(address.toLowerCase()) && seen.add(address.toLowerCase())),
    contact: to[0] ?? null,
    signedBy: rep ?? head.collector ?? run.people.collector,
  }
}

async function ourCopies(db: Db, copies: readonly Copy[], head: Head, run: Pick<RunContext, 'people'>) {
  const ids = {
    salesRep: head.salesRep,
    collector: head.collector ?? run.people.collector,
    director: run.people.director,
  }
  const wanted = copies.flatMap((copy) => ('ours' in copy ? (ids[copy.ours] ?? []) : []))
  const people = wanted.length === 0 ? [] : await mailsOf(db, wanted)
  const addresses = copies.flatMap((copy) => ('address' in copy ? [copy.address] : []))
  return [...people, ...addresses.map((address) => ({ name: null, address }))].map((one) => ({ contact: null, ...one }))
}

const mailsOf = (db: Db, people: readonly number[]) =>
  db.rows<{ name: string; address: string }>(sql`
    select name, email as address from person
    where organization_id = current_organization() and id = any(${people}) and is_active and email <> '' order by id`)

const recipient = (contact: ContactRow): Recipient => ({
  contact: contact.id,
  name: [contact.firstName, contact.lastName].filter(Boolean).join(' ') || null,
  address: contact.email,
})

/**
 * Those who pay first, else where invoices go, else anybody reachable; from the firm tone on, those named for
 * escalation are in copy.
 */
function chooseRecipients(contacts: readonly ContactRow[], tone: Tone): { to: ContactRow[]; cc: ContactRow[] } {
  const role = contacts.find((contact) => contact.role !== 'escalation')?.role ?? contacts[0]?.role
  const to = contacts.filter((contact) => contact.role === role)
  const escalates = tone === 'firm' || tone === 'formalNotice'
  return {
    to,
    cc: escalates ? contacts.filter((contact) => contact.role === 'escalation' && !to.includes(contact)) : [],
  }
}
