import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import { found } from '../platform/http/app-error.ts'
import { readCursor, writeCursor } from '../platform/http/cursor.ts'

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

export interface PaymentFilter {
  readonly view: 'all' | 'unallocated' | 'reversed'
  readonly customer?: number | undefined
  /** Customer, reference, invoice number. */
  readonly q?: string | undefined
}

/** Latest first. */
export async function listPayments(db: Db, asked: PaymentFilter & { cursor?: string | undefined; limit: number }) {
  const position = readCursor(asked.cursor, 'date')
  const after = position ? sql`and (p.received_on, p.id) < (${position.key}::date, ${position.id}::bigint)` : sql.empty
  const page = sql`${matching(asked)} ${after} order by p.received_on desc, p.id desc limit ${asked.limit + 1}`
  const found = await db.rows<PaymentRow>(rowsOf(page))
  const rows = found.slice(0, asked.limit)
  const last = found.length > asked.limit ? rows.at(-1) : undefined
  return {
    rows,
    ...(await totalsOf(db, asked)),
    nextCursor: last ? writeCursor({ key: last.receivedOn, id: last.id }) : null,
  }
}

export const paymentById = async (db: Db, id: number): Promise<PaymentRow> =>
  found(await db.maybe<PaymentRow>(rowsOf(sql`where p.organization_id = current_organization() and p.id = ${id}`)))

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
  from (select * from payment p ${which}) p
  join customer c on c.organization_id = p.organization_id and c.id = p.customer_id
  left join person e on e.organization_id = p.organization_id and e.id = p.entered_by
  left join payment_reversal r on r.organization_id = p.organization_id and r.payment_id = p.id
  order by p.received_on desc, p.id desc`

function matching({ view, customer, q }: PaymentFilter): Sql {
  const like = q === undefined ? null : `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`
  const isReversed = sql`exists (
    select from payment_reversal r where r.organization_id = p.organization_id and r.payment_id = p.id)`
  return sql.join(
    [
      sql`where p.organization_id = current_organization()`,
      ...(view === 'unallocated' ? [sql`p.unallocated > 0`] : []),
      ...(view === 'reversed' ? [isReversed] : []),
      ...(customer === undefined ? [] : [sql`p.customer_id = ${customer}`]),
      ...(like === null ? [] : [sql`(p.reference ilike ${like} or ${namesMatch(like)} or ${invoicesMatch(like)})`]),
    ],
    sql` and `,
  )
}

const namesMatch = (like: string): Sql => sql`p.customer_id in (
  select c.id from customer c
  where c.organization_id = current_organization() and c.plain_name like (select plain_text(${like})))`

const invoicesMatch = (like: string): Sql => sql`p.id in (
  select a.payment_id
  from invoice i
  join open_item o on o.organization_id = i.organization_id and o.invoice_id = i.id
  join allocation a on a.organization_id = o.organization_id and a.open_item_id = o.id
  where i.organization_id = current_organization() and i.number ilike ${like} and a.payment_id is not null)`

/** Of the whole list. A reversed payment counts as a line, and for nothing in the sum unless reversed ones are asked. */
async function totalsOf(db: Db, filter: PaymentFilter): Promise<{ count: number; total: Money[] }> {
  const sum = {
    all: sql`sum(p.amount) filter (where not exists (
      select from payment_reversal r where r.organization_id = p.organization_id and r.payment_id = p.id))`,
    unallocated: sql`sum(p.unallocated)`,
    reversed: sql`sum(p.amount)`,
  }[filter.view]
  const sums = await db.rows<{ currency: string; count: number; amount: number }>(sql`
    select p.currency, count(*) as count, coalesce(${sum}, 0)::bigint as amount
    from payment p ${matching(filter)}
    group by p.currency
    order by p.currency`)
  return {
    count: sums.reduce((count, each) => count + each.count, 0),
    total: sums.map(({ currency, amount }) => ({ currency, amount })),
  }
}
