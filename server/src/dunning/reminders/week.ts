import { addDays, type CalendarDate, dayOfWeek } from '@quittance/core/calendar/calendar-date.ts'
import type { Tone } from '@quittance/core/dunning/scenario.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { Money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import { type Position, readCursor, writeCursor } from '../../platform/http/cursor.ts'
import { stepLabel } from './words.ts'

interface WeekRow {
  /** With `id`, its place in the list: its day, the customer's name, and who it is. */
  readonly key: string
  readonly id: number
  readonly reminder: number | null
  readonly customer: { id: number; name: string }
  readonly legalEntityId: number
  readonly on: CalendarDate
  readonly delayDays: number | null
  readonly tone: Tone | null
  readonly state: 'ready' | 'pendingApproval' | 'sending' | 'planned'
  readonly total: Money[]
}

interface Asked {
  readonly cursor?: string | undefined
  readonly limit: number
}

/** What leaves until the end of the week, a page of it: what is prepared, then what the scenarios have planned if nothing changes. */
export async function weekOf(db: Db, today: CalendarDate, language: Language, asked: Asked) {
  const until = addDays(today, 7 - dayOfWeek(today))
  const rows = await weekRows(db, { today, until, after: readCursor(asked.cursor, 'text'), limit: asked.limit })
  const last = rows.length === asked.limit ? rows.at(-1) : undefined
  return {
    until,
    count: await weekCount(db, { today, until }),
    rows: rows.map(({ key: _, id: __, delayDays, ...row }) => ({ ...row, stepLabel: stepLabel(delayDays, language) })),
    total: await weekTotal(db, { today, until }),
    nextCursor: last ? writeCursor(last) : null,
  }
}

interface Week {
  readonly today: CalendarDate
  readonly until: CalendarDate
}

/** A customer who was written to too lately, put aside, or whose day is no working day, is written to on the day that ends it. */
const leaving = ({ today, until }: Week): Sql => sql`
      select r.id as reminder, r.customer_id, r.legal_entity_id, r.delay_days, r.tone, r.state,
        greatest(${today}::date, (r.leaves_at at time zone o.time_zone)::date) as on
      from reminder r join organization o on o.organization_id = r.organization_id
      where r.organization_id = current_organization() and r.state in ('pendingApproval', 'ready', 'sending')
      union all
      select null, d.customer_id, d.legal_entity_id, t.delay_days, t.tone, 'planned', coalesce(d.next_on, d.until)
      from current_decision d
      left join lateral (
        select t.delay_days, t.tone from scenario_step t join scenario c on c.organization_id = t.organization_id and c.id = t.scenario_id
        where t.organization_id = d.organization_id and t.scenario_id = d.scenario_id and t.version = c.version and t.key = d.step_key) t on true
      where d.organization_id = current_organization() and d.channel = 'email'
        and (d.kind = 'rest' and d.next_on > ${today} and d.next_on <= ${until}
          or d.kind = 'hold' and d.because in ('tooSoon', 'setAside') and d.until > ${today} and d.until <= ${until})`

/** Of all that leaves, whatever the page. */
const weekCount = async (db: Db, week: Week): Promise<number> =>
  (
    await db.one<{ count: number }>(sql`
      with leaving as (${leaving(week)})
      select count(*)::int as count from leaving l
      join customer c on c.organization_id = current_organization() and c.id = l.customer_id
      where l.on <= ${week.until}`)
  ).count

/** Of all that leaves, whatever the page. */
const weekTotal = (db: Db, week: Week): Promise<Money[]> =>
  db.rows<Money>(sql`
    with leaving as (${leaving(week)})
    select sum(amount)::bigint as amount, currency from (
      select s.currency, s.amount from leaving l
      join reminder_sum s on s.organization_id = current_organization() and s.reminder_id = l.reminder and s.items > 0
      where l.on <= ${week.until}
      union all
      select i.currency, i.amount_due from leaving l
      join open_item i on i.organization_id = current_organization() and i.customer_id = l.customer_id
        and i.legal_entity_id = l.legal_entity_id and i.amount_due > 0 and i.written_off_on is null and i.due_date < l.on
      where l.reminder is null and l.on <= ${week.until}) part
    group by currency order by currency`)

const weekRows = (
  db: Db,
  { after, limit, ...week }: Week & { readonly after: Position | null; readonly limit: number },
) =>
  db.rows<WeekRow>(sql`
    with leaving as (${leaving(week)}),
    placed as (
      select l.*, c.name, (l.on::text || ' ' || c.plain_name || ' ' || l.legal_entity_id || ' ' || coalesce(l.reminder, 0)) collate "C" as key, l.customer_id as id
      from leaving l
      join customer c on c.organization_id = current_organization() and c.id = l.customer_id
      where l.on <= ${week.until}),
    page as materialized (
      select * from placed where ${after ? sql`(key, id) > (${after.key}, ${after.id})` : sql`true`}
      order by key, id limit ${limit})
    select p.key, p.id, p.reminder, json_build_object('id', p.customer_id, 'name', p.name) as customer,
      p.legal_entity_id as "legalEntityId", p.on,
      p.delay_days as "delayDays", p.tone, p.state,
      case when p.reminder is not null then coalesce((
        select json_agg(json_build_object('amount', s.amount, 'currency', s.currency) order by s.currency) from reminder_sum s
        where s.organization_id = current_organization() and s.reminder_id = p.reminder and s.items > 0), '[]')
      else coalesce((
        select json_agg(json_build_object('amount', i.amount, 'currency', i.currency) order by i.currency) from (
          select i.currency, sum(i.amount_due)::bigint as amount from open_item i
          where i.organization_id = current_organization() and i.customer_id = p.customer_id and i.legal_entity_id = p.legal_entity_id
            and i.amount_due > 0 and i.written_off_on is null and i.due_date < p.on group by i.currency) i), '[]') end as total
    from page p
    order by p.key, p.id`)
