import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Taken, TakenItem } from '@quittance/core/reconciliation/lines/summarise-line.ts'
import type { Confidence } from '@quittance/core/reconciliation/matching/proposal.ts'
import type { LineKind } from '@quittance/core/reconciliation/statements/statement.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'

/** A line as its list needs it. */
export interface ListedLine {
  readonly id: number
  readonly account: { readonly id: number; readonly name: string } | null
  readonly bookedOn: CalendarDate
  readonly valueOn: CalendarDate | null
  readonly amount: number
  readonly currency: string
  readonly kind: LineKind
  readonly label: string
  readonly otherName: string | null
  readonly state: 'unmatched' | 'suggested' | 'matched' | 'ignored'
  readonly confidence: Confidence | null
  readonly isReturned: boolean
  /** As its match says, else as its first proposal does. */
  readonly takenAs: Taken['kind'] | null
  /** Its first proposal is none but for want of a better. */
  readonly isUnfound: boolean
  readonly customer: string | null
  readonly credit: number
  readonly items: readonly TakenItem[]
  readonly payments: readonly number[]
  readonly match: {
    readonly id: number
    readonly kind: Taken['kind']
    readonly byItself: boolean
    readonly matchedBy: string | null
    readonly matchedAt: string
    readonly payments: readonly number[]
  } | null
}

/** `which` lines, an SQL query of their ids, in the order of their days, the newest first. */
export const listedLines = (db: Db, which: Sql, today: CalendarDate): Promise<ListedLine[]> =>
  db.rows(
    sql.plannedAnew(sql`
    select b.id, case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as account,
      b.booked_on as "bookedOn", b.value_on as "valueOn", b.amount, b.currency, b.kind, b.label, b.other_name as "otherName",
      b.state, b.confidence, (b.kind = 'returned' or b.returned_reason is not null or b.returned_text is not null) as "isReturned",
      coalesce(m.kind, f.first ->> 'kind', case when b.state = 'ignored' then 'notACustomer' end) as "takenAs",
      coalesce(f.first ->> 'confidence' = 'toSearch', false) as "isUnfound", c.name as customer, coalesce((f.first ->> 'credit')::bigint, 0) as credit,
      case when m.id is null then coalesce(${proposedItems(today)}, '[]') else coalesce(${settledItems}, '[]') end as items,
      coalesce(m.payments, f.first -> 'payments', '[]') as payments,
      case when m.id is not null then jsonb_build_object('id', m.id, 'kind', m.kind, 'byItself', m.by_itself,
        'matchedBy', m.name, 'matchedAt', m.matched_at, 'payments', m.payments) end as match
    from (${which}) w
    join bank_line b on b.organization_id = current_organization() and b.id = w.id
    -- Proposals are long: opened once a line, and not once for each thing told of the first.
    cross join lateral (select b.proposals -> 0 as first offset 0) f
    left join bank_account a on a.organization_id = b.organization_id and a.id = b.bank_account_id
    left join lateral (
      select m.id, m.kind, m.by_itself, m.matched_at, e.name, coalesce((
        select jsonb_agg(p.payment_id order by p.payment_id) from bank_match_payment p
        where p.organization_id = m.organization_id and p.bank_match_id = m.id), '[]') as payments
      from bank_match m
      left join person e on e.organization_id = m.organization_id and e.id = m.matched_by
      where m.organization_id = b.organization_id and m.bank_line_id = b.id and m.undone_at is null
    ) m on true
    left join customer c on c.organization_id = b.organization_id
      and c.id = coalesce(b.customer_id, (f.first ->> 'customer')::bigint)
    order by b.booked_on desc, b.id desc`),
  )

/** What the first proposal `f` of line `b` would pay. */
const proposedItems = (today: CalendarDate): Sql => sql`(
  select jsonb_agg(jsonb_build_object('invoiceNumber', o.number, 'amount', p.amount, 'dueDate', o.due_date,
    'left', greatest(0, o.amount_due - p.amount - coalesce((p.difference ->> 'amount')::bigint, 0)),
    'promisedFor', (
      select max(w.promised_for) from promise_item i
      join promise w on w.organization_id = i.organization_id and w.id = i.promise_id
      where i.organization_id = o.organization_id and i.open_item_id = o.id and w.withdrawn_on is null
        and w.promised_for >= ${today})) order by p.place)
  from jsonb_array_elements(f.first -> 'allocations') with ordinality as g(one, place)
  cross join lateral (
    select g.place, (g.one ->> 'item')::bigint as item, (g.one ->> 'amount')::bigint as amount, g.one -> 'difference' as difference
  ) p
  -- One by one: a proposal names a few items, the planner thinks of a hundred and reads them all.
  cross join lateral (
    select o.* from open_item o where o.organization_id = b.organization_id and o.id = p.item offset 0
  ) o)`

/** What the payments of match `m` pay now. */
const settledItems = sql`(
  select jsonb_agg(jsonb_build_object('invoiceNumber', s.number, 'amount', s.amount, 'dueDate', s.due_date, 'left', 0,
    'promisedFor', null) order by s.first)
  from (
    select o.number, o.due_date, sum(l.amount)::bigint as amount, min(l.id) as first
    from bank_match_payment p
    join allocation l on l.organization_id = p.organization_id and l.payment_id = p.payment_id
    join open_item o on o.organization_id = l.organization_id and o.id = l.open_item_id
    where p.organization_id = b.organization_id and p.bank_match_id = m.id
    group by o.id, o.number, o.due_date having sum(l.amount) <> 0
  ) s)`
