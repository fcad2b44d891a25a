import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { CustomerCategory } from '@quittance/core/customers/category.ts'
import type { ContactRole, Tone } from '@quittance/core/dunning/scenario.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { CallText } from '@quittance/core/tasks/call-script.ts'
import { superiorLast } from '../../customers/contact-order.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import { paidOff, waivedOf } from '../law/debts.ts'
import type { Delivery } from './delivery.ts'

/** Where a message may be on its way, or at its end. */
export const reminderStates = [
  'pendingApproval',
  'ready',
  'sending',
  'sent',
  'inTestOutbox',
  'failed',
  'uncertain',
  'cancelled',
  'held',
] as const
export type ReminderState = (typeof reminderStates)[number]

export interface ReminderHead {
  readonly id: number
  readonly customer: number
  readonly customerName: string
  readonly customerCode: string
  /** By which way it leaves. */
  readonly channel: 'email' | 'sms'
  readonly category: CustomerCategory
  /** In which dates, amounts and tables are written. */
  readonly language: Language
  /** The customer's own, in which the text is looked for first. */
  readonly textLanguage: string
  readonly collector: number | null
  readonly salesRep: number | null
  readonly delivery: Delivery
  readonly legalEntity: number
  /** 'copy': invoices a customer asked for again, no reminder. */
  readonly about: 'overdue' | 'upcoming' | 'manual' | 'copy'
  readonly state: ReminderState
  readonly tone: Tone
  readonly step: string | null
  /** That its carrying line follows today. */
  readonly scenario: number | null
  readonly delayDays: number | null
  readonly carrying: number | null
  readonly decidedOn: CalendarDate
  /** A person let it go; else it leaves by itself. */
  readonly isApproved: boolean
  readonly messageId: string
  readonly subjectWritten: string | null
  readonly bodyWritten: string | null
  /** What really left, frozen before it did. */
  readonly subject: string | null
  readonly text: string | null
  readonly html: string | null
  readonly recipients: FrozenMail | null
  readonly serverReply: string | null
  readonly endedBecause: string | null
  readonly sentAt: string | null
  readonly leavesAt: string | null
}

export interface Recipient {
  /** Null for one of ours, or an address a step names. */
  readonly contact: number | null
  readonly name: string | null
  readonly address: string
}
export interface FrozenRecipients {
  readonly from: { readonly name: string; readonly address: string }
  readonly replyTo: string | null
  readonly to: readonly Recipient[]
  readonly cc: readonly Recipient[]
}

/** What is kept of a message that left, beside its words. */
export interface FrozenMail extends FrozenRecipients {
  readonly attachments: readonly Attachment[]
  /** Message-IDs it refers to, oldest first. */
  readonly earlier: readonly string[]
  /** Its Date, ISO. */
  readonly writtenAt: string
  /** What its code says; absent in messages of before there was one. */
  readonly transfer?: string | null
}
export interface Attachment {
  readonly name: string
  readonly invoiceId: number
}

/**
 * The scenario that a carrying due line of customer `c` follows: the one chosen for its invoice, else that of the decision
 * in force, else the usual one of the category.
 */
export const scenarioFollowed = (entity: Sql, item: Sql): Sql => sql`coalesce(
  (select own.scenario_id from open_item i
    join invoice_scenario own on own.organization_id = i.organization_id and own.invoice_id = i.invoice_id
    where i.organization_id = c.organization_id and i.id = ${item}),
  (select d.scenario_id from current_decision d
    where d.organization_id = c.organization_id and d.customer_id = c.id and d.legal_entity_id = ${entity}),
  (select u.scenario_id from default_scenario u where u.organization_id = c.organization_id and u.category = c.category))`

/** Dates, amounts and tables are written in French or English: of another language, in the one it falls back to. */
export const writtenIn: Sql = sql`case when c.language in ('fr', 'en') then c.language else coalesce((
  select l.fallback from message_language l where l.organization_id = c.organization_id and l.code = c.language), 'en') end`

