import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { MessageClass } from '@quittance/core/dunning/answers/classify-message.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import type { AnswerFile } from './answer-rows.ts'

export interface AnswerRow {
  readonly id: number
  readonly class: MessageClass
  readonly from: { readonly name: string; readonly address: string }
  readonly subject: string
  /** Its first words. */
  readonly excerpt: string
  readonly receivedAt: string
  readonly receivedOn: CalendarDate
  readonly returnsOn: CalendarDate | null
  readonly customer: { readonly id: number; readonly name: string } | null
  readonly files: number
  readonly isRead: boolean
  readonly isDismissed: boolean
}

const row = sql`a.id, a.class, json_build_object('name', a.from_name, 'address', a.from_address) as from, a.subject,
  left(regexp_replace(a.body, '\\s+', ' ', 'g'), 200) as excerpt, a.received_at as "receivedAt", a.received_on as "receivedOn",
  a.returns_on as "returnsOn",
  case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end as customer,
  jsonb_array_length(a.files) as files, a.read_at is not null as "isRead", a.dismissed_at is not null as "isDismissed"`

const joined = sql`from answer a left join customer c on c.organization_id = a.organization_id and c.id = a.customer_id`

/** Somebody has to say whose it is: reports of machines that name nobody we know are kept, and nobody is asked. */
const toSort = sql`a.customer_id is null and a.dismissed_at is null and a.class in ('reply', 'bounce', 'complaint')`
const unread = sql`a.customer_id is not null and a.class = 'reply' and a.read_at is null and a.dismissed_at is null`

export type AnswerView = 'unread' | 'toSort' | 'all'

const shownIn: Readonly<Record<AnswerView, Sql>> = { unread, toSort, all: sql`a.class <> 'delivered'` }

/** Latest first, before the given one. */
export const answersIn = (
  db: Db,
  view: AnswerView,
  page: { before: number | null; limit: number },
): Promise<AnswerRow[]> =>
  db.rows(sql`
    select ${row} ${joined}
    where a.organization_id = current_organization() and ${shownIn[view]} and (${page.before}::bigint is null or a.id < ${page.before})
    order by a.id desc limit ${page.limit}`)

/** The latest first; that a message arrived, or is still tried, is left out. */
export const answersOfCustomer = (db: Db, customer: number, limit: number): Promise<AnswerRow[]> =>
  db.rows(sql`
    select ${row} ${joined}
    where a.organization_id = current_organization() and a.customer_id = ${customer} and a.class not in ('delivered', 'delayed')
    order by a.received_at desc, a.id desc limit ${limit}`)

/** What waits for somebody: to read, and to give to a customer. */
export const answerCounts = (db: Db) =>
  db.one<{ unread: number; toSort: number }>(sql`
    select (select count(*)::int from answer a where a.organization_id = current_organization() and ${unread}) as unread,
      (select count(*)::int from answer a where a.organization_id = current_organization() and ${toSort}) as "toSort"`)

export interface ShownAnswer extends AnswerRow {
  readonly body: string
  readonly signature: string
  readonly quoted: string
  readonly html: string
  readonly fileList: readonly AnswerFile[]
  readonly isPartial: boolean
  readonly sourceRemovedOn: CalendarDate | null
  readonly size: number
  readonly foundBy: 'message' | 'invoice' | 'address' | 'person' | null
  readonly reminder: { readonly id: number; readonly subject: string; readonly sentAt: string | null } | null
  readonly isFromContact: boolean
  readonly readBy: string | null
  readonly readAt: string | null
}

/** Null for one the person who asks may not see. */
export const shownAnswer = (db: Db, id: number): Promise<ShownAnswer | null> =>
  db.maybe(sql`
    select ${row}, a.body, a.signature, a.quoted, a.html, a.files as "fileList", a.is_partial as "isPartial", a.source_removed_on as "sourceRemovedOn", a.size,
      a.found_by as "foundBy", exists (select from contact k where k.organization_id = a.organization_id and k.customer_id = a.customer_id
        and lower(k.email) = lower(a.from_address)) as "isFromContact", p.name as "readBy", a.read_at as "readAt",
      case when r.id is not null then json_build_object('id', r.id, 'subject', coalesce(r.subject, ''), 'sentAt', r.sent_at) end as reminder
    ${joined}
    left join reminder r on r.organization_id = a.organization_id and r.id = a.reminder_id
    left join person p on p.organization_id = a.organization_id and p.id = a.read_by
    where a.organization_id = current_organization() and a.id = ${id}`)

/** Customers that may be meant: those who have one of these addresses, or one of the same domain, unless it is everybody's. */
export const likelyCustomers = (db: Db, addresses: readonly string[]) =>
  db.rows<{ id: number; name: string }>(sql`
    select distinct c.id, c.name from contact k
    join customer c on c.organization_id = k.organization_id and c.id = k.customer_id
    cross join unnest(${addresses.map((one) => one.toLowerCase())}::text[]) as told(address)
    where k.organization_id = current_organization() and (lower(k.email) = told.address
      or split_part(lower(k.email), '@', 2) = split_part(told.address, '@', 2)
        and split_part(told.address, '@', 2) <> all(${everybodys}) and split_part(told.address, '@', 2) <> '')
    order by c.name limit 5`)

const everybodys = [
  ...[
    'gmail.com',
    'googlemail.com',
    'outlook.com',
    'outlook.fr',
    'hotmail.com',
    'hotmail.fr',
    'live.fr',
    'live.com',
    'msn.com',
  ],
  ...[
    'yahoo.com',
    'yahoo.fr',
    'orange.fr',
    'wanadoo.fr',
    'free.fr',
    'sfr.fr',
    'neuf.fr',
    'laposte.net',
    'bbox.fr',
    'icloud.com',
  ],
  ...['me.com', 'aol.com', 'gmx.com', 'gmx.fr', 'protonmail.com', 'proton.me'],
]
