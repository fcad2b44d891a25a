import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** The payment of these items bounced: those on automatic means are chased from now on. */
export const markRejected = (db: Db, items: readonly number[], on: CalendarDate): Promise<number> =>
  db.run(sql`
    update open_item set rejected_on = ${on}
    where organization_id = current_organization() and id = any(${items})`)

/** The payment of these items did not bounce after all: each is marked as it was. */
export const markRejectedAsBefore = (
  db: Db,
  items: readonly { readonly item: number; readonly rejectedOn: CalendarDate | null }[],
): Promise<number> =>
  db.run(sql`
    update open_item o set rejected_on = g.rejected_on
    from unnest(${items.map(({ item }) => item)}::bigint[], ${items.map(({ rejectedOn }) => rejectedOn)}::date[]) as g(item, rejected_on)
    where o.organization_id = current_organization() and o.id = g.item`)

export interface NewInvoice {
  readonly legalEntity: number
  readonly customer: number
  readonly number: string
  readonly kind: 'invoice' | 'deposit' | 'interim' | 'creditNote'
  readonly issueDate: CalendarDate
  readonly currency: string
  /** Smallest unit; zero or negative for a credit note. */
  readonly total: number
  readonly paymentTerms: string | null
  readonly subject: string | null
  readonly project: string | null
}

/** The new invoice's id, or null when this firm already has the number. */
export const insertInvoice = async (db: Db, invoice: NewInvoice): Promise<number | null> => {
  const row = await db.maybe<{ id: number }>(sql`
    insert into invoice (organization_id, legal_entity_id, customer_id, number, kind, issue_date, currency,
      total_amount, payment_terms, subject, project)
    values (current_organization(), ${invoice.legalEntity}, ${invoice.customer}, ${invoice.number}, ${invoice.kind},
      ${invoice.issueDate}, ${invoice.currency}, ${invoice.total}, ${invoice.paymentTerms}, ${invoice.subject},
      ${invoice.project})
    on conflict (organization_id, legal_entity_id, number) do nothing
    returning id`)
  return row?.id ?? null
}

/** One open item a line, in the order given; nothing is paid of them yet. */
export const insertOpenItems = (
  db: Db,
  invoice: number,
  lines: readonly { readonly dueDate: string; readonly amount: number }[],
): Promise<number> =>
  db.run(sql`
    insert into open_item (organization_id, invoice_id, legal_entity_id, customer_id, position, currency, issue_date,
      due_date, amount, automatic_means)
    select i.organization_id, i.id, i.legal_entity_id, i.customer_id, line.position, i.currency, i.issue_date,
      line.due_date, line.amount, c.automatic_means
    from invoice i
    join customer c on c.organization_id = i.organization_id and c.id = i.customer_id
    cross join unnest(${lines.map((line) => line.dueDate)}::date[], ${lines.map((line) => line.amount)}::bigint[])
      with ordinality as line (due_date, amount, position)
    where i.organization_id = current_organization() and i.id = ${invoice}`)

export interface TermsInForce {
  readonly customerTerms: string | null
  readonly legalEntity: number
  readonly legalEntityTerms: string | null
}

/** null when the customer or the firm is not there; `legalEntity` null means the organisation's first. */
export const termsInForce = (db: Db, customer: number, legalEntity: number | null): Promise<TermsInForce | null> =>
  db.maybe(sql`
    select c.payment_terms as "customerTerms", l.id as "legalEntity", l.default_terms as "legalEntityTerms"
    from customer c
    join legal_entity l on l.organization_id = c.organization_id
    where c.organization_id = current_organization() and c.id = ${customer}
      and (l.id = ${legalEntity} or ${legalEntity}::bigint is null)
    order by l.id
    limit 1`)

/** `until` null: until somebody lifts it. Answers the customers concerned. */
export const pauseItems = (
  db: Db,
  items: readonly number[],
  pause: { readonly on: CalendarDate; readonly until: string | null; readonly note: string | null },
): Promise<ChangedItem[]> =>
  db.rows(sql`
    update open_item set paused_on = ${pause.on}, paused_until = ${pause.until}, pause_note = ${pause.note}
    where organization_id = current_organization() and id = any(${items})
    returning id, customer_id as customer, invoice_id as invoice`)

export const resumeItems = (db: Db, items: readonly number[]): Promise<ChangedItem[]> =>
  db.rows(sql`
    update open_item set paused_on = null, paused_until = null, pause_note = null
    where organization_id = current_organization() and id = any(${items}) and paused_on is not null
    returning id, customer_id as customer, invoice_id as invoice`)

export interface ItemPause {
  readonly item: number
  /** Null: not paused. */
  readonly on: CalendarDate | null
  readonly until: CalendarDate | null
  readonly note: string | null
}

/** How these items are paused now: what undoing a change of it puts back. */
export const pausesOf = (db: Db, items: readonly number[]): Promise<ItemPause[]> =>
  db.rows(sql`
    select id as item, paused_on as on, paused_until as until, pause_note as note from open_item
    where organization_id = current_organization() and id = any(${items}) order by id`)

export const restorePauses = (db: Db, pauses: readonly ItemPause[]): Promise<number> =>
  db.run(sql`
    update open_item i set paused_on = g.on_day, paused_until = g.until_day, pause_note = g.note
    from unnest(${pauses.map(({ item }) => item)}::bigint[], ${pauses.map(({ on }) => on)}::date[],
      ${pauses.map(({ until }) => until)}::date[], ${pauses.map(({ note }) => note)}::text[]) as g (item, on_day, until_day, note)
    where i.organization_id = current_organization() and i.id = g.item`)

export interface ChangedItem {
  readonly id: number
  readonly customer: number
  readonly invoice: number
}

export const itemsOf = (db: Db, items: readonly number[]): Promise<ChangedItem[]> =>
  db.rows(sql`
    select id, customer_id as customer, invoice_id as invoice from open_item
    where organization_id = current_organization() and id = any(${items})`)
