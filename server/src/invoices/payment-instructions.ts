import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { PaymentInstruction } from '@quittance/core/invoices/payment-instruction.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type { WrittenLine } from './bulk-queries.ts'

/** Keeps how invoices say they are to be paid; what is known of one stays. Answers those that had none. */
export async function addInstructions(
  db: Db,
  given: readonly { readonly invoice: number; readonly instruction: PaymentInstruction }[],
): Promise<number[]> {
  if (given.length === 0) return []
  const rows = await db.rows<{ id: number }>(sql`
    insert into payment_instruction (organization_id, invoice_id, reference, iban, payee, is_factored, contract, preceding,
      is_correction, late_interest, indemnity, discount)
    select current_organization(), invoice, reference, iban, payee, "isFactored", contract, preceding, "isCorrection",
      "lateInterest", indemnity, discount
    from jsonb_to_recordset(${sql.json(given.map(({ invoice, instruction }) => ({ invoice, ...instruction })))}::jsonb) as g (
      invoice bigint, reference text, iban text, payee text, "isFactored" boolean, contract text, preceding text,
      "isCorrection" boolean, "lateInterest" text, indemnity text, discount text)
    on conflict (organization_id, invoice_id) do nothing
    returning invoice_id as id`)
  return rows.map(({ id }) => id)
}

export const removeInstructions = (db: Db, invoices: readonly number[]): Promise<number> =>
  db.run(sql`
    delete from payment_instruction where organization_id = current_organization() and invoice_id = any(${invoices})`)

export const instructionOf = (db: Db, invoice: number): Promise<PaymentInstruction | null> =>
  db.maybe(sql`
    select reference, iban, payee, is_factored as "isFactored", contract, preceding, is_correction as "isCorrection",
      late_interest as "lateInterest", indemnity, discount
    from payment_instruction
    where organization_id = current_organization() and invoice_id = ${invoice}`)

/** The corrected invoices of a firm that take the place of these numbers. */
export const correctionsOf = (
  db: Db,
  legalEntity: number,
  numbers: readonly string[],
): Promise<{ readonly preceding: string; readonly number: string }[]> =>
  db.rows(sql`
    select t.preceding, i.number from payment_instruction t
    join invoice i on i.organization_id = t.organization_id and i.id = t.invoice_id and i.legal_entity_id = ${legalEntity}
    where t.organization_id = current_organization() and t.is_correction and t.preceding = any(${numbers})`)

export interface Replaced {
  readonly id: number
  readonly number: string
  /** The invoice that takes its place. */
  readonly by: string
  readonly facts: {
    readonly customerId: number
    readonly kind: 'deposit' | 'interim' | 'invoice'
    readonly issueDate: CalendarDate
    readonly currency: string
    readonly total: number
    readonly project: string | null
    readonly subject: string | null
    readonly orderReference: string | null
  }
  readonly lines: readonly WrittenLine[]
}

/**
 * Invoices of a firm that a corrected one takes the place of, where one of the two is among these and nothing was paid of
 * them; their due lines are locked.
 */
export const replacedAmong = (db: Db, legalEntity: number, invoices: readonly number[]): Promise<Replaced[]> =>
  db.rows(sql`
    with pair as (
      select distinct on (p.id) p.id, p.number, c.number as by
      from payment_instruction t
      join invoice c on c.organization_id = t.organization_id and c.id = t.invoice_id and c.legal_entity_id = ${legalEntity}
      join invoice p on p.organization_id = t.organization_id and p.legal_entity_id = ${legalEntity}
        and p.number = t.preceding and p.customer_id = c.customer_id and p.id <> c.id
      where t.organization_id = current_organization() and t.is_correction and p.total_amount > 0
        and (c.id = any(${invoices}) or p.id = any(${invoices}))
      order by p.id, c.id
    ), line as (
      select o.id, o.invoice_id, o.due_date, o.is_due_assumed, o.amount, o.amount_due, o.position from open_item o
      where o.organization_id = current_organization() and o.invoice_id in (select id from pair)
      order by o.id
      for update of o
    )
    select pair.id, pair.number, pair.by, json_build_object('customerId', i.customer_id, 'kind', i.kind,
        'issueDate', i.issue_date, 'currency', i.currency, 'total', i.total_amount, 'project', i.project,
        'subject', i.subject, 'orderReference', i.order_reference) as facts,
      (select json_agg(json_build_object('id', l.id, 'dueDate', l.due_date, 'isDueAssumed', l.is_due_assumed, 'amount', l.amount) order by l.position)
        from line l where l.invoice_id = pair.id) as lines
    from pair
    join invoice i on i.organization_id = current_organization() and i.id = pair.id
    where not exists (select from line l where l.invoice_id = pair.id and l.amount_due <> l.amount)
    order by pair.id`)
