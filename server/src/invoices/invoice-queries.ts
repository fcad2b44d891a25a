import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

export interface InvoiceHead {
  readonly number: string
  readonly kind: 'invoice' | 'deposit' | 'interim' | 'creditNote'
  readonly customer: { readonly id: number; readonly name: string }
  readonly legalEntity: { readonly id: number; readonly name: string }
  readonly issueDate: CalendarDate
  readonly subject: string | null
  readonly project: string | null
  readonly orderReference: string | null
  readonly paymentTerms: string | null
  readonly currency: string
  readonly totalAmount: number
  readonly fileName: string | null
  readonly source: { readonly id: number; readonly name: string } | null
  readonly missing: {
    readonly since: CalendarDate
    readonly file: { readonly id: number; readonly name: string }
  } | null
}

export const invoiceHead = (db: Db, id: number): Promise<InvoiceHead | null> =>
  db.maybe<InvoiceHead>(sql`
    select v.number, v.kind, json_build_object('id', c.id, 'name', c.name) as customer, json_build_object('id', e.id, 'name', e.name) as "legalEntity",
      v.issue_date as "issueDate", v.subject, v.project, v.order_reference as "orderReference", v.payment_terms as "paymentTerms",
      v.currency, v.total_amount as "totalAmount", f.name as "fileName",
      case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as source,
      case when m.id is not null then json_build_object('since', v.missing_since,
        'file', json_build_object('id', m.id, 'name', m.name)) end as missing
    from invoice v
    join customer c on c.organization_id = v.organization_id and c.id = v.customer_id
    join legal_entity e on e.organization_id = v.organization_id and e.id = v.legal_entity_id
    left join invoice_file f on f.organization_id = v.organization_id and f.invoice_id = v.id
    left join source s on s.organization_id = v.organization_id and s.id = v.source_id
    left join source_file m on m.organization_id = v.organization_id and m.id = v.missing_file_id
    where v.organization_id = current_organization() and v.id = ${id}`)

export const itemIdsOf = async (db: Db, invoice: number): Promise<number[]> =>
  (
    await db.rows<{ id: number }>(sql`
      select id from open_item where organization_id = current_organization() and invoice_id = ${invoice} order by position`)
  ).map((row) => row.id)

/**
 * What settled the lines of an invoice, or what its credit was used for; those taken back stay, marked. `invoice` is
 * the one on the other side of a credit note.
 */
export const allocationsOf = (db: Db, invoice: number) =>
  db.rows<{
    id: number
    openItemId: number
    on: CalendarDate
    amount: number
    source: 'payment' | 'creditNote' | 'difference'
    paymentId: number | null
    creditItemId: number | null
    invoice: { readonly id: number; readonly number: string } | null
    label: string
    isReversed: boolean
  }>(sql`
    select a.id, a.open_item_id as "openItemId", a.allocated_on as on, a.amount,
      case when a.payment_id is not null then 'payment' when a.credit_item_id is not null then 'creditNote' else 'difference' end as source,
      a.payment_id as "paymentId", a.credit_item_id as "creditItemId", coalesce(p.reference, n.number, a.difference, '') as label,
      case when n.id is not null then json_build_object('id', n.id, 'number', n.number) end as invoice,
      exists (select from allocation u where u.organization_id = a.organization_id and u.reverses_id = a.id) as "isReversed"
    from open_item i
    join allocation a on a.organization_id = i.organization_id and (a.open_item_id = i.id or a.credit_item_id = i.id)
    left join payment p on p.organization_id = a.organization_id and p.id = a.payment_id
    left join open_item k on a.credit_item_id is not null and k.organization_id = a.organization_id
      and k.id = case when i.id = a.credit_item_id then a.open_item_id else a.credit_item_id end
    left join invoice n on n.organization_id = k.organization_id and n.id = k.invoice_id
    where i.organization_id = current_organization() and i.invoice_id = ${invoice} and a.reverses_id is null
    order by a.allocated_on desc, a.id desc`)

export const disputesOf = (db: Db, invoice: number) =>
  db.rows<{
    id: number
    reason: string
    category: { id: number; name: string } | null
    note: string | null
    openedOn: CalendarDate
    resolvedOn: CalendarDate | null
  }>(sql`
    select d.id, d.reason, case when k.id is not null then json_build_object('id', k.id, 'name', k.name) end as category, d.note, d.opened_on as "openedOn", d.resolved_on as "resolvedOn"
    from dispute d
    left join dispute_category k on k.organization_id = d.organization_id and k.id = d.category_id
    where d.organization_id = current_organization() and d.outcome is distinct from 'undone' and exists (
      select from dispute_item l join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id
      where l.organization_id = d.organization_id and l.dispute_id = d.id and i.invoice_id = ${invoice})
    order by d.id desc`)

export const fileOf = (db: Db, invoice: number) =>
  db.maybe<{ name: string; mediaType: string; content: Buffer }>(sql`
    select name, media_type as "mediaType", content from invoice_file where organization_id = current_organization() and invoice_id = ${invoice}`)

export const storeFile = (db: Db, invoice: number, file: { name: string; content: Buffer }): Promise<number> =>
  db.run(sql`
    insert into invoice_file (organization_id, invoice_id, name, content)
    values (current_organization(), ${invoice}, ${file.name}, ${file.content})
    on conflict (organization_id, invoice_id) do update set name = excluded.name, content = excluded.content`)
