import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Money } from '@quittance/core/money/money.ts'
import type { TaskKind } from '@quittance/core/tasks/kinds.ts'
import { catchUpBalances } from '../customers/balances.ts'
import { whoPaysFirst } from '../customers/contact-order.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'

export interface TaskRecord {
  readonly id: number
  readonly kind: TaskKind
  readonly title: string | null
  readonly note: string | null
  readonly customer: { readonly id: number; readonly name: string } | null
  readonly legalEntity: number | null
  readonly stepKey: string | null
  readonly delayDays: number | null
  readonly reminder: number | null
  readonly dueOn: CalendarDate
  /** The day to which it was put off; null when it was not. */
  readonly snoozedUntil: CalendarDate | null
  /** How often nobody answered, and the half of the day to try next. */
  readonly tries: number
  readonly nextHalf: 'morning' | 'afternoon' | null
  readonly contact: number | null
  readonly recurrence: number | null
  /** Who put it in these hands, when and with what words. */
  readonly handed: { readonly by: string | null; readonly on: CalendarDate; readonly note: string | null } | null
  readonly state: 'todo' | 'snoozed' | 'done' | 'dropped'
  readonly outcome: string | null
  readonly because: string | null
  readonly endedAt: string | null
  readonly assignee: { readonly id: number; readonly name: string } | null
  readonly salesRep: { readonly id: number; readonly name: string } | null
  /** What is left on the items of the task, or late at the customer when it has none; one sum a currency. */
  readonly amounts: readonly Money[]
  readonly items: number
  readonly oldestDue: CalendarDate | null
  /** The promised day, or the instalment, that was not kept and of which something is left to pay. */
  readonly brokenPromise: CalendarDate | null
  /** Something came of that promise in time, too little. */
  readonly isKeptInPart: boolean
  readonly brokenInstalment: CalendarDate | null
  /** The dispute past its deadline that it is about. */
  readonly overdueDispute: { readonly id: number; readonly deadline: CalendarDate } | null
  readonly contactName: string | null
}

/** It is about items of its own, and not about all that is late at its customer. */
const isOfItems = sql`(t.step_key is not null or t.kind = 'findPayment' or t.because is not distinct from 'disputeLate')`

