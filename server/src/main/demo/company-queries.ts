import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/** The language in which this account reads the screens, whatever the example's own. */
export const readIn = (db: Db, person: number, language: Language): Promise<number> =>
  db.run(sql`
    update person set language = ${language} where organization_id = current_organization() and id = ${person}`)

export interface CustomerRow {
  readonly code: string
  readonly name: string
  readonly category: string
  readonly siren: string | null
  readonly address_line1: string | null
  readonly postcode: string
  readonly city: string
  readonly phone: string | null
  readonly sales_rep_id: number | null
  readonly collector_id: number | null
  readonly preset: string | null
  readonly credit_limit: number | null
  readonly customer_since: string
}

export const addCustomers = (db: Db, rows: readonly CustomerRow[]) =>
  db.rows<{ id: number; code: string }>(sql`
    insert into customer (organization_id, code, name, category, siren, address_line1, postcode, city, phone, sales_rep_id,
      collector_id, scenario_id, credit_limit, customer_since)
    select current_organization(), g.code, g.name, g.category, g.siren, g.address_line1, g.postcode, g.city, g.phone,
      g.sales_rep_id, g.collector_id, s.id, g.credit_limit, g.customer_since
    from jsonb_to_recordset(${sql.json(rows)}::jsonb) as g(code text, name text, category text, siren text, address_line1 text,
      postcode text, city text, phone text, sales_rep_id bigint, collector_id bigint, preset text, credit_limit bigint, customer_since date)
    left join scenario s on s.organization_id = current_organization() and s.preset = g.preset
    returning id, code`)

export interface ContactRow {
  readonly customer_id: number
  readonly civility: string
  readonly first_name: string
  readonly last_name: string
  readonly job_title: string
  readonly role: string
  readonly email: string
  readonly phone: string
  readonly receives_reminders: boolean
  readonly email_refused_on: string | null
  readonly email_refusal: string | null
}

export const addContacts = (db: Db, rows: readonly ContactRow[]): Promise<number> =>
  db.run(sql`
    insert into contact (organization_id, customer_id, civility, first_name, last_name, job_title, role, email, phone,
      receives_reminders, email_refused_on, email_refusal)
    select current_organization(), g.*
    from jsonb_to_recordset(${sql.json(rows)}::jsonb) as g(customer_id bigint, civility text, first_name text, last_name text,
      job_title text, role text, email text, phone text, receives_reminders boolean, email_refused_on date, email_refusal text)`)

export interface InvoiceRow {
  readonly number: string
  readonly customer_id: number
  readonly kind: string
  readonly issue_date: string
  readonly due_date: string
  readonly amount: number
  readonly subject: string
  readonly automatic_means: boolean
  readonly paused_on: string | null
  readonly paused_until: string | null
  readonly pause_note: string | null
}

const invoiceColumns = sql`(number text, customer_id bigint, kind text, issue_date date, due_date date, amount bigint,
  subject text, automatic_means boolean, paused_on date, paused_until date, pause_note text)`

/** Invoices with one due line each. */
export async function addInvoices(db: Db, legalEntity: number, rows: readonly InvoiceRow[]) {
  const given = sql.json(rows)
  await db.run(sql`
    insert into invoice (organization_id, legal_entity_id, customer_id, number, kind, issue_date, currency, total_amount, subject)
    select current_organization(), ${legalEntity}, g.customer_id, g.number, g.kind, g.issue_date, 'EUR', g.amount, g.subject
    from jsonb_to_recordset(${given}::jsonb) as g${invoiceColumns}`)
  return db.rows<{ item: number; number: string }>(sql`
    with added as (
      insert into open_item (organization_id, invoice_id, legal_entity_id, customer_id, currency, issue_date, due_date, amount,
        automatic_means, paused_on, paused_until, pause_note)
      select current_organization(), v.id, ${legalEntity}, g.customer_id, 'EUR', g.issue_date, g.due_date, g.amount,
        g.automatic_means, g.paused_on, g.paused_until, g.pause_note
      from jsonb_to_recordset(${given}::jsonb) as g${invoiceColumns}
      join invoice v on v.organization_id = current_organization() and v.number = g.number
      returning id, invoice_id)
    select a.id as item, v.number from added a
    join invoice v on v.organization_id = current_organization() and v.id = a.invoice_id`)
}

export interface PaymentRow {
  readonly customer_id: number
  readonly item: number
  readonly received_on: string
  readonly amount: number
  readonly reference: string
  readonly entered_at: string
}

/** Payments that settle one due line each; the reference tells them apart. */
export async function addPayments(db: Db, legalEntity: number, rows: readonly PaymentRow[]): Promise<void> {
  const given = sql`jsonb_to_recordset(${sql.json(rows)}::jsonb) as g(customer_id bigint, item bigint, received_on date,
    amount bigint, reference text, entered_at timestamptz)`
  await db.run(sql`
    insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means, reference,
      entered_by, entered_at)
    select current_organization(), ${legalEntity}, g.customer_id, g.received_on, 'EUR', g.amount, 'transfer', g.reference,
      current_person(), g.entered_at
    from ${given}`)
  await db.run(sql`
    insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on, entered_by, entered_at)
    select current_organization(), g.item, p.id, g.amount, g.received_on, current_person(), g.entered_at
    from ${given}
    join payment p on p.organization_id = current_organization() and p.reference = g.reference`)
}
