import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { HoldReason } from '@quittance/core/dunning/decision.ts'
import type { Tone } from '@quittance/core/dunning/scenario.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { Money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'

/** How an organisation tells its people what leaves. */
export interface ForewarningRules {
  readonly forewarning: 'off' | 'dayBefore' | 'morning'
  readonly forewarned: 'collector' | 'salesRep' | 'both'
  readonly minute: number
  readonly timeZone: string
  readonly name: string
}

/** When, and to whom. */
export const forewarningRules = (db: Db): Promise<ForewarningRules> =>
  db.one(sql`
    select forewarning, forewarned, forewarning_minute as minute, time_zone as "timeZone", name
    from organization where organization_id = current_organization()`)

/** One message of the day told, or one the scenario has planned for it. */
export interface ToldMessage {
  /** Null: not prepared yet. */
  readonly reminder: number | null
  readonly customer: number
  readonly customerName: string
  readonly delayDays: number | null
  readonly tone: Tone | null
  /** It leaves as an SMS; of what is only planned nobody knows yet. */
  readonly isSms: boolean
  /** `ready` leaves unless somebody stops it, `pendingApproval` waits for an approval. */
  readonly state: 'ready' | 'pendingApproval' | 'planned'
  /** HH:MM on the clocks of the organisation. */
  readonly leavesAt: string | null
  readonly total: readonly Money[]
}

export interface ToldPerson {
  readonly person: number
  readonly name: string
  readonly email: string
  readonly language: Language
  /** May open the prepared day; whoever may not gets links to the customers. */
  readonly seesReminders: boolean
  readonly messages: readonly ToldMessage[]
  /** Late customers of theirs whom nothing is sent to, by reason. */
  readonly held: readonly { readonly because: HoldReason; readonly customers: number }[]
}

interface Asked {
  readonly day: CalendarDate
  readonly forewarned: ForewarningRules['forewarned']
  /** Who is told of a customer whom nobody follows. */
  readonly collector: number | null
  /** Also what is not prepared yet: told the day before. */
  readonly planned: boolean
  /** Who has been told already: not asked about again, for this is looked at each minute. */
  readonly settled: readonly number[]
}

/** Who is told of a customer c, as a table. */
const inCharge = ({ forewarned, collector }: Pick<Asked, 'forewarned' | 'collector'>): Sql => sql`(
  select coalesce(c.collector_id, ${collector}::bigint) as person where ${forewarned} in ('collector', 'both')
  union
  select coalesce(c.sales_rep_id, c.collector_id, ${collector}::bigint) where ${forewarned} in ('salesRep', 'both'))`

/** Who is to be told of a day, and of what; the same facts give the same answer, in the same order. */
export const whoIsTold = (db: Db, { day, forewarned, collector, planned, settled }: Asked): Promise<ToldPerson[]> =>
  db.rows<ToldPerson>(sql`
    with leaving as (
      select r.id as reminder, r.customer_id, r.delay_days, r.tone, r.channel = 'sms' as is_sms, r.state,
        to_char(r.leaves_at at time zone o.time_zone, 'HH24:MI') as leaves_at, null::bigint as carrying_item_id
      from reminder r join organization o on o.organization_id = r.organization_id
      where r.organization_id = current_organization() and r.state in ('pendingApproval', 'ready')
        and (r.leaves_at is null or (r.leaves_at at time zone o.time_zone)::date <= ${day})
      union all
      select null, d.customer_id, t.delay_days, t.tone, false, 'planned', null, d.carrying_item_id
      from current_decision d
      left join lateral (
        select t.delay_days, t.tone from scenario_step t join scenario c on c.organization_id = t.organization_id and c.id = t.scenario_id
        where t.organization_id = d.organization_id and t.scenario_id = d.scenario_id and t.version = c.version and t.key = d.step_key) t on true
      where d.organization_id = current_organization() and ${planned} and d.kind = 'rest' and d.channel = 'email' and d.next_on = ${day}),
    told as (
      select w.person, l.*, c.name as customer_name, c.plain_name
      from leaving l
      join customer c on c.organization_id = current_organization() and c.id = l.customer_id
      cross join lateral ${inCharge({ forewarned, collector })} w
      where w.person <> all(${settled}::bigint[])),
    -- Only once it is known that somebody is to be told: this is asked each minute.
    sums as materialized (
      select s.reminder_id, json_agg(json_build_object('amount', s.amount, 'currency', s.currency) order by s.currency) as total
      from reminder_sum s
      where s.organization_id = current_organization() and s.items > 0 and s.reminder_id in (select reminder from told)
      group by s.reminder_id)
    select p.id as person, p.name, p.email, coalesce(p.language, o.language) as language,
      p.role in ('admin', 'director', 'accountant') as "seesReminders",
      json_agg(json_build_object('reminder', t.reminder, 'customer', t.customer_id, 'customerName', t.customer_name,
        'delayDays', t.delay_days, 'tone', t.tone, 'isSms', t.is_sms, 'state', t.state, 'leavesAt', t.leaves_at,
        'total', coalesce(s.total, case when i.id is null then '[]'
          else json_build_array(json_build_object('amount', i.amount_due, 'currency', i.currency)) end))
        order by array_position(array['ready', 'pendingApproval', 'planned'], t.state), t.leaves_at, t.plain_name, t.reminder, t.customer_id) as messages,
      coalesce((
        select json_agg(json_build_object('because', h.because, 'customers', h.customers) order by h.customers desc, h.because) from (
          select d.because, count(*)::int as customers
          from current_decision d
          join customer c on c.organization_id = d.organization_id and c.id = d.customer_id
          cross join lateral ${inCharge({ forewarned, collector })} w
          where d.organization_id = current_organization() and d.kind = 'hold' and w.person = p.id
          group by d.because) h), '[]') as held
    from told t
    left join sums s on s.reminder_id = t.reminder
    left join open_item i on i.organization_id = current_organization() and i.id = t.carrying_item_id
    join person p on p.organization_id = current_organization() and p.id = t.person
    join organization o on o.organization_id = p.organization_id
    where p.is_active and p.email <> ''
    group by p.id, p.name, p.email, p.language, o.language, p.role
    order by p.id`)

