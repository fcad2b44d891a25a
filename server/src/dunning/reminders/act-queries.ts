import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Tone } from '@quittance/core/dunning/scenario.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import { departsAs, departuresOf } from '../run/reminder-queries.ts'
import type { RunContext } from '../run/run-context.ts'

/** Rows of some messages in that state, locked in one order, so that two people who act on the same ones do not block each other. */
const inOrder = (ids: readonly number[], state: 'pendingApproval' | 'ready'): Sql => sql`
  select o.id from reminder o
  where o.organization_id = current_organization() and o.id = any(${ids}) and o.state = ${state} order by o.id for update`

/** What a message lists, per currency, as it is compared later. */
const sumsOf: Sql = sql`(
  select jsonb_agg(jsonb_build_object('amount', s.amount, 'currency', s.currency) order by s.currency) from reminder_sum s
  where s.organization_id = r.organization_id and s.reminder_id = r.id and s.items > 0)`

/** pendingApproval → ready, each at the hour of its step; those that are no longer waiting are left alone. Returns what was approved. */
export const approve = async (db: Db, ids: readonly number[], run: Pick<RunContext, 'leavesAtMinute'>) =>
  db.rows<{ id: number; customer: number; leavesAt: string }>(sql`
    update reminder r set state = 'ready', approved_by = current_person(), approved_at = moment(), leaves_at = h.leaves_at,
      approved_hash = r.items_hash, approved_sums = ${sumsOf}, recalled_by = null, recalled_at = null, recall_reason = null,
      because = case when r.because <> 'changedAfterEditing' then r.because when r.about = 'manual' then 'byHand' else 'stepDue' end
    from ${await departuresOf(db, ids, run)}, (${inOrder(ids, 'pendingApproval')}) l
    where l.id = r.id and ${departsAs} and r.organization_id = current_organization() and r.id = any(${ids}) and r.state = 'pendingApproval'
      and case r.channel
        when 'sms' then (select sms_parts()) is not null
        else exists (select from smtp_settings s where s.organization_id = r.organization_id and s.legal_entity_id = r.legal_entity_id) end
    returning r.id, r.customer_id as customer, r.leaves_at as "leavesAt"`)

/** Of these, the messages of firms that have no mail server. */
export const withoutMailServer = (db: Db, ids: readonly number[]) =>
  db.rows<{ id: number; customer: number }>(sql`
    select r.id, r.customer_id as customer from reminder r
    where r.organization_id = current_organization() and r.id = any(${ids}) and r.state = 'pendingApproval'
      and case r.channel
        when 'sms' then (select sms_parts()) is null
        else not exists (select from smtp_settings s where s.organization_id = r.organization_id and s.legal_entity_id = r.legal_entity_id) end
    order by r.id`)

/** Back to approval, as long as no sender claimed it: of a recall and a departure at the same moment, one finds the row changed. */
export const takeApprovalBack = (db: Db, ids: readonly number[], reason: string | null) =>
  db.rows<{ id: number; customer: number }>(sql`
    update reminder r set state = 'pendingApproval', approved_by = null, approved_at = null, leaves_at = null, next_attempt_at = null,
      because = case because when 'checkFirst' then 'stepDue' else because end,
      recalled_by = current_person(), recalled_at = moment(), recall_reason = ${reason}
    from (${inOrder(ids, 'ready')}) l
    where r.organization_id = current_organization() and r.id = l.id and r.state = 'ready'
    returning r.id, r.customer_id as customer`)

/** How many of some messages are leaving, or have left. */
export const beyondRecall = async (db: Db, ids: readonly number[]): Promise<number> =>
  (
    await db.one<{ left: number }>(sql`
      select count(*)::int as left from reminder
      where organization_id = current_organization() and id = any(${ids}) and state in ('sending', 'uncertain', 'sent')`)
  ).left

/** Put aside until that day; null where it no longer waits. */
export const hold = (db: Db, id: number, aside: { until: CalendarDate; reason: string | null }) =>
  db.maybe<{ customer: number }>(sql`
    update reminder set state = 'held', held_until = ${aside.until}, ended_because = 'setAside',
      set_aside_by = current_person(), set_aside_reason = ${aside.reason}
    where organization_id = current_organization() and id = ${id} and state in ('pendingApproval', 'ready')
    returning customer_id as customer`)