/** All of a message but what it lists; null for one nobody may see. */
export const reminderHead = (db: Db, id: number): Promise<ReminderHead | null> =>
  db.maybe<ReminderHead>(sql`
    select r.id, r.channel, r.customer_id as customer, c.name as "customerName", c.code as "customerCode", c.category,
      ${writtenIn} as language, c.language as "textLanguage", c.collector_id as collector, c.sales_rep_id as "salesRep",
      r.delivery, r.legal_entity_id as "legalEntity", r.about, r.state, r.tone, r.step_key as step,
      ${scenarioFollowed(sql`r.legal_entity_id`, sql`r.carrying_item_id`)} as scenario,
      r.delay_days as "delayDays", r.carrying_item_id as carrying, r.decided_on as "decidedOn", r.approved_at is not null as "isApproved",
      r.message_id as "messageId", r.subject_written as "subjectWritten", r.body_written as "bodyWritten", r.subject, r.text_body as text, r.html_body as html,
      r.recipients, r.server_reply as "serverReply", r.ended_because as "endedBecause", r.sent_at as "sentAt", r.leaves_at as "leavesAt"
    from reminder r join customer c on c.organization_id = r.organization_id and c.id = r.customer_id
    where r.organization_id = current_organization() and r.id = ${id}`)

export interface ListedRow {
  readonly item: number
  readonly invoice: number
  readonly invoiceNumber: string
  readonly kind: 'invoice' | 'deposit' | 'interim'
  readonly issueDate: CalendarDate
  readonly dueDate: CalendarDate
  readonly daysLate: number
  readonly amountDue: number
  readonly currency: string
  readonly climbs: string | null
  readonly fileName: string | null
  readonly fileSize: number | null
  readonly paid: readonly { readonly on: CalendarDate; readonly amount: number }[]
  /** What a person gave up of its invoice: a message claims none of it. */
  readonly waived: readonly ('interest' | 'fee')[]
}

/** What a message lists, the carrying item first, then the oldest. */
export const listedIn = (db: Db, reminder: number): Promise<ListedRow[]> =>
  db.rows<ListedRow>(sql`
    select i.id as item, v.id as invoice, v.number as "invoiceNumber", v.kind, i.issue_date as "issueDate", i.due_date as "dueDate",
      l.days_late as "daysLate", l.amount_due as "amountDue", l.currency, l.step_key as climbs,
      f.name as "fileName", length(f.content) as "fileSize",
      ${paidOff} as paid, ${waivedOf(sql`v.id`)} as waived
    from reminder_item l
    join reminder r on r.organization_id = l.organization_id and r.id = l.reminder_id
    join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id
    join invoice v on v.organization_id = i.organization_id and v.id = i.invoice_id
    left join invoice_file f on f.organization_id = v.organization_id and f.invoice_id = v.id
    where l.organization_id = current_organization() and l.reminder_id = ${reminder}
    order by (i.id = r.carrying_item_id) is true desc, i.due_date, i.id`)

/** What a letter lists: the items of its task with what is left of them today, the carrying one first. */
export const listedInTask = (db: Db, task: number): Promise<ListedRow[]> =>
  db.rows<ListedRow>(sql`
    select i.id as item, v.id as invoice, v.number as "invoiceNumber", v.kind, i.issue_date as "issueDate", i.due_date as "dueDate",
      0 as "daysLate", i.amount_due as "amountDue", i.currency, l.step_key as climbs, null as "fileName", null as "fileSize",
      ${paidOff} as paid, ${waivedOf(sql`v.id`)} as waived
    from task_item l
    join task t on t.organization_id = l.organization_id and t.id = l.task_id
    join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id
    join invoice v on v.organization_id = i.organization_id and v.id = i.invoice_id
    where l.organization_id = current_organization() and l.task_id = ${task} and i.amount_due > 0 and i.written_off_on is null
    order by (i.id = t.open_item_id) desc, i.due_date, i.id`)

