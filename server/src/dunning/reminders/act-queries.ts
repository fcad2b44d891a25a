import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Tone } from '@quittance/core/dunning/scenario.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { departuresOf } from '../run/reminder-queries.ts'
import type { RunContext } from '../run/run-context.ts'

/** pendingApproval → ready, each at the hour of its step; those that are no longer waiting are left alone. Returns what was approved. */
export const approve = async (db: Db, ids: readonly number[], run: Pick<RunContext, 'leavesAtMinute'>) =>
  db.rows<{ id: number; customer: number; leavesAt: string }>(sql`
    update reminder r set state = 'ready', approved_by = current_person(), approved_at = clock_timestamp(), leaves_at = h.leaves_at
    from ${await departuresOf(db, ids, run)}
    where h.minute is not distinct from r.departure_minute and r.organization_id = current_organization() and r.id = any(${ids}) and r.state = 'pendingApproval'
      and case r.channel
        when 'sms' then exists (select from sms_gateway g where g.organization_id = r.organization_id and g.is_active)
        else exists (select from smtp_settings s where s.organization_id = r.organization_id and s.legal_entity_id = r.legal_entity_id) end
    returning r.id, r.customer_id as customer, r.leaves_at as "leavesAt"`)

/** Of these, the messages of firms that have no mail server. */
export const withoutMailServer = (db: Db, ids: readonly number[]) =>
  db.rows<{ id: number; customer: number }>(sql`
    select r.id, r.customer_id as customer from reminder r
    where r.organization_id = current_organization() and r.id = any(${ids}) and r.state = 'pendingApproval'
      and case r.channel
        when 'sms' then not exists (select from sms_gateway g where g.organization_id = r.organization_id and g.is_active)
        else not exists (select from smtp_settings s where s.organization_id = r.organization_id and s.legal_entity_id = r.legal_entity_id) end
    order by r.id`)

/** Back to approval, as long as nobody claimed it. */
export const takeApprovalBack = (db: Db, ids: readonly number[]) =>
  db.rows<{ id: number; customer: number }>(sql`
    update reminder set state = 'pendingApproval', approved_by = null, approved_at = null, leaves_at = null,
      because = case because when 'checkFirst' then 'stepDue' else because end
    where organization_id = current_organization() and id = any(${ids}) and state = 'ready'
    returning id, customer_id as customer`)

export const hold = (db: Db, id: number, until: CalendarDate) =>
  db.maybe<{ customer: number }>(sql`
    update reminder set state = 'held', held_until = ${until}, ended_because = 'setAside'
    where organization_id = current_organization() and id = ${id} and state in ('pendingApproval', 'ready')
    returning customer_id as customer`)

/** The hold ends now; the decision of today queues the message anew. */
export const endHold = (db: Db, id: number) =>
  db.maybe<{ customer: number }>(sql`
    update reminder set held_until = null where organization_id = current_organization() and id = ${id} and state = 'held'
    returning customer_id as customer`)

/** Words of a person for one message; null goes back to the template. */
export const writeText = (db: Db, id: number, text: { subject: string | null; body: string | null }) =>
  db.maybe<{ customer: number }>(sql`
    update reminder set subject_written = ${text.subject}, body_written = ${text.body},
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
      and state in ('pendingApproval', 'ready')`)

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
