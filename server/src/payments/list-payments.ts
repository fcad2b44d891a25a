import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import { found } from '../platform/http/app-error.ts'
import { writeCursor } from '../platform/http/cursor.ts'
import { narrowPayments, type PaymentsAsked, pageOf } from './narrow-payments.ts'
import { totalsOf } from './payment-totals.ts'

interface Money {
  readonly amount: number
  readonly currency: string
}

export interface PaymentRow {
  readonly id: number
  readonly receivedOn: CalendarDate
  readonly customer: { readonly id: number; readonly name: string }
  readonly amount: Money
  readonly unallocated: Money
  readonly means: 'transfer' | 'cheque' | 'card' | 'directDebit' | 'billOfExchange' | 'cash' | 'other'
  readonly reference: string | null
  readonly origin: 'manual' | 'import' | 'bank'
  readonly allocations: { readonly invoiceId: number; readonly invoiceNumber: string; readonly amount: Money }[]
  readonly enteredBy: string | null
  readonly enteredAt: string
  readonly undoUntil: string | null
  readonly reversal: {
    readonly on: CalendarDate
    readonly reason: 'rejected' | 'mistake' | 'undone'
    readonly note: string | null
  } | null
}

/** Latest first, with the count and the sum of the whole list. */
export async function listPayments(db: Db, asked: PaymentsAsked) {
  const narrowed = await narrowPayments(db, asked)
  const totals = await totalsOf(db, asked, narrowed)
  const found = await db.rows<PaymentRow>(sql.plannedAnew(rowsOf(pageOf(asked, { narrowed, totals }))))
  const rows = found.slice(0, asked.limit)
  const last = found.length > asked.limit ? rows.at(-1) : undefined
  return { rows, ...totals, nextCursor: last ? writeCursor({ key: last.receivedOn, id: last.id }) : null }
}

export const paymentById = async (db: Db, id: number): Promise<PaymentRow> =>
  found(
    await db.maybe<PaymentRow>(
      rowsOf(sql`select * from payment p where p.organization_id = current_organization() and p.id = ${id}`),
    ),
  )

const rowsOf = (which: Sql): Sql => sql`
  select p.id, p.received_on as "receivedOn", json_build_object('id', c.id, 'name', c.name) as customer,
    json_build_object('amount', p.amount, 'currency', p.currency) as amount,
    json_build_object('amount', p.unallocated, 'currency', p.currency) as unallocated,
    p.means, p.reference, p.origin, e.name as "enteredBy", p.entered_at as "enteredAt",
    case when r.payment_id is null and p.entered_at > clock_timestamp() - interval '10 minutes'
      then p.entered_at + interval '10 minutes' end as "undoUntil",
    case when r.payment_id is not null
      then json_build_object('on', r.reversed_on, 'reason', r.reason, 'note', r.note) end as reversal,
    coalesce((
      select json_agg(json_build_object('invoiceId', s.invoice_id, 'invoiceNumber', s.number,
        'amount', json_build_object('amount', s.amount, 'currency', p.currency)) order by s.first_id)
      from (
        select i.id as invoice_id, i.number, sum(a.amount)::bigint as amount, min(a.id) as first_id
        from allocation a
        join open_item o on o.organization_id = a.organization_id and o.id = a.open_item_id
        join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
        where a.organization_id = p.organization_id and a.payment_id = p.id
        group by i.id, i.number
        having sum(a.amount) <> 0
      ) s), '[]') as allocations
  from (${which}) p
  join customer c on c.organization_id = p.organization_id and c.id = p.customer_id
  left join person e on e.organization_id = p.organization_id and e.id = p.entered_by
  left join payment_reversal r on r.organization_id = p.organization_id and r.payment_id = p.id
  order by p.received_on desc, p.id desc`
