import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** An invoice as its row holds it; total in the smallest unit, negative for a credit note. */
export interface InvoiceFacts {
  readonly customerId: number
  readonly kind: 'invoice' | 'deposit' | 'interim' | 'creditNote'
  readonly issueDate: CalendarDate
  readonly currency: string
  readonly total: number
  readonly project: string | null
  readonly subject: string | null
  readonly orderReference: string | null
}

export interface NewInvoiceFacts extends InvoiceFacts {
  readonly number: string
  readonly paymentTerms: string | null
}

/** Many invoices of one firm, from one source, in one statement, without their due lines. A number that is taken fails it. */
export const insertInvoices = (
  db: Db,
  { legalEntity, source }: { readonly legalEntity: number; readonly source: number | null },
  invoices: readonly NewInvoiceFacts[],
): Promise<{ readonly id: number; readonly number: string }[]> =>
  db.rows(sql`
    insert into invoice (organization_id, legal_entity_id, customer_id, number, kind, issue_date, currency, total_amount,
      payment_terms, subject, project, order_reference, source_id)
    select current_organization(), ${legalEntity}, customer, number, kind, issued, currency, total, terms, subject, project,
      order_reference, ${source}::bigint
    from unnest(${invoices.map((one) => one.customerId)}::bigint[], ${invoices.map((one) => one.number)}::text[],
      ${invoices.map((one) => one.kind)}::text[], ${invoices.map((one) => one.issueDate)}::date[],
      ${invoices.map((one) => one.currency)}::text[], ${invoices.map((one) => one.total)}::bigint[],
      ${invoices.map((one) => one.paymentTerms)}::text[], ${invoices.map((one) => one.subject)}::text[],
      ${invoices.map((one) => one.project)}::text[], ${invoices.map((one) => one.orderReference)}::text[]
    ) as given (customer, number, kind, issued, currency, total, terms, subject, project, order_reference)
    returning id, number`)

export interface NewLine {
  readonly invoiceId: number
  readonly position: number
  readonly dueDate: CalendarDate
  /** Negative for a credit note. */
  readonly amount: number
  /** null: as the customer pays. */
  readonly automaticMeans: boolean | null
  /** Terms gave the due date: no document said it. */
  readonly isDueAssumed?: boolean
}

export const insertLines = (
  db: Db,
  lines: readonly NewLine[],
): Promise<{ readonly id: number; readonly invoiceId: number; readonly position: number }[]> =>
  lines.length === 0
    ? Promise.resolve([])
    : db.rows(sql`
    insert into open_item (organization_id, invoice_id, legal_entity_id, customer_id, position, currency, issue_date,
      due_date, amount, automatic_means, is_due_assumed)
    select i.organization_id, i.id, i.legal_entity_id, i.customer_id, line.position, i.currency, i.issue_date, line.due_date,
      line.amount, coalesce(line.automatic, c.automatic_means), line.assumed
    from unnest(${lines.map((line) => line.invoiceId)}::bigint[], ${lines.map((line) => line.position)}::integer[],
      ${lines.map((line) => line.dueDate)}::date[], ${lines.map((line) => line.amount)}::bigint[],
      ${lines.map((line) => line.automaticMeans)}::boolean[], ${lines.map((line) => line.isDueAssumed ?? false)}::boolean[]
    ) as line (invoice_id, position, due_date, amount, automatic, assumed)
    join invoice i on i.organization_id = current_organization() and i.id = line.invoice_id
    join customer c on c.organization_id = i.organization_id and c.id = i.customer_id
    returning id, invoice_id as "invoiceId", position`)

