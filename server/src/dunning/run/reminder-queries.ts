import { sentAs, type Take } from '@quittance/core/dunning/decision.ts'
import type { Step } from '@quittance/core/dunning/scenario.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import type { Delivery } from '../messages/delivery.ts'
import type { RunContext } from './run-context.ts'

export interface OnItsWay {
  readonly id: number
  readonly customer: number
  readonly legalEntity: number
  readonly about: 'overdue' | 'upcoming' | 'manual'
  readonly state: 'pendingApproval' | 'ready' | 'sending' | 'uncertain' | 'inTestOutbox'
  /** By which way it leaves. */
  readonly channel: 'email' | 'sms'
  readonly carrying: number | null
  readonly step: string | null
  readonly hash: string | null
  /** A person let it go. */
  readonly isApproved: boolean
  /** It waits only because a person is to check first: nobody changed its words, nobody took it back. */
  readonly isToCheck: boolean
}

export interface NewReminder {
  readonly customer: number
  readonly legalEntity: number
  readonly take: Take
  readonly hash: string
  readonly messageId: string
  readonly state: 'pendingApproval' | 'ready'
  readonly because: 'checkFirst' | 'stepDue'
  /** Its scenario goes on at week-ends and on public holidays. */
  readonly everyDay: boolean
}

/** Messages of some customers that have not left yet (or lie in the test outbox). */
export const remindersOnTheirWay = (db: Db, customers: readonly number[]): Promise<OnItsWay[]> =>
  db.rows<OnItsWay>(sql`
    select id, customer_id as customer, legal_entity_id as "legalEntity", about, state, channel, carrying_item_id as carrying,
      step_key as step, items_hash as hash, approved_at is not null as "isApproved",
      state = 'pendingApproval' and because = 'checkFirst' and coalesce(subject_written, body_written) is null as "isToCheck"
    from reminder
    where organization_id = current_organization() and customer_id = any(${customers}) and about <> 'copy'
      and state in ('pendingApproval', 'ready', 'sending', 'uncertain', 'inTestOutbox')
    order by id`)

/** Those that still wait; each with its reason. */
export const cancelReminders = (db: Db, cancelled: readonly { id: number; because: string }[]): Promise<number> =>
  db.run(sql`
    update reminder r set state = 'cancelled', ended_because = g.because
    from unnest(${cancelled.map((one) => one.id)}::bigint[], ${cancelled.map((one) => one.because)}::text[]) as g(id, because)
    where r.organization_id = current_organization() and r.id = g.id and r.state in ('pendingApproval', 'ready')`)

/** Queues messages with what they list. The unique keys of the table make a second run harmless. */
export async function queueReminders(db: Db, reminders: readonly NewReminder[], run: RunContext): Promise<void> {
  const ids = await db.rows<{ id: number; messageId: string }>(sql`
    insert into reminder (organization_id, customer_id, legal_entity_id, about, step_key, delay_days, tone, carrying_item_id,
      items_hash, state, because, decided_on, message_id, leaves_at, departure_minute, delivery, channel)
    select current_organization(), g.customer_id, g.legal_entity_id, g.about, g.step_key, g.delay_days, g.tone, g.carrying,
      g.hash, g.state, g.because, ${run.today}, g.message_id, case when g.state = 'ready' then g.leaves_at::timestamptz end,
      g.departure_minute, g.delivery, g.channel
    from unnest(${reminders.map((r) => r.customer)}::bigint[], ${reminders.map((r) => r.legalEntity)}::bigint[],
      ${reminders.map((r) => r.take.about)}::text[], ${reminders.map((r) => r.take.step.key)}::text[], ${reminders.map((r) => r.take.step.delayDays)}::int[],
      ${reminders.map((r) => r.take.step.tone)}::text[], ${reminders.map((r) => r.take.carrying)}::bigint[], ${reminders.map((r) => r.hash)}::text[],
      ${reminders.map((r) => r.state)}::text[], ${reminders.map((r) => r.because)}::text[], ${reminders.map((r) => r.messageId)}::text[],
      ${reminders.map((r) => run.leavesAtMinute(r.take.step.departureMinute ?? null, r.everyDay))}::text[],
      ${reminders.map((r) => r.take.step.departureMinute ?? null)}::int[], ${reminders.map((r) => sql.json(deliveryOf({ ...r, step: r.take.step })))}::jsonb[],
      ${reminders.map((r) => (sentAs(r.take) === 'sms' ? 'sms' : 'email'))}::text[])
      as g(customer_id, legal_entity_id, about, step_key, delay_days, tone, carrying, hash, state, because, message_id, leaves_at, departure_minute, delivery, channel)
    on conflict do nothing
    returning id, message_id as "messageId"`)
  const byMessage = new Map(reminders.map((one) => [one.messageId, one.take]))
  await listItems(
    db,
    ids.flatMap(({ id, messageId }) => {
      const take = byMessage.get(messageId)
      return take ? [{ id, take }] : []
    }),
  )
}