/** The hold ends now; the decision of today queues the message anew. */
export const endHold = (db: Db, id: number) =>
  db.maybe<{ customer: number }>(sql`
    update reminder set held_until = null where organization_id = current_organization() and id = ${id} and state = 'held'
    returning customer_id as customer`)

/** Whether the message was last edited at that instant, as a preview tells it (null: never); locks it until the transaction ends. */
export const isLastEdit = async (db: Db, id: number, seen: string | null): Promise<boolean> =>
  (
    await db.maybe<{ isLast: boolean }>(sql`
      select to_json(edited_at) #>> '{}' is not distinct from ${seen}::text as "isLast" from reminder
      where organization_id = current_organization() and id = ${id} for update`)
  )?.isLast ?? true

/** Words of a person for one message; null goes back to the template. */
export const writeText = (db: Db, id: number, text: { subject: string | null; body: string | null }) =>
  db.maybe<{ customer: number }>(sql`
    update reminder set subject_written = ${text.subject}, body_written = ${text.body},
      edited_by = case when coalesce(${text.subject}::text, ${text.body}) is not null then current_person() end,
      edited_at = case when coalesce(${text.subject}::text, ${text.body}) is not null then moment() end,
      because = case when because <> 'changedAfterEditing' then because when about = 'manual' then 'byHand' else 'stepDue' end,
      state = 'pendingApproval', approved_by = null, approved_at = null, leaves_at = null
    where organization_id = current_organization() and id = ${id} and state in ('pendingApproval', 'ready')
    returning customer_id as customer`)

/** A message a person asked for, whatever the scenario says; it waits for approval like any other. */
export const queueByHand = (
  db: Db,
  message: {
    customer: number
    legalEntity: number
    tone: Tone
    carrying: number
    decidedOn: CalendarDate
    messageId: string
  },
) =>
  db.one<{ id: number }>(sql`
    insert into reminder (organization_id, customer_id, legal_entity_id, about, tone, carrying_item_id, state, because, decided_on, message_id)
    values (current_organization(), ${message.customer}, ${message.legalEntity}, 'manual', ${message.tone}, ${message.carrying},
      'pendingApproval', 'byHand', ${message.decidedOn}, ${message.messageId})
    returning id`)

/** What a message by hand lists: the chosen items, or all that is late. They climb no rung: the scenario keeps its place. */
export const listByHand = (db: Db, reminder: number, items: readonly number[], today: CalendarDate): Promise<number> =>
  db.run(sql`
    insert into reminder_item (organization_id, reminder_id, open_item_id, days_late, currency, amount_due)
    select organization_id, ${reminder}, id, greatest(0, ${today}::date - due_date), currency, amount_due from open_item
    where organization_id = current_organization() and id = any(${items}) and amount_due > 0 and written_off_on is null`)

/** What a customer owes that a message by hand may list, the most late first. */
export const owedItems = (db: Db, customer: number) =>
  db.rows<{ id: number; legalEntity: number; dueDate: CalendarDate }>(sql`
    select id, legal_entity_id as "legalEntity", due_date as "dueDate" from open_item
    where organization_id = current_organization() and customer_id = ${customer} and amount_due > 0 and written_off_on is null order by due_date, amount_due desc, id`)

/** A message by hand takes the place of the one that waits for this customer. */
export const cancelWaiting = (db: Db, customer: number, legalEntity: number) =>
  db.run(sql`
    update reminder set state = 'cancelled', ended_because = 'replaced'
    where organization_id = current_organization() and customer_id = ${customer} and legal_entity_id = ${legalEntity}
      and about <> 'copy' and state in ('pendingApproval', 'ready')`)

/** A mail server is there: what lay in the test outbox was never sent, and its steps are proposed again. */
export const emptyTestOutbox = (db: Db, legalEntity: number) =>
  db.rows<{ customer: number }>(sql`
    update reminder set state = 'cancelled', ended_because = 'wasTest'
    where organization_id = current_organization() and legal_entity_id = ${legalEntity} and state = 'inTestOutbox'
    returning customer_id as customer`)

/** The message, locked, if its departure is still in doubt. */
export const uncertainReminder = (db: Db, id: number) =>
  db.maybe<{ id: number }>(sql`
    select id from reminder where organization_id = current_organization() and id = ${id} and state = 'uncertain' for update`)