/** What a message to this customer would list today: what is late, or what is still to come; the oldest first. */
export const listedOfCustomer = (
  db: Db,
  customer: number,
  { legalEntity, today, late }: { legalEntity: number; today: CalendarDate; late: boolean },
): Promise<ListedRow[]> =>
  db.rows<ListedRow>(sql`
    select i.id as item, v.id as invoice, v.number as "invoiceNumber", v.kind, i.issue_date as "issueDate", i.due_date as "dueDate",
      greatest(0, ${today}::date - i.due_date) as "daysLate", i.amount_due as "amountDue", i.currency, null as climbs,
      f.name as "fileName", length(f.content) as "fileSize", '[]'::json as paid
    from open_item i
    join invoice v on v.organization_id = i.organization_id and v.id = i.invoice_id
    left join invoice_file f on f.organization_id = v.organization_id and f.invoice_id = v.id
    where i.organization_id = current_organization() and i.customer_id = ${customer} and i.legal_entity_id = ${legalEntity}
      and i.amount_due > 0 and (i.due_date < ${today}) = ${late}
    order by i.due_date, i.id limit 50`)

export interface ContactRow {
  readonly id: number
  readonly civility: 'Mme' | 'M.' | null
  readonly firstName: string | null
  readonly lastName: string | null
  readonly role: ContactRole
  readonly email: string
}

/** Who may receive a reminder at a customer: has an address that works and did not say no. */
export const reachableContacts = (db: Db, customer: number): Promise<ContactRow[]> =>
  db.rows<ContactRow>(sql`
    select id, civility, first_name as "firstName", last_name as "lastName", role, email
    from contact
    where organization_id = current_organization() and customer_id = ${customer}
      and receives_reminders and email <> '' and email_refused_on is null
    order by ${superiorLast(sql`role`)}, id`)

/** The firm, with the address its mail is sent from. */
export const entityRow = (db: Db, id: number) =>
  db.one<{
    name: string
    legalForm: string | null
    capital: string | null
    siren: string | null
    rcs: string | null
    vatNumber: string | null
    addressLine1: string | null
    addressLine2: string | null
    postcode: string | null
    city: string | null
    country: string
    phone: string | null
    email: string | null
    iban: string | null
    bic: string | null
    lateInterestRate: number | null
    fromName: string | null
    fromAddress: string | null
    replyTo: string | null
  }>(sql`
    select e.name, e.legal_form as "legalForm", e.capital, e.siren, e.rcs, e.vat_number as "vatNumber",
      e.address_line1 as "addressLine1", e.address_line2 as "addressLine2", e.postcode, e.city, e.country, e.phone, e.email, e.iban, e.bic,
      e.late_interest_rate as "lateInterestRate", s.from_name as "fromName", s.from_address as "fromAddress", s.reply_to as "replyTo"
    from legal_entity e
    left join smtp_settings s on s.organization_id = e.organization_id and s.legal_entity_id = e.id
    where e.organization_id = current_organization() and e.id = ${id}`)

/** Null for nobody, and for a person who is gone. */
export const personRow = (db: Db, id: number | null) =>
  id === null
    ? Promise.resolve(null)
    : db.maybe<{ id: number; name: string; signature: string | null }>(sql`
        select id, name, signature from person where organization_id = current_organization() and id = ${id}`)

/** Credit notes and payments of a customer that are not allocated, in some currencies. */
export const openCredits = (db: Db, customer: number, legalEntity: number, currencies: readonly string[]) =>
  db.rows<{
    kind: 'creditNote' | 'payment'
    reference: string | null
    date: CalendarDate
    amount: number
    currency: string
  }>(sql`
    select 'creditNote' as kind, v.number as reference, i.issue_date as date, -i.amount_due as amount, i.currency
    from open_item i join invoice v on v.organization_id = i.organization_id and v.id = i.invoice_id
    where i.organization_id = current_organization() and i.customer_id = ${customer} and i.legal_entity_id = ${legalEntity}
      and i.amount_due < 0 and i.currency = any(${currencies})
    union all
    select 'payment', p.reference, p.received_on, p.unallocated, p.currency
    from payment p
    where p.organization_id = current_organization() and p.customer_id = ${customer} and p.legal_entity_id = ${legalEntity}
      and p.unallocated > 0 and p.currency = any(${currencies})
    order by date`)