/** What the step of a message that waits for approval says today. */
export interface StepSaid {
  readonly id: number
  readonly step: Step
  readonly everyDay: boolean
}

/** A message that nobody approved or wrote themselves says what its step says today: its tone, its hour, who writes to whom. */
export const followSteps = (db: Db, followed: readonly StepSaid[]): Promise<number> =>
  db.run(sql`
    update reminder r set tone = g.tone, departure_minute = g.departure_minute, delivery = g.delivery
    from unnest(${followed.map(({ id }) => id)}::bigint[], ${followed.map(({ step }) => step.tone)}::text[],
      ${followed.map(({ step }) => step.departureMinute ?? null)}::int[], ${followed.map((one) => sql.json(deliveryOf(one)))}::jsonb[])
      as g(id, tone, departure_minute, delivery)
    where r.organization_id = current_organization() and r.id = g.id and r.state = 'pendingApproval'
      and r.subject_written is null and r.body_written is null
      and (r.tone, r.departure_minute, r.delivery) is distinct from (g.tone, g.departure_minute, g.delivery)`)

/** Who writes to whom, frozen when somebody lets the message go: a scenario that changes later does not readdress it. */
const deliveryOf = ({ step, everyDay }: Omit<StepSaid, 'id'>): Delivery => {
  const { sender, recipients, copies } = step
  return {
    ...(sender && { sender }),
    ...(recipients && { recipients }),
    ...(copies && { copies }),
    ...(everyDay && { everyDay }),
  }
}

/** Whether a reminder of these rows goes on at week-ends and on public holidays. */
export const leavesEveryDay: Sql = sql`coalesce((delivery ->> 'everyDay')::boolean, false)`

/** When each of some messages leaves if it may now, by the hour and days of its step: rows of (minute, every_day, leaves_at). */
export async function departuresOf(
  db: Db,
  ids: readonly number[],
  run: Pick<RunContext, 'leavesAtMinute'>,
): Promise<Sql> {
  const hours = await db.rows<{ minute: number | null; everyDay: boolean }>(sql`
    select distinct departure_minute as minute, ${leavesEveryDay} as "everyDay" from reminder
    where organization_id = current_organization() and id = any(${ids})`)
  return sql`unnest(${hours.map(({ minute }) => minute)}::int[], ${hours.map(({ everyDay }) => everyDay)}::boolean[],
    ${hours.map(({ minute, everyDay }) => run.leavesAtMinute(minute, everyDay))}::timestamptz[]) as h(minute, every_day, leaves_at)`
}

/** The hour and days of a message `r` are those of a row `h` of `departuresOf`. */
export const departsAs: Sql = sql`
  h.minute is not distinct from r.departure_minute and h.every_day = coalesce((r.delivery ->> 'everyDay')::boolean, false)`

/** What was to leave by itself waits for a person, who is to check something first. Not what a person approved. */
export const keepForChecking = (db: Db, ids: readonly number[]): Promise<number> =>
  db.run(sql`
    update reminder set state = 'pendingApproval', because = 'checkFirst', leaves_at = null, next_attempt_at = null
    where organization_id = current_organization() and id = any(${ids}) and state = 'ready' and approved_at is null`)

