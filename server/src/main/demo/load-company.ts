import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { DemoCustomer, DemoInvoice } from '@quittance/core/testing/demo-company/shapes.ts'
import { demoCompany } from '@quittance/core/testing/demo-company.ts'
import { changeLegalEntity } from '../../people/legal-entities.ts'
import { addPerson, changeOrganization } from '../../people/queries.ts'
import type { Db } from '../../platform/database/db.ts'
import {
  addContacts,
  addCustomers,
  addInvoices,
  addPayments,
  type ContactRow,
  type InvoiceRow,
} from './company-queries.ts'
import { dueDay, idIn, instantAt, type Known, workDay } from './known.ts'

interface Founded {
  readonly legalEntity: number
  /** The person of the account: Claire. */
  readonly claire: number
  readonly demo: CalendarDate
  readonly nowMs: number
}

/** The firm, its people, its customers and all its invoices with what was paid of those settled in full. */
export async function loadCompany(db: Db, { legalEntity, claire, demo, nowMs }: Founded): Promise<Known> {
  const { name: _name, tolerance, ...firm } = demoCompany.firm
  await changeLegalEntity(db, legalEntity, { ...firm, siren: firm.siren.replaceAll(' ', '') })
  await changeOrganization(db, { toleranceAmount: tolerance })
  const people = await loadPeople(db, claire)
  const customers = await loadCustomers(db, people, demo)
  const rows = demoCompany.invoices.map((invoice) => invoiceRow(invoice, customers, demo))
  const ids = new Map((await addInvoices(db, legalEntity, rows)).map((row) => [row.number, row.item]))
  const items = new Map(
    rows.map(({ number, amount, due_date }) => [
      number,
      { item: idIn(ids, number), amount, due: due_date as CalendarDate },
    ]),
  )
  return { legalEntity, demo, nowMs, people, customers, items }
}

async function loadPeople(db: Db, claire: number): Promise<ReadonlyMap<string, number>> {
  const people = new Map<string, number>([['claire', claire]])
  for (const { key, name, email, phone, role } of demoCompany.people) {
    if (people.has(key)) continue
    const added = await addPerson(db, { name, email, phone, role, authUser: null })
    if (added) people.set(key, added.id)
  }
  return people
}

async function loadCustomers(db: Db, people: ReadonlyMap<string, number>, demo: CalendarDate) {
  const personOf = (key: string | null) => (key === null ? null : idIn(people, key))
  const added = await addCustomers(
    db,
    demoCompany.customers.map((customer) => ({
      code: customer.code,
      name: customer.name,
      category: customer.category,
      siren: customer.siren,
      address_line1: customer.street,
      postcode: customer.postcode,
      city: customer.city,
      phone: customer.contacts[0]?.phone ?? null,
      sales_rep_id: personOf(customer.salesRep),
      collector_id: personOf(customer.collector),
      preset: customer.scenario,
      credit_limit: customer.creditLimit,
      customer_since: customer.since,
    })),
  )
  const ids = new Map(added.map((row) => [row.code, row.id]))
  const customers = new Map(demoCompany.customers.map(({ key, code }) => [key, idIn(ids, code)]))
  await addContacts(
    db,
    demoCompany.customers.flatMap((one) => contactRows(one, idIn(customers, one.key), demo)),
  )
  return customers
}

const contactRows = ({ contacts }: DemoCustomer, customer: number, demo: CalendarDate): ContactRow[] =>
  contacts.map((one) => ({
    customer_id: customer,
    civility: one.civility,
    first_name: one.firstName,
    last_name: one.lastName,
    job_title: one.jobTitle,
    role: one.role,
    email: one.email,
    phone: one.phone,
    receives_reminders: one.receivesReminders,
    email_refused_on: one.refusedOn === null ? null : workDay({ demo }, one.refusedOn),
    email_refusal: one.refusedOn === null ? null : `550 5.1.1 <${one.email}>: boîte inconnue`,
  }))

const invoiceRow = (invoice: DemoInvoice, customers: ReadonlyMap<string, number>, demo: CalendarDate): InvoiceRow => ({
  number: invoice.number,
  customer_id: idIn(customers, invoice.customer),
  kind: invoice.kind,
  issue_date: dueDay({ demo }, invoice.issued),
  due_date: dueDay({ demo }, invoice.due),
  amount: invoice.total,
  subject: invoice.subject,
  automatic_means: invoice.automatic === true,
  paused_on: invoice.pausedOn === undefined ? null : workDay({ demo }, invoice.pausedOn),
  paused_until: invoice.pausedUntil == null ? null : dueDay({ demo }, invoice.pausedUntil),
  pause_note: invoice.pauseNote ?? null,
})

/** Payments received on some days, each with the due line it settles. */
export async function loadPayments(db: Db, known: Known, some: readonly (typeof demoCompany.payments)[number][]) {
  const customerOf = new Map(demoCompany.invoices.map((one) => [one.number, one.customer]))
  await addPayments(
    db,
    known.legalEntity,
    some.map(({ invoice, on, amount, reference }) => ({
      customer_id: idIn(known.customers, idIn(customerOf, invoice)),
      item: idIn(known.items, invoice).item,
      received_on: workDay(known, on),
      amount,
      reference,
      entered_at: instantAt(known, workDay(known, on), 9 * 60),
    })),
  )
}