/** Days on which earlier messages about these items left, oldest first. */
export const daysRemindedOf = async (db: Db, reminder: number, items: readonly number[]): Promise<CalendarDate[]> => {
  const rows = await db.rows<{ on: CalendarDate }>(sql`
    select distinct (r.sent_at at time zone o.time_zone)::date as on
    from reminder_item l
    join reminder r on r.organization_id = l.organization_id and r.id = l.reminder_id
    join organization o on o.organization_id = r.organization_id
    where l.organization_id = current_organization() and l.open_item_id = any(${items}) and r.state = 'sent' and r.about <> 'copy' and r.id <> ${reminder}
    order by 1`)
  return rows.map((row) => row.on)
}

/** A thread longer than this is cut in the middle, as mail programs do: its beginning and its end hold it together. */
const longestThread = 20

/**
 * Message-IDs of what this firm sent to this customer, oldest first: one thread for the two of them. After a year of
 * silence a new one begins.
 */
export const threadOf = async (
  db: Db,
  reminder: { readonly id: number; readonly customer: number; readonly legalEntity: number },
): Promise<string[]> => {
  const rows = await db.rows<{ messageId: string }>(sql`
    with sent as (
      select message_id, sent_at, id, sent_at - lag(sent_at) over (order by sent_at, id) > interval '1 year' as is_after_silence
      from reminder
      where organization_id = current_organization() and customer_id = ${reminder.customer}
        and legal_entity_id = ${reminder.legalEntity} and state = 'sent' and id <> ${reminder.id})
    select message_id as "messageId" from sent s
    where not exists (select from sent later where later.is_after_silence and (later.sent_at, later.id) > (s.sent_at, s.id))
    order by sent_at, id`)
  const ids = rows.map((row) => row.messageId)
  return ids.length > longestThread ? [...ids.slice(0, 1), ...ids.slice(1 - longestThread)] : ids
}

/** The text the organisation wrote for this tone; null: the house says its own. */
export const writtenTemplate = (
  db: Db,
  tone: CallText,
  language: string,
  channel: 'email' | 'sms' | 'call' = 'email',
) =>
  db.maybe<{ subject: string; body: string }>(sql`
    select subject, body from message_template
    where organization_id = current_organization() and channel = ${channel} and tone = ${tone} and language = ${language}`)

/**
 * What a step says in its own words in a language, where the message takes its tone and its way (an SMS that
 * goes as an e-mail says what the tone says); a repeat says the same.
 */
export const stepText = (
  db: Db,
  {
    scenario,
    step,
    tone,
    channel,
  }: Pick<ReminderHead, 'channel' | 'tone'> & { scenario: number | null; step: string | null },
  language: string,
) =>
  db.maybe<{ subject: string; body: string }>(sql`
    select x.subject, x.body
    from scenario s
    join scenario_step t on t.organization_id = s.organization_id and t.scenario_id = s.id and t.version = s.version
    cross join jsonb_to_recordset(t.texts) as x (language text, subject text, body text)
    where s.organization_id = current_organization() and s.id = ${scenario} and t.key = split_part(${step}, '~', 1)
      and t.tone = ${tone} and (t.channel = 'sms') = ${channel === 'sms'} and x.language = ${language}
    limit 1`)

/** The PDFs of these invoices, of those that have one. */
export const fileContents = (db: Db, invoices: readonly number[]) =>
  db.rows<{ invoice: number; name: string; mediaType: string; content: Buffer }>(sql`
    select invoice_id as invoice, name, media_type as "mediaType", content from invoice_file
    where organization_id = current_organization() and invoice_id = any(${invoices})`)