const taskColumns = (today: CalendarDate): Sql => sql`
  select t.id, t.kind, t.title, t.note, t.legal_entity_id as "legalEntity", t.step_key as "stepKey", t.delay_days as "delayDays",
    t.reminder_id as reminder, t.due_on as "dueOn", t.snoozed_until as "snoozedUntil",
    t.tries, t.next_half as "nextHalf", t.contact_id as contact, t.recurrence_id as recurrence,
    case when t.assigned_on is not null then json_build_object('on', t.assigned_on, 'note', t.assigned_note, 'by', (
      select h.name from person h where h.organization_id = t.organization_id and h.id = t.assigned_by)) end as handed,
    t.state, t.outcome, t.because, t.ended_at as "endedAt",
    case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end as customer,
    case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as assignee,
    case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as "salesRep",
    coalesce(sums.amounts, '[]') as amounts, coalesce(sums.items, 0)::int as items, sums.oldest as "oldestDue",
    case when t.because = 'planBroken' then t.broken_on end as "brokenInstalment",
    (select json_build_object('id', d.id, 'deadline', d.deadline) from dispute d
      where t.because = 'disputeLate' and d.organization_id = t.organization_id and d.customer_id = t.customer_id
        and d.deadline = t.broken_on and d.resolved_on is null order by d.id limit 1) as "overdueDispute",
    word.promised_for as "brokenPromise", coalesce(word.received > 0, false) as "isKeptInPart",
    (select concat_ws(' ', k.civility, coalesce(k.last_name, k.first_name)) from contact k
      where k.organization_id = t.organization_id and k.customer_id = t.customer_id
      order by (k.id = t.contact_id) is true desc, (k.phone is not null and k.phone is not distinct from k.phone_refused),
        ${whoPaysFirst(sql`k.role`)}, k.id limit 1) as "contactName"
  from task t
  left join customer c on c.organization_id = t.organization_id and c.id = t.customer_id
  left join person p on p.organization_id = t.organization_id and p.id = t.assignee_id
  left join person s on s.organization_id = c.organization_id and s.id = c.sales_rep_id
  left join lateral (
    select m.promised_for, m.received from promise m where m.organization_id = t.organization_id and m.customer_id = t.customer_id
      and m.withdrawn_on is null and m.kept_until < ${today}::date and m.received < m.enough and m.promised_for > ${today}::date - 60
      and exists (select from promise_item pi join open_item i on i.organization_id = pi.organization_id and i.id = pi.open_item_id
        where pi.organization_id = m.organization_id and pi.promise_id = m.id and i.amount_due > 0
          and not exists (select from promise_item oi join promise o on o.organization_id = oi.organization_id and o.id = oi.promise_id
            where oi.organization_id = pi.organization_id and oi.open_item_id = pi.open_item_id and o.id > m.id and o.withdrawn_on is null))
    order by m.promised_for desc, m.id desc limit 1) word on true
  left join lateral (
    select json_agg(json_build_object('amount', y.amount, 'currency', y.currency) order by y.currency) as amounts,
      sum(y.items) as items, min(y.oldest) as oldest
    from (
      select b.currency, sum(b.late)::bigint as amount, sum(b.late_items) as items, min(b.oldest_due_date) as oldest
      from customer_balance b
      where not ${isOfItems} and b.organization_id = t.organization_id and b.customer_id = t.customer_id and b.late_items > 0
      group by b.currency
      union all
      select i.currency, sum(i.amount_due)::bigint, count(*), min(i.due_date)
      from task_item x
      join open_item i on i.organization_id = x.organization_id and i.id = x.open_item_id and i.amount_due > 0
      where ${isOfItems} and x.organization_id = t.organization_id and x.task_id = t.id
        and i.customer_id = t.customer_id
      group by i.currency) y) sums on true`

/** What is to be done on a day: due, or come back from later. `person` null: the whole team. */
export async function tasksToDo(db: Db, today: CalendarDate, person: number | null): Promise<TaskRecord[]> {
  await catchUpBalances(db, today)
  return db.rows<TaskRecord>(sql`${taskColumns(today)}
    where t.organization_id = current_organization()
      and (t.state = 'todo' and t.due_on <= ${today} or t.state = 'snoozed' and t.snoozed_until <= ${today})
      and (${person}::bigint is null or t.assignee_id = ${person} or t.assignee_id is null)
    order by t.id limit 1000`)
}

/** Done today, latest first. */
export async function tasksDone(db: Db, today: CalendarDate, person: number | null): Promise<TaskRecord[]> {
  const { timeZone } = await db.one<{ timeZone: string }>(sql`
    select time_zone as "timeZone" from organization where organization_id = current_organization()`)
  return db.rows<TaskRecord>(sql`${taskColumns(today)}
    where t.organization_id = current_organization() and t.state = 'done'
      and t.ended_at >= ${today}::date::timestamp at time zone ${timeZone}
      and t.ended_at < (${today}::date + 1)::timestamp at time zone ${timeZone}
      and (${person}::bigint is null or t.ended_by = ${person} or t.ended_by is null and t.assignee_id = ${person})
    order by t.ended_at desc limit 200`)
}

/** Null for one nobody may see. */
export async function taskById(db: Db, id: number, today: CalendarDate): Promise<TaskRecord | null> {
  await catchUpBalances(db, today)
  return db.maybe<TaskRecord>(
    sql`${taskColumns(today)} where t.organization_id = current_organization() and t.id = ${id}`,
  )
}

