import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { MessageClass } from '@quittance/core/dunning/answers/classify-message.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

export interface AnswerFile {
  readonly position: number
  readonly name: string
  readonly type: string
  readonly size: number
}

/** A message as it is written down when it came. */
export interface NewAnswer {
  readonly legalEntity: number
  readonly uidValidity: number
  readonly uid: number
  readonly contentSha256: Buffer
  readonly messageId: string | null
  readonly class: MessageClass
  readonly fromName: string
  readonly fromAddress: string
  readonly subject: string
  readonly receivedAt: string
  readonly receivedOn: CalendarDate
  readonly body: string
  readonly signature: string
  readonly quoted: string
  readonly html: string
  readonly files: readonly AnswerFile[]
  readonly returnsOn: CalendarDate | null
  readonly size: number
  readonly isPartial: boolean
  readonly reminder: number | null
  readonly customer: number | null
  readonly contact: number | null
  readonly foundBy: 'message' | 'invoice' | 'address' | null
}

/** null: the same message is there already. */
export const insertAnswer = (db: Db, one: NewAnswer): Promise<{ id: number } | null> =>
  db.maybe(sql`
    insert into answer (organization_id, legal_entity_id, uid_validity, uid, content_sha256, message_id, class, from_name,
      from_address, subject, received_at, received_on, body, signature, quoted, html, files, returns_on, size, is_partial,
      reminder_id, customer_id, contact_id, found_by)
    values (current_organization(), ${one.legalEntity}, ${one.uidValidity}, ${one.uid}, ${one.contentSha256}, ${one.messageId},
      ${one.class}, ${one.fromName}, ${one.fromAddress}, ${one.subject}, ${one.receivedAt}, ${one.receivedOn}, ${one.body},
      ${one.signature}, ${one.quoted}, ${one.html}, ${JSON.stringify(one.files)}::jsonb, ${one.returnsOn}, ${one.size},
      ${one.isPartial}, ${one.reminder}, ${one.customer}, ${one.contact}, ${one.foundBy})
    on conflict (organization_id, content_sha256) do nothing
    returning id`)

/** The message as it came, to the byte. */
export const keepSource = (db: Db, answer: number, content: Buffer): Promise<number> =>
  db.run(sql`
    insert into answer_source (organization_id, answer_id, content) values (current_organization(), ${answer}, ${content})`)

/** Null once it was removed for its age. */
export const sourceOf = (db: Db, answer: number) =>
  db.maybe<{ content: Buffer }>(sql`
    select content from answer_source where organization_id = current_organization() and answer_id = ${answer}`)

export interface BouncedAddress {
  readonly address: string
  readonly fate: 'dead' | 'wait' | 'ours' | 'complained'
  readonly reason: string
  readonly status: string | null
  readonly diagnostic: string
}

/** Addresses in lower case: they are looked up by it. */
export const keepBounced = (db: Db, answer: number, bounced: readonly BouncedAddress[]): Promise<number> =>
  db.run(sql`
    insert into bounced_address (organization_id, answer_id, address, fate, reason, status, diagnostic)
    select current_organization(), ${answer}, g.* from unnest(${bounced.map((b) => b.address.toLowerCase())}::text[],
      ${bounced.map((b) => b.fate)}::text[], ${bounced.map((b) => b.reason)}::text[], ${bounced.map((b) => b.status)}::text[],
      ${bounced.map((b) => b.diagnostic)}::text[]) as g
    on conflict (organization_id, answer_id, address) do nothing`)

/** Whom a message of ours went to, in lower case. */
export const wentTo = async (db: Db, reminder: number): Promise<string[]> =>
  (
    await db.rows<{ address: string }>(sql`
    select distinct lower(g.one ->> 'address') as address from reminder r
    cross join lateral jsonb_array_elements(coalesce(r.recipients -> 'to', '[]') || coalesce(r.recipients -> 'cc', '[]')) as g(one)
    where r.organization_id = current_organization() and r.id = ${reminder}`)
  ).map(({ address }) => address)

/** By address. */
export const bouncedOf = (db: Db, answer: number): Promise<BouncedAddress[]> =>
  db.rows(sql`
    select address, fate, reason, status, diagnostic from bounced_address
    where organization_id = current_organization() and answer_id = ${answer} order by address`)

/** How many messages in a row were refused for now at this address: since somebody there wrote, or a quarter of a year. */
export const softBouncesAt = async (db: Db, address: string, on: CalendarDate): Promise<number> =>
  (
    await db.one<{ count: number }>(sql`
    select count(*)::int as count from bounced_address b
    join answer a on a.organization_id = b.organization_id and a.id = b.answer_id
    where b.organization_id = current_organization() and b.address = lower(${address}) and b.fate = 'wait' and a.class = 'bounce' and a.customer_id is not null
      and a.received_on > ${on}::date - 90
      and not exists (select from answer r where r.organization_id = a.organization_id and r.class = 'reply'
        and lower(r.from_address) = b.address and r.received_at > a.received_at)`)
  ).count

/** Under which line of the history it stands. */
export const setExchange = (db: Db, answer: number, exchange: number): Promise<number> =>
  db.run(sql`
    update answer set exchange_id = ${exchange} where organization_id = current_organization() and id = ${answer}`)

/** The row as a decision about it needs it, locked. */
export const lockAnswer = (db: Db, id: number) =>
  db.maybe<{
    id: number
    customer: number | null
    class: MessageClass
    fromName: string
    fromAddress: string
    subject: string
    body: string
    receivedOn: CalendarDate
    exchange: number | null
    reminder: number | null
    returnsOn: CalendarDate | null
  }>(sql`
    select id, customer_id as customer, class, from_name as "fromName", from_address as "fromAddress", subject, body,
      received_on as "receivedOn", exchange_id as exchange, reminder_id as reminder, returns_on as "returnsOn"
    from answer where organization_id = current_organization() and id = ${id} for update`)

/** By the person of the scope; read once, it keeps its first moment. */
export const markRead = (db: Db, id: number, isRead: boolean): Promise<number> =>
  db.run(sql`
    update answer set read_by = case when ${isRead} then current_person() end,
      read_at = case when ${isRead} then coalesce(read_at, clock_timestamp()) end
    where organization_id = current_organization() and id = ${id}`)

/** It concerns no customer, or does after all. */
export const markDismissed = (db: Db, id: number, isDismissed: boolean): Promise<number> =>
  db.run(sql`
    update answer set dismissed_by = case when ${isDismissed} then current_person() end,
      dismissed_at = case when ${isDismissed} then clock_timestamp() end
    where organization_id = current_organization() and id = ${id}`)

/** A person said whose it is: nothing finds another one for it any more. */
/** Nobody knows whose it is, as when it came. */
export const takeFromCustomer = (db: Db, id: number): Promise<number> =>
  db.run(sql`
    update answer set customer_id = null, contact_id = null, exchange_id = null, found_by = null
    where organization_id = current_organization() and id = ${id}`)

export const giveToCustomer = (db: Db, id: number, to: { customer: number; contact: number | null }): Promise<number> =>
  db.run(sql`
    update answer set customer_id = ${to.customer}, contact_id = ${to.contact}, found_by = 'person', dismissed_at = null, dismissed_by = null
    where organization_id = current_organization() and id = ${id}`)
