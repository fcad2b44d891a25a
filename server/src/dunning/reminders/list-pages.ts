import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { type Tone, tones } from '@quittance/core/dunning/scenario.ts'
import type { Money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import { type KeyKind, keyTypes, type Position } from '../../platform/http/cursor.ts'
import type { ReminderState } from '../messages/queries.ts'

export type ReminderView = 'ready' | 'sent' | 'testOutbox' | 'problems'

/** Which states each view of the page shows. */
export const statesOf: Record<ReminderView, readonly ReminderState[]> = {
  ready: ['pendingApproval', 'ready', 'sending'],
  sent: ['sent'],
  testOutbox: ['inTestOutbox'],
  problems: ['uncertain', 'failed'],
}

export interface ReminderListRow {
  readonly id: number
  readonly customer: { id: number; name: string }
  readonly state: ReminderState
  readonly channel: 'email' | 'sms'
  readonly legalEntity: number
  readonly tone: Tone
  readonly delayDays: number | null
  readonly items: number
  readonly total: Money[]
  /** What the customer has in hand, in the same currencies; nothing once the message left. */
  readonly deducted: Money[]
  readonly decidedOn: CalendarDate
  readonly leavesAt: string | null
  /** The hour of its step, in minutes after midnight; null: that of the organisation. */
  readonly departureMinute: number | null
  /** It leaves at week-ends and on public holidays too. */
  readonly everyDay: boolean
  readonly isTriedAgain: boolean
  readonly sentAt: string | null
  readonly because: string | null
  readonly endedBecause: string | null
  readonly serverReply: string | null
  readonly isEdited: boolean
  readonly isChanged: boolean
  readonly collector: { id: number; name: string } | null
}

export interface ReminderFilter {
  readonly view: ReminderView
  readonly customer?: number | undefined
  readonly tone?: Tone | undefined
  /** Who follows the customer; 0: nobody does. */
  readonly collector?: number | undefined
}

/** What the cursor of a view holds: its place among what waits, or the instant to the microsecond, in UTC. */
export const keyKind = (view: ReminderView): KeyKind => (view === 'ready' ? 'text' : 'instant')

/** A view as short as that is read whole and sorted, whatever its order. */
const soonSorted = 500

/**
 * Messages of a view: of those about to leave first what waits for approval, the largest sum first; the others latest
 * first. `count` is that of the whole view.
 */
export function reminderPage(
  db: Db,
  filter: ReminderFilter,
  page: { readonly after: Position | null; readonly limit: number; readonly count: number; readonly soon?: number },
): Promise<(ReminderListRow & { key: string })[]> {
  const isNarrow = filter.customer !== undefined || filter.collector !== undefined
  const isShort = isNarrow || page.count <= (page.soon ?? soonSorted)
  const places = filter.view === 'ready' ? largestFirst(filter, page) : latestFirst(filter, { ...page, isShort })
  return db.rows(
    sql.plannedAnew(sql`
    with page as materialized (${places})
    select r.id, p.key::text as key, json_build_object('id', c.id, 'name', c.name) as customer, r.state, r.channel,
      r.legal_entity_id as "legalEntity", r.tone, r.delay_days as "delayDays",
      sums.items, coalesce(sums.total, '[]') as total, coalesce(credit.deducted, '[]') as deducted,
      r.decided_on as "decidedOn", greatest(r.leaves_at, r.next_attempt_at) as "leavesAt", r.departure_minute as "departureMinute",
      coalesce((r.delivery ->> 'everyDay')::boolean, false) as "everyDay",
      r.state = 'ready' and r.next_attempt_at is not null as "isTriedAgain", r.sent_at as "sentAt", r.because, r.ended_because as "endedBecause",
      r.server_reply as "serverReply", r.body_written is not null or r.subject_written is not null as "isEdited",
      case r.state when 'pendingApproval' then r.because is not distinct from 'changedAfterEditing'
        when 'ready' then r.approved_at is not null and (r.approved_hash is distinct from r.items_hash or r.approved_sums <> coalesce(sums.total, '[]')::jsonb)
        else false end as "isChanged",
      case when w.id is not null then json_build_object('id', w.id, 'name', w.name) end as collector
    from page p
    join reminder r on r.organization_id = current_organization() and r.id = p.id
    join customer c on c.organization_id = r.organization_id and c.id = r.customer_id
    left join person w on w.organization_id = c.organization_id and w.id = c.collector_id
    cross join lateral (
      select coalesce(sum(s.items), 0)::int as items,
        json_agg(json_build_object('amount', s.amount, 'currency', s.currency) order by s.currency) filter (where s.items > 0) as total
      from reminder_sum s where s.organization_id = r.organization_id and s.reminder_id = r.id) sums
    cross join lateral (${creditsOf}) credit
    order by p.key collate "C" desc, p.id desc`),
  )
}

/** As a message r deducts them: `openCredits` says them one by one. */
const creditsOf = sql`
  select json_agg(json_build_object('amount', k.amount, 'currency', k.currency) order by k.currency) as deducted
  from (
    select u.currency, sum(u.amount)::bigint as amount
    from (
      select i.currency, -i.amount_due as amount from open_item i
      where i.organization_id = r.organization_id and i.customer_id = r.customer_id and i.legal_entity_id = r.legal_entity_id and i.amount_due < 0
      union all
      select p.currency, p.unallocated from payment p
      where p.organization_id = r.organization_id and p.customer_id = r.customer_id and p.legal_entity_id = r.legal_entity_id and p.unallocated > 0) u
    where r.state in ('pendingApproval', 'ready') and r.about <> 'copy' and exists (
      select from reminder_sum s
      where s.organization_id = r.organization_id and s.reminder_id = r.id and s.currency = u.currency and s.items > 0)
    group by u.currency) k`

interface Asked {
  readonly after: Position | null
  readonly limit: number
  readonly isShort: boolean
}

const filtered = ({ customer, tone, collector }: ReminderFilter): Sql => sql`
  ${customer === undefined ? sql.empty : sql`and r.customer_id = ${customer}`} ${tone === undefined ? sql.empty : sql`and r.tone = ${tone}`}
  ${collector === undefined ? sql.empty : followedBy(collector)}`

/** Of a message r: its customer is followed by that person; 0: by nobody. */
export const followedBy = (collector: number): Sql => sql`and exists (
  select from customer f where f.organization_id = r.organization_id and f.id = r.customer_id and coalesce(f.collector_id, 0) = ${collector})`

const stateIs = (view: ReminderView): Sql => sql`r.state = any(${statesOf[view]}::text[])`

/** Its key: whether it waits for approval, then its largest sum in eighteen figures. */
const largestFirst = (
  filter: ReminderFilter,
  { after, limit }: { readonly after: Position | null; readonly limit: number },
): Sql => sql`
  select id, key from (
    select r.id, (case r.state when 'pendingApproval' then '1' else '0' end || lpad(coalesce((
      select max(greatest(s.amount, 0)) from reminder_sum s
      where s.organization_id = r.organization_id and s.reminder_id = r.id and s.items > 0), 0)::text, 18, '0')) collate "C" as key
    from reminder r
    where r.organization_id = current_organization() and ${stateIs(filter.view)} ${filtered(filter)}
    offset 0) hit
  where ${after ? sql`(key, id) < (${after.key}, ${after.id})` : sql`true`}
  order by key desc, id desc limit ${limit}`

/** Each state and tone is in order by itself; a page takes from each what it may need. */
function latestFirst(filter: ReminderFilter, { after, limit, isShort }: Asked): Sql {
  const beyond = after
    ? sql`and (r.happened_at, r.id) < (${after.key}::${keyTypes.instant} at time zone 'UTC', ${after.id}::bigint)`
    : sql.empty
  const key = sql`to_char(happened_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as key`
  if (isShort) {
    return sql`
      select r.id, ${key} from reminder r
      where r.organization_id = current_organization() and ${stateIs(filter.view)} ${filtered(filter)} ${beyond}
      order by r.happened_at desc, r.id desc limit ${limit}`
  }
  const parts = statesOf[filter.view].flatMap((state) =>
    (filter.tone === undefined ? tones : [filter.tone]).map(
      (tone) => sql`(
        select r.id, r.happened_at from reminder r
        where r.organization_id = current_organization() and r.state = ${state} and r.tone = ${tone} ${beyond}
        order by r.happened_at desc, r.id desc limit ${limit})`,
    ),
  )
  return sql`
    select id, ${key} from (${sql.join(parts, sql` union all `)}) either
    order by happened_at desc, id desc limit ${limit}`
}
