import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { InvoiceFacts } from '../../invoices/bulk-queries.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

export interface CustomerOnFile {
  readonly id: number
  readonly name: string
  readonly code: string
  readonly siren: string | null
  readonly vatNumber: string | null
  readonly paymentTerms: string | null
}

/** All customers of the organisation, in batches. */
export const customersOnFile = (db: Db): AsyncGenerator<CustomerOnFile[]> =>
  db.stream(
    sql`
    select id, name, code, siren, vat_number as "vatNumber", payment_terms as "paymentTerms"
    from customer where organization_id = current_organization()
    order by id`,
    5000,
  )

/** Names and codes under which customers were known before they were merged into another one, which is what `id` says. */
export const aliasesOnFile = (db: Db): AsyncGenerator<Omit<CustomerOnFile, 'paymentTerms'>[]> =>
  db.stream(
    sql`
    select kept_id as id, name, code, siren, vat_number as "vatNumber"
    from customer_alias where organization_id = current_organization()
    order by customer_id`,
    5000,
  )

/** Customers whose invoices and payments are all of other firms of the organisation than this one. */
export const customersOfOtherFirms = async (db: Db, legalEntity: number): Promise<Set<number>> => {
  const rows = await db.rows<{ id: number }>(sql`
    with mine as (
      select customer_id, legal_entity_id from invoice where organization_id = current_organization()
      union
      select customer_id, legal_entity_id from payment where organization_id = current_organization())
    select customer_id as id from mine
    where (select count(*) from legal_entity where organization_id = current_organization()) > 1
    group by 1 having not bool_or(legal_entity_id = ${legalEntity})`)
  return new Set(rows.map(({ id }) => id))
}

export const activePeople = (
  db: Db,
): Promise<{ readonly id: number; readonly name: string; readonly email: string }[]> =>
  db.rows(sql`
    select id, name, email from person where organization_id = current_organization() and is_active order by id`)

/** Terms of the firm, and the number after the last code Quittance made. */
export const firmFacts = (
  db: Db,
  legalEntity: number,
): Promise<{ readonly terms: string | null; readonly nextCode: number }> =>
  db.one(sql`
    select l.default_terms as terms, (
      select coalesce(max(substring(c.code from '^Q-([0-9]{1,15})$')::bigint), 0) + 1 from (
        select organization_id, code from customer union all select organization_id, code from customer_alias) c
      where c.organization_id = l.organization_id) as "nextCode"
    from legal_entity l
    where l.organization_id = current_organization() and l.id = ${legalEntity}`)

export interface InvoiceOnFile extends InvoiceFacts {
  readonly id: number
  readonly number: string
  readonly customerName: string
  /** The corrected invoice that took its place. */
  readonly replacedBy: string | null
  readonly lines: readonly LineOnFile[]
}

/** Amounts as the database holds them: negative for a credit note. */
export interface LineOnFile {
  readonly id: number
  readonly position: number
  readonly dueDate: CalendarDate
  readonly isDueAssumed: boolean
  readonly amount: number
  readonly amountDue: number
  /** Settled by a payment of an earlier import that a person reversed since. */
  readonly reversed: number
}

export const invoicesOnFile = (db: Db, legalEntity: number, numbers: readonly string[]): Promise<InvoiceOnFile[]> =>
  db.rows(sql`
    select i.id, i.number, i.kind, i.customer_id as "customerId", c.name as "customerName", i.issue_date as "issueDate",
      i.currency, i.total_amount as total, i.project, i.subject, i.order_reference as "orderReference", l.lines,
      (select b.number from payment_instruction t
        join invoice b on b.organization_id = t.organization_id and b.id = t.invoice_id and b.legal_entity_id = i.legal_entity_id
        where t.organization_id = i.organization_id and t.is_correction and t.preceding = i.number and i.total_amount = 0
        limit 1) as "replacedBy"
    from invoice i
    join customer c on c.organization_id = i.organization_id and c.id = i.customer_id
    cross join lateral (
      select json_agg(json_build_object('id', o.id, 'position', o.position, 'dueDate', o.due_date,
        'isDueAssumed', o.is_due_assumed, 'amount', o.amount,
        'amountDue', o.amount_due, 'reversed', coalesce((
          select sum(a.amount) from allocation a
          join payment p on p.organization_id = a.organization_id and p.id = a.payment_id and p.origin = 'import'
          join payment_reversal r on r.organization_id = p.organization_id and r.payment_id = p.id
          where a.organization_id = o.organization_id and a.open_item_id = o.id and a.reverses_id is null), 0))
        order by o.position) as lines
      from open_item o
      where o.organization_id = i.organization_id and o.invoice_id = i.id
    ) l
    where i.organization_id = current_organization() and i.legal_entity_id = ${legalEntity} and i.number = any(${numbers})`)