/** The next day on which this person (or anybody) has something to do. */
export const nextTaskDay = async (db: Db, today: CalendarDate, person: number | null): Promise<CalendarDate | null> =>
  (
    await db.one<{ on: CalendarDate | null }>(sql`
    select min(case when state = 'snoozed' then snoozed_until else due_on end) as on from task
    where organization_id = current_organization() and state in ('todo', 'snoozed')
      and (${person}::bigint is null or assignee_id = ${person} or assignee_id is null)
      and case when state = 'snoozed' then snoozed_until else due_on end > ${today}`)
  ).on

/** Messages that wait for approval: one row of the list for all of them. */
export async function waitingReminders(
  db: Db,
): Promise<{ reminders: number; items: number; amounts: Money[]; hasSms: boolean }> {
  // The tally is of the whole house: the messages of a portfolio are counted.
  const sums = await db.rows<{ currency: string | null; messages: number; items: number; amount: number }>(
    db.scope.rights === 'portfolio'
      ? sql`
        select s.currency, count(distinct r.id)::int as messages, coalesce(sum(s.items), 0)::int as items, sum(s.amount)::bigint as amount
        from reminder r
        left join reminder_sum s on s.organization_id = r.organization_id and s.reminder_id = r.id
        where r.organization_id = current_organization() and r.state = 'pendingApproval'
        group by grouping sets ((), (s.currency))
        having grouping(s.currency) = 1 or s.currency is not null
        order by s.currency`
      : sql`
        select currency, sum(messages)::int as messages, sum(items)::int as items, sum(amount)::bigint as amount
        from reminder_tally
        where organization_id = current_organization() and state = 'pendingApproval'
        group by currency
        order by currency`,
  )
  const { hasSms } = await db.one<{ hasSms: boolean }>(sql`
    select exists (select from reminder where organization_id = current_organization() and state = 'pendingApproval' and channel = 'sms') as "hasSms"`)
  const lines = sums.filter((sum): sum is typeof sum & { currency: string } => sum.currency !== null && sum.items > 0)
  return {
    reminders: sums.find(({ currency }) => currency === null)?.messages ?? 0,
    items: lines.reduce((count, { items }) => count + items, 0),
    amounts: lines.map(({ amount, currency }) => ({ amount, currency }) as Money),
    hasSms,
  }
}

/** Money received since a day, per currency, reversed payments left out. */
export const collectedSince = (db: Db, day: CalendarDate): Promise<Money[]> =>
  db.rows<Money>(sql`
    select p.currency, sum(p.amount)::bigint as amount from payment p
    where p.organization_id = current_organization() and p.received_on >= ${day} and p.origin <> 'import'
      and not exists (select from payment_reversal v where v.organization_id = p.organization_id and v.payment_id = p.id)
    group by p.currency order by p.currency`)

/** What asked for it is no more; one that somebody ended stays ended. */
export const dropTask = (db: Db, id: number): Promise<number> =>
  db.run(sql`
    update task set state = 'dropped', because = 'settled', ended_at = moment(), ended_by = current_person()
    where organization_id = current_organization() and id = ${id} and state in ('todo', 'snoozed')`)

export interface TaskItem {
  readonly id: number
  readonly currency: string
  /** In the smallest unit. */
  readonly amountDue: number
}

/** The items a task is about; those late at its customer when it has none of its own. */
export const itemsOfTask = (db: Db, id: number, today: CalendarDate): Promise<TaskItem[]> =>
  db.rows<TaskItem>(sql`
    select i.id, i.currency, i.amount_due as "amountDue" from task t
    join open_item i on i.organization_id = t.organization_id and i.customer_id = t.customer_id and i.amount_due > 0 and i.written_off_on is null
    where t.organization_id = current_organization() and t.id = ${id}
      and case when not ${isOfItems} then i.due_date < ${today}::date
        else i.id in (select x.open_item_id from task_item x where x.organization_id = t.organization_id and x.task_id = t.id) end
    order by i.due_date, i.id`)

/** Those who can be given a task, by name. */
export const assignees = (db: Db) =>
  db.rows<{ id: number; name: string }>(sql`
    select id, name from person where organization_id = current_organization() and is_active order by name`)
