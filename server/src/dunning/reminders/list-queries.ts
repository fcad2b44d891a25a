import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Decision } from '@quittance/core/dunning/decision.ts'
import type { Tone } from '@quittance/core/dunning/scenario.ts'
import type { Money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import type { Position } from '../../platform/http/cursor.ts'
import type { ReminderState } from '../messages/queries.ts'

export type ReminderView = 'ready' | 'sent' | 'testOutbox' | 'problems'

const statesOf: Record<ReminderView, readonly ReminderState[]> = {
  ready: ['pendingApproval', 'ready', 'sending'],
  sent: ['sent'],
  testOutbox: ['inTestOutbox'],
  problems: ['uncertain', 'failed'],
}

export interface ReminderListRow {
  readonly id: number
  readonly customer: { id: number; name: string }
  readonly state: ReminderState
  readonly tone: Tone
  readonly delayDays: number | null
  readonly items: number
  readonly total: Money[]
  readonly decidedOn: CalendarDate
  readonly leavesAt: string | null
  readonly isTriedAgain: boolean
  readonly sentAt: string | null
  readonly because: string | null
  readonly endedBecause: string | null
  readonly serverReply: string | null
  readonly isEdited: boolean
}

const inView = (view: ReminderView, filters: { customer?: number | undefined; tone?: Tone | undefined }): Sql => sql`
  r.organization_id = current_organization() and r.state = any(${statesOf[view]})
  and (${filters.customer ?? null}::bigint is null or r.customer_id = ${filters.customer ?? null})
  and (${filters.tone ?? null}::text is null or r.tone = ${filters.tone ?? null})`

/** Messages of a view: those about to leave by name of customer, the others latest first. */
export const reminderList = (
  db: Db,
  view: ReminderView,
  filters: { customer?: number | undefined; tone?: Tone | undefined },
  page: { after: Position | null; limit: number },
): Promise<(ReminderListRow & { key: string })[]> => {
  const key =
    view === 'ready'
      ? sql`c.name collate "C"`
      : sql`to_char(coalesce(r.sent_at, r.written_at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`
  const order = view === 'ready' ? sql`key collate "C", id` : sql`key collate "C" desc, id desc`
  const beyond =
    view === 'ready'
      ? sql`(key collate "C", id) > (${page.after?.key ?? ''} collate "C", ${page.after?.id ?? 0})`
      : sql`(key collate "C", id) < (${page.after?.key ?? '9999'} collate "C", ${page.after?.id ?? Number.MAX_SAFE_INTEGER})`
  return db.rows(sql`
    with page as (
      select * from (
        select r.*, c.name as customer_name, ${key} as key
        from reminder r join customer c on c.organization_id = r.organization_id and c.id = r.customer_id
        where ${inView(view, filters)}) listed
      where ${beyond}
      order by ${order} limit ${page.limit})
    select p.id, p.key, json_build_object('id', p.customer_id, 'name', p.customer_name) as customer, p.state, p.tone, p.delay_days as "delayDays",
      (select count(*)::int from reminder_item l where l.organization_id = p.organization_id and l.reminder_id = p.id) as items,
      coalesce((select json_agg(json_build_object('amount', s.amount, 'currency', s.currency) order by s.currency)
        from (select l.currency, sum(l.amount_due)::bigint as amount from reminder_item l
          where l.organization_id = p.organization_id and l.reminder_id = p.id group by 1) s), '[]') as total,
      p.decided_on as "decidedOn", greatest(p.leaves_at, p.next_attempt_at) as "leavesAt",
      p.state = 'ready' and p.next_attempt_at is not null as "isTriedAgain", p.sent_at as "sentAt", p.because, p.ended_because as "endedBecause",
      p.server_reply as "serverReply", p.body_written is not null or p.subject_written is not null as "isEdited"
    from page p order by ${order}`)
}

/** Count and sums of a whole view, whatever the page. */
export const reminderTotals = (
  db: Db,
  view: ReminderView,
  filters: { customer?: number | undefined; tone?: Tone | undefined },
) =>
  db.one<{ count: number; items: number; total: Money[] }>(sql`
    with listed as (select r.id from reminder r where ${inView(view, filters)}),
      lines as (select l.currency, l.amount_due from reminder_item l where l.organization_id = current_organization() and l.reminder_id in (select id from listed))
    select (select count(*)::int from listed) as count, (select count(*)::int from lines) as items,
      coalesce((select json_agg(json_build_object('amount', s.amount, 'currency', s.currency) order by s.currency)
        from (select currency, sum(amount_due)::bigint as amount from lines group by 1) s), '[]') as total`)

export const viewCounts = (db: Db) =>
  db.one<{ ready: number; sent: number; testOutbox: number; problems: number; held: number }>(sql`
    select count(*) filter (where state in ('pendingApproval', 'ready', 'sending'))::int as ready,
      count(*) filter (where state = 'sent')::int as sent,
      count(*) filter (where state = 'inTestOutbox')::int as "testOutbox",
      count(*) filter (where state in ('uncertain', 'failed'))::int as problems,
      (select count(*)::int from current_decision d
        where d.organization_id = current_organization() and d.kind = 'hold') as held
    from reminder where organization_id = current_organization()`)

/** Customers that are late and not written to, with the decision that says why. */
export const heldCustomers = (db: Db) =>
  db.rows<{
    customer: { id: number; name: string }
    legalEntityId: number
    decision: Decision
    reminderId: number | null
    late: Money[]
  }>(sql`
    select json_build_object('id', c.id, 'name', c.name) as customer, d.legal_entity_id as "legalEntityId", e.detail as decision,
      (select max(r.id) from reminder r where r.organization_id = d.organization_id and r.customer_id = d.customer_id
        and r.legal_entity_id = d.legal_entity_id and r.state in ('held', 'uncertain')) as "reminderId",
      coalesce((select json_agg(json_build_object('amount', s.amount, 'currency', s.currency) order by s.currency)
        from (select i.currency, sum(i.amount_due)::bigint as amount from open_item i, organization o
          where o.organization_id = current_organization() and i.organization_id = d.organization_id and i.customer_id = d.customer_id
            and i.legal_entity_id = d.legal_entity_id and i.amount_due > 0 and i.due_date < d.decided_on group by 1) s), '[]') as late
    from current_decision d
    join decision e on e.organization_id = d.organization_id and e.id = d.decision_id
    join customer c on c.organization_id = d.organization_id and c.id = d.customer_id
    where d.organization_id = current_organization() and d.kind = 'hold'
    order by (select sum(i.amount_due) from open_item i where i.organization_id = d.organization_id and i.customer_id = d.customer_id
      and i.amount_due > 0 and i.due_date < d.decided_on) desc nulls last, c.id
    limit 500`)

/** Numbers of invoices by open item, to say decisions in words. */
export const invoiceNumbers = (db: Db, items: readonly number[]) =>
  db.rows<{ item: number; number: string }>(sql`
    select i.id as item, v.number from open_item i join invoice v on v.organization_id = i.organization_id and v.id = i.invoice_id
    where i.organization_id = current_organization() and i.id = any(${items})`)

export const decisionsOf = (db: Db, customer: number) =>
  db.rows<{
    id: number
    on: CalendarDate
    at: string
    kind: 'take' | 'hold' | 'rest'
    because: string
    decision: Decision
    customerName: string
  }>(sql`
    select d.id, d.decided_on as on, d.decided_at as at, d.kind, d.because, d.detail as decision, c.name as "customerName"
    from decision d join customer c on c.organization_id = d.organization_id and c.id = d.customer_id
    where d.organization_id = current_organization() and d.customer_id = ${customer} order by d.id desc limit 200`)

/** The decision in force for a customer and a legal entity. */
export const currentDecisionOf = (db: Db, customer: number, legalEntity: number) =>
  db.maybe<{ decision: Decision }>(sql`
    select e.detail as decision from current_decision d
    join decision e on e.organization_id = d.organization_id and e.id = d.decision_id
    where d.organization_id = current_organization() and d.customer_id = ${customer} and d.legal_entity_id = ${legalEntity}`)

/** The decisions in force of the customers of some messages. */
export const decisionsInForce = (db: Db, reminders: readonly number[]) =>
  db.rows<{ reminder: number; decision: Decision }>(sql`
    select r.id as reminder, e.detail as decision
    from reminder r
    join current_decision d on d.organization_id = r.organization_id and d.customer_id = r.customer_id and d.legal_entity_id = r.legal_entity_id
    join decision e on e.organization_id = d.organization_id and e.id = d.decision_id
    where r.organization_id = current_organization() and r.id = any(${reminders})`)

/** The latest decision about a customer, whatever the legal entity. */
export const latestDecisionOf = (db: Db, customer: number) =>
  db.maybe<{ decision: Decision; customerName: string }>(sql`
    select e.detail as decision, c.name as "customerName"
    from current_decision d
    join decision e on e.organization_id = d.organization_id and e.id = d.decision_id
    join customer c on c.organization_id = d.organization_id and c.id = d.customer_id
    where d.organization_id = current_organization() and d.customer_id = ${customer} order by d.decision_id desc limit 1`)
