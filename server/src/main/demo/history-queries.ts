import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

export interface PastReminder {
  readonly customer: number
  readonly legalEntity: number
  readonly step: string | null
  readonly delayDays: number
  readonly tone: string
  readonly carrying: number
  readonly on: string
  readonly at: string
  readonly messageId: string
  readonly failed: string | null
}

export const addPastReminder = (db: Db, past: PastReminder): Promise<{ id: number }> =>
  db.one(sql`
    insert into reminder (organization_id, customer_id, legal_entity_id, about, step_key, delay_days, tone, carrying_item_id,
      state, because, decided_on, message_id, approved_by, approved_at, leaves_at, sent_at, attempts, server_reply, ended_because,
      written_at)
    values (current_organization(), ${past.customer}, ${past.legalEntity}, 'overdue', ${past.step}, ${past.delayDays}, ${past.tone},
      ${past.carrying}, ${past.failed ? 'failed' : 'sent'}, 'stepDue', ${past.on}, ${past.messageId}, current_person(), ${past.at},
      ${past.at}, ${past.failed ? null : past.at}, 1, ${past.failed ?? '250 2.0.0 Ok'}, ${past.failed ? 'badContact' : null}, ${past.at})
    returning id`)

export interface PastItem {
  readonly open_item_id: number
  readonly step_key: string | null
  readonly delay_days: number | null
  readonly days_late: number
  readonly amount_due: number
}

export const addPastItems = (db: Db, reminder: number, items: readonly PastItem[]): Promise<number> =>
  db.run(sql`
    insert into reminder_item (organization_id, reminder_id, open_item_id, step_key, delay_days, days_late, currency, amount_due)
    select current_organization(), ${reminder}, g.open_item_id, g.step_key, g.delay_days, g.days_late, 'EUR', g.amount_due
    from jsonb_to_recordset(${sql.json(items)}::jsonb)
      as g(open_item_id bigint, step_key text, delay_days int, days_late int, amount_due bigint)`)

/** The words that left, as they left. */
export const freezeWords = (
  db: Db,
  reminder: number,
  words: { subject: string; text: string; html: string; recipients: string },
): Promise<number> =>
  db.run(sql`
    update reminder set subject = ${words.subject}, text_body = ${words.text}, html_body = ${words.html},
      recipients = ${words.recipients}::jsonb
    where organization_id = current_organization() and id = ${reminder}`)

export interface PastStep {
  readonly open_item_id: number
  readonly step_key: string
  readonly delay_days: number
  readonly taken_on: string
  readonly how: 'sent' | 'done'
  readonly reminder_id: number | null
}

export const addPastSteps = (db: Db, steps: readonly PastStep[]): Promise<number> =>
  db.run(sql`
    insert into step_taken (organization_id, open_item_id, step_key, delay_days, taken_on, how, reminder_id)
    select current_organization(), g.*
    from jsonb_to_recordset(${sql.json(steps)}::jsonb)
      as g(open_item_id bigint, step_key text, delay_days int, taken_on date, how text, reminder_id bigint)`)

export interface PastExchange {
  readonly customer_id: number
  readonly kind: string
  readonly happened_on: string
  readonly person_id: number | null
  readonly summary: string
  readonly counts_as_contact: boolean
  readonly reminder_id: number | null
  readonly written_at: string
}

/** Each with the first contact of its customer. */
export const addPastExchanges = (db: Db, exchanges: readonly PastExchange[]): Promise<number> =>
  db.run(sql`
    insert into exchange (organization_id, customer_id, contact_id, kind, happened_on, person_id, summary, counts_as_contact,
      reminder_id, written_at)
    select current_organization(), g.customer_id,
      (select min(k.id) from contact k where k.organization_id = current_organization() and k.customer_id = g.customer_id),
      g.kind, g.happened_on, g.person_id, g.summary, g.counts_as_contact, g.reminder_id, g.written_at
    from jsonb_to_recordset(${sql.json(exchanges)}::jsonb) as g(customer_id bigint, kind text, happened_on date,
      person_id bigint, summary text, counts_as_contact boolean, reminder_id bigint, written_at timestamptz)
    order by g.written_at`)
