import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** What a list of invoices may say of a customer; null where it is silent. */
export interface CustomerFacts {
  readonly siren: string | null
  readonly vatNumber: string | null
  readonly paymentTerms: string | null
  readonly addressLine1: string | null
  readonly addressLine2: string | null
  readonly postcode: string | null
  readonly city: string | null
  readonly phone: string | null
  readonly salesRepId: number | null
}

export interface NewCustomer extends CustomerFacts {
  readonly code: string
  readonly name: string
  readonly language: Language
  readonly currency: string
  readonly country: string
}

/** Many customers in one statement; one whose code is taken is left out of the answer. */
export const insertCustomers = (
  db: Db,
  customers: readonly NewCustomer[],
): Promise<{ readonly id: number; readonly code: string }[]> =>
  customers.length === 0
    ? Promise.resolve([])
    : db.rows(sql`
    insert into customer (organization_id, code, name, language, currency, country, siren, vat_number, payment_terms,
      address_line1, address_line2, postcode, city, phone, sales_rep_id)
    select current_organization(), code, name, language, currency, country, siren, "vatNumber", "paymentTerms",
      "addressLine1", "addressLine2", postcode, city, phone, "salesRepId"
    from jsonb_to_recordset(${sql.json(customers)}::jsonb) as given (code text, name text, language text, currency text,
      country text, siren text, "vatNumber" text, "paymentTerms" text, "addressLine1" text, "addressLine2" text,
      postcode text, city text, phone text, "salesRepId" bigint)
    on conflict (organization_id, code) do nothing
    returning id, code`)

export const customersOfCodes = (
  db: Db,
  codes: readonly string[],
): Promise<{ readonly id: number; readonly code: string }[]> =>
  db.rows(sql`
    select id, code from customer where organization_id = current_organization() and code = any(${codes})`)

export interface FilledCustomer extends CustomerFacts {
  readonly id: number
  readonly code: string
}

/** These customers' facts, locked in the order of their ids until the end of the transaction. */
export const lockCustomerFacts = (db: Db, ids: readonly number[]): Promise<FilledCustomer[]> =>
  db.rows(sql`
    select id, code, siren, vat_number as "vatNumber", payment_terms as "paymentTerms", address_line1 as "addressLine1",
      address_line2 as "addressLine2", postcode, city, phone, sales_rep_id as "salesRepId"
    from customer
    where organization_id = current_organization() and id = any(${ids})
    order by id
    for no key update`)

/** Writes all the facts given, nulls too. */
export const writeCustomerFacts = (db: Db, customers: readonly FilledCustomer[]): Promise<number> =>
  customers.length === 0
    ? Promise.resolve(0)
    : db.run(sql`
    update customer c set code = given.code, siren = given.siren, vat_number = given."vatNumber",
      payment_terms = given."paymentTerms", address_line1 = given."addressLine1", address_line2 = given."addressLine2",
      postcode = given.postcode, city = given.city, phone = given.phone, sales_rep_id = given."salesRepId"
    from jsonb_to_recordset(${sql.json(customers)}::jsonb) as given (id bigint, code text, siren text, "vatNumber" text,
      "paymentTerms" text, "addressLine1" text, "addressLine2" text, postcode text, city text, phone text,
      "salesRepId" bigint)
    where c.organization_id = current_organization() and c.id = given.id`)

/** In lower case. */
export const contactEmailsOf = (
  db: Db,
  customers: readonly number[],
): Promise<{ readonly customerId: number; readonly email: string }[]> =>
  db.rows(sql`
    select customer_id as "customerId", lower(email) as email from contact
    where organization_id = current_organization() and customer_id = any(${customers}) and email is not null`)

export interface NewContact {
  readonly customerId: number
  readonly email: string
  readonly lastName: string | null
  readonly phone: string | null
}

/** Mailboxes that invoices are sent to. */
export const insertInvoicingContacts = async (db: Db, contacts: readonly NewContact[]): Promise<number[]> => {
  if (contacts.length === 0) return []
  const rows = await db.rows<{ id: number }>(sql`
    insert into contact (organization_id, customer_id, role, email, last_name, phone)
    select current_organization(), "customerId", 'invoices', email, "lastName", phone
    from jsonb_to_recordset(${sql.json(contacts)}::jsonb) as given ("customerId" bigint, email text, "lastName" text, phone text)
    returning id`)
  return rows.map(({ id }) => id)
}

export const removeContacts = (db: Db, ids: readonly number[]): Promise<number> =>
  db.run(sql`delete from contact where organization_id = current_organization() and id = any(${ids})`)

/** Removes those that have nothing left: no invoice, payment, contact, exchange, bank line, nor customer below them. Answers their ids. */
export const removeBareCustomers = async (db: Db, ids: readonly number[]): Promise<number[]> => {
  const rows = await db.rows<{ id: number }>(sql`
    delete from customer c
    where c.organization_id = current_organization() and c.id = any(${ids})
      and not exists (select from invoice i where i.organization_id = c.organization_id and i.customer_id = c.id)
      and not exists (select from payment p where p.organization_id = c.organization_id and p.customer_id = c.id)
      and not exists (select from contact o where o.organization_id = c.organization_id and o.customer_id = c.id)
      and not exists (select from exchange e where e.organization_id = c.organization_id and e.customer_id = c.id)
      and not exists (select from bank_line l where l.organization_id = c.organization_id and l.customer_id = c.id)
      and not exists (select from customer b where b.organization_id = c.organization_id and b.parent_id = c.id)
    returning c.id`)
  return rows.map(({ id }) => id)
}