/** Writes the whole of these invoices, and on their due lines what each of them repeats. */
export async function writeInvoices(
  db: Db,
  invoices: readonly (InvoiceFacts & { readonly id: number })[],
): Promise<void> {
  if (invoices.length === 0) return
  const given = sql.json(invoices)
  await db.run(sql`
    update invoice i set customer_id = g."customerId", kind = g.kind, issue_date = g."issueDate", currency = g.currency,
      total_amount = g.total, project = g.project, subject = g.subject, order_reference = g."orderReference"
    from jsonb_to_recordset(${given}::jsonb) as g (id bigint, "customerId" bigint, kind text, "issueDate" date,
      currency text, total bigint, project text, subject text, "orderReference" text)
    where i.organization_id = current_organization() and i.id = g.id`)
  await db.run(sql`
    update open_item o set customer_id = g."customerId", issue_date = g."issueDate", currency = g.currency
    from jsonb_to_recordset(${given}::jsonb) as g (id bigint, "customerId" bigint, "issueDate" date, currency text)
    where o.organization_id = current_organization() and o.invoice_id = g.id
      and (o.customer_id, o.issue_date, o.currency) is distinct from (g."customerId", g."issueDate", g.currency)`)
}

/** A due line as it will stand; `isDueAssumed`: terms gave the day, no document. */
export interface WrittenLine {
  readonly id: number
  readonly dueDate: CalendarDate
  readonly isDueAssumed: boolean
  readonly amount: number
}

/** What is left of each line moves with its amount; less than what is settled of it fails the statement. */
export const writeLines = (db: Db, lines: readonly WrittenLine[]): Promise<number> =>
  lines.length === 0
    ? Promise.resolve(0)
    : db.run(sql`
    update open_item o set due_date = line.due_date, is_due_assumed = line.assumed, amount = line.amount
    from unnest(${lines.map((line) => line.id)}::bigint[], ${lines.map((line) => line.dueDate)}::date[],
      ${lines.map((line) => line.isDueAssumed)}::boolean[], ${lines.map((line) => line.amount)}::bigint[]
    ) as line (id, due_date, assumed, amount)
    where o.organization_id = current_organization() and o.id = line.id
      and (o.due_date, o.is_due_assumed, o.amount) is distinct from (line.due_date, line.assumed, line.amount)`)

/** The due lines of these invoices, locked in the order of their ids, as payments lock them. */
export const lockLinesOf = (db: Db, legalEntity: number, numbers: readonly string[]): Promise<number> =>
  db.run(sql`
    select o.id from open_item o
    where o.organization_id = current_organization() and o.invoice_id in (
      select i.id from invoice i
      where i.organization_id = current_organization() and i.legal_entity_id = ${legalEntity} and i.number = any(${numbers}))
    order by o.id
    for update of o`)

export const removeLines = (db: Db, ids: readonly number[]): Promise<number> =>
  db.run(sql`delete from open_item where organization_id = current_organization() and id = any(${ids})`)

/** With their due lines and all that hangs on them. */
export const removeInvoices = (db: Db, ids: readonly number[]): Promise<number> =>
  db.run(sql`delete from invoice where organization_id = current_organization() and id = any(${ids})`)

export interface LineOfInvoice {
  readonly id: number
  readonly invoice: number
  readonly customer: number
  readonly issueDate: CalendarDate
  /** Negative for a credit note. */
  readonly amountDue: number
}

/** The due lines of these invoices, the first to fall due first, locked as payments lock them. */
export const linesOfInvoices = (db: Db, invoices: readonly number[]): Promise<LineOfInvoice[]> =>
  db.rows(sql`
    with mine as materialized (
      select o.id, o.invoice_id as invoice, o.customer_id as customer, o.issue_date as "issueDate",
        o.amount_due as "amountDue", o.due_date
      from open_item o
      where o.organization_id = current_organization() and o.invoice_id = any(${invoices})
      order by o.id
      for update of o
    )
    select id, invoice, customer, "issueDate", "amountDue" from mine order by due_date, id`)

/** Nobody is chased for these due lines until a person decides so. */
export const holdLines = (
  db: Db,
  lines: readonly number[],
  { on, note }: { readonly on: CalendarDate; readonly note: string },
): Promise<number> =>
  lines.length === 0
    ? Promise.resolve(0)
    : db.run(sql`
    update open_item set paused_on = ${on}, paused_until = null, pause_note = ${note}
    where organization_id = current_organization() and id = any(${lines}) and paused_on is null`)