/** There is nothing to check any more: what waited for that alone leaves by itself again. */
export const letGoAgain = async (db: Db, ids: readonly number[], run: RunContext): Promise<number> =>
  db.run(sql`
    update reminder r set state = 'ready', because = 'stepDue', leaves_at = h.leaves_at
    from ${await departuresOf(db, ids, run)}
    where r.organization_id = current_organization() and r.id = any(${ids}) and r.state = 'pendingApproval' and r.because = 'checkFirst'
      and ${departsAs}`)

/** A message that waits on, with what it lists today. */
export interface Relisted {
  readonly id: number
  readonly take: Take
  readonly hash: string
}

/**
 * Messages wait on, with today's items and amounts. Words that a person typed stay, for the amounts in them are variables;
 * but they were written under other facts: the message waits until somebody has read it again.
 */
export async function relistReminders(db: Db, relisted: readonly Relisted[]): Promise<void> {
  const ids = relisted.map((one) => one.id)
  await db.run(sql`
    delete from reminder_item where organization_id = current_organization() and reminder_id = any(${ids})`)
  await db.run(sql`
    update reminder r set items_hash = g.hash
    from unnest(${ids}::bigint[], ${relisted.map((one) => one.hash)}::text[]) as g(id, hash)
    where r.organization_id = current_organization() and r.id = g.id`)
  await readAgainIfEdited(db, ids)
  await listItems(db, relisted)
}

const readAgainIfEdited = (db: Db, ids: readonly number[]): Promise<number> =>
  db.run(sql`
    update reminder set state = 'pendingApproval', approved_by = null, approved_at = null, leaves_at = null,
      because = 'changedAfterEditing'
    where organization_id = current_organization() and id = any(${ids}) and state in ('pendingApproval', 'ready')
      and (subject_written is not null or body_written is not null)`)

/** Messages that a person asked for wait on with what is left of their items; cancelled where nothing is. */
export async function relistByHand(db: Db, ids: readonly number[]): Promise<void> {
  const moved = await db.rows<{ id: number }>(sql`
    with moved as (
      select l.reminder_id, l.open_item_id, i.amount_due, i.amount_due <= 0 or i.written_off_on is not null as gone
      from reminder_item l join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id
      where l.organization_id = current_organization() and l.reminder_id = any(${ids})
        and (i.amount_due <> l.amount_due or i.written_off_on is not null)),
    updated as (
      update reminder_item l set amount_due = m.amount_due from moved m
      where l.organization_id = current_organization() and l.reminder_id = m.reminder_id and l.open_item_id = m.open_item_id and not m.gone),
    deleted as (
      delete from reminder_item l using moved m
      where l.organization_id = current_organization() and l.reminder_id = m.reminder_id and l.open_item_id = m.open_item_id and m.gone)
    select distinct reminder_id as id from moved`)
  if (moved.length === 0) return
  const changed = moved.map(({ id }) => id)
  await readAgainIfEdited(db, changed)
  await db.run(sql`
    update reminder r set state = 'cancelled', ended_because = 'paid'
    where r.organization_id = current_organization() and r.id = any(${changed}) and r.state in ('pendingApproval', 'ready')
      and not exists (select from reminder_item l where l.organization_id = r.organization_id and l.reminder_id = r.id)`)
}

async function listItems(db: Db, lists: readonly { id: number; take: Take }[]): Promise<void> {
  const reminders: number[] = []
  const items: number[] = []
  const steps: (string | null)[] = []
  const delays: (number | null)[] = []
  const days: number[] = []
  const currencies: string[] = []
  const amounts: number[] = []
  for (const { id, take } of lists) {
    for (const item of take.items) {
      reminders.push(id)
      items.push(item.item)
      steps.push(item.climbs?.key ?? null)
      delays.push(item.climbs?.delayDays ?? null)
      days.push(item.daysLate)
      currencies.push(item.amountDue.currency)
      amounts.push(item.amountDue.amount)
    }
  }
  await db.run(sql`
    insert into reminder_item (organization_id, reminder_id, open_item_id, step_key, delay_days, days_late, currency, amount_due)
    select current_organization(), g.* from unnest(${reminders}::bigint[], ${items}::bigint[], ${steps}::text[], ${delays}::int[],
      ${days}::int[], ${currencies}::text[], ${amounts}::bigint[]) as g(reminder_id, open_item_id, step_key, delay_days, days_late, currency, amount_due)`)
}