export interface ForewarningClaim {
  readonly person: number
  readonly day: CalendarDate
  readonly attempt: number
}

/** Nobody is told twice of a day: null when this colleague was, or is being. What certainly did not leave may be tried again. */
export const claimForewarning = async (
  db: Db,
  told: { person: number; day: CalendarDate; messages: number; messageId: string },
  nowMs: number,
): Promise<ForewarningClaim | null> => {
  const claimed = await db.maybe<{ attempts: number }>(sql`
    insert into forewarning as f (organization_id, person_id, day, state, messages, message_id, claimed_at)
    values (current_organization(), ${told.person}, ${told.day}, 'sending', ${told.messages}, ${told.messageId}, ${sql.instant(nowMs)})
    on conflict (organization_id, person_id, day) do update
      set state = 'sending', attempts = f.attempts + 1, messages = excluded.messages, claimed_at = excluded.claimed_at, next_attempt_at = null
      where f.state = 'failed' and f.next_attempt_at <= ${sql.instant(nowMs)}
    returning attempts`)
  return claimed && { person: told.person, day: told.day, attempt: claimed.attempts }
}

/** Only while this claim holds it. */
export const forewarningSent = (db: Db, { person, day }: ForewarningClaim, end: { reply: string; nowMs: number }) =>
  db.run(sql`
    update forewarning set state = 'sent', sent_at = ${sql.instant(end.nowMs)}, server_reply = ${end.reply}
    where organization_id = current_organization() and person_id = ${person} and day = ${day} and state = 'sending'`)

/** `retryMs` null: not tried again. */
export const forewarningFailed = (
  db: Db,
  { person, day }: ForewarningClaim,
  end: { reply: string; retryMs: number | null },
) =>
  db.run(sql`
    update forewarning set state = 'failed', server_reply = ${end.reply}, next_attempt_at = ${end.retryMs === null ? null : sql.instant(end.retryMs)}
    where organization_id = current_organization() and person_id = ${person} and day = ${day} and state = 'sending'`)

/** Who has been told of a day already, or cannot be any more. */
export const settledForewarnings = async (db: Db, day: CalendarDate, nowMs: number): Promise<number[]> => {
  const rows = await db.rows<{ person: number }>(sql`
    select person_id as person from forewarning
    where organization_id = current_organization() and day = ${day}
      and (state <> 'failed' or next_attempt_at is null or next_attempt_at > ${sql.instant(nowMs)})`)
  return rows.map(({ person }) => person)
}

/** The first firm of the house that has a mail server. */
export const internalSender = (db: Db) =>
  db.maybe<{ legalEntity: number; address: string }>(sql`
    select legal_entity_id as "legalEntity", from_address as address from smtp_settings
    where organization_id = current_organization() order by legal_entity_id limit 1`)
