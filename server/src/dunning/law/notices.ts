import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { deadlineOf, noFormalNoticeBecause } from '@quittance/core/dunning/law/formal-notice.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { AppError, found } from '../../platform/http/app-error.ts'
import { endFact, ownItems, refuseFutureDay, standingOf } from './queries.ts'

export interface NewNotice {
  readonly customer: number
  readonly items: readonly number[]
  readonly means: string
  readonly sentOn: CalendarDate
  readonly receivedOn: CalendarDate | null
  readonly deadlineDays: number
  readonly trackingNumber: string | null
  readonly note: string | null
}

/** A formal notice that was sent; refused for those who get none. */
export async function recordNotice(db: Db, given: NewNotice, today: CalendarDate): Promise<number> {
  const { customer, means, sentOn, receivedOn, deadlineDays, trackingNumber, note } = given
  const { category, insolvencyOn } = await standingOf(db, customer)
  const because = noFormalNoticeBecause({ category, isInsolvent: insolvencyOn !== null })
  if (because) throw noNotice(because)
  refuseFutureDay(sentOn, today)
  refuseReceipt(sentOn, receivedOn, today)
  const items = await ownItems(db, customer, given.items)
  const { id } = await db.one<{ id: number }>(sql`
    insert into formal_notice (organization_id, means, sent_on, received_on, deadline_days, tracking_number, note, recorded_by)
    values (current_organization(), ${means}, ${sentOn}, ${receivedOn}, ${deadlineDays}, ${trackingNumber}, ${note}, current_person())
    returning id`)
  await db.run(sql`
    insert into formal_notice_item (organization_id, formal_notice_id, open_item_id)
    select current_organization(), ${id}, unnest(${items.map((item) => item.id)}::bigint[])`)
  await recordInJournal(db, {
    act: 'recorded',
    thing: 'formal_notice',
    thingId: id,
    customerId: customer,
    details: { means, sentOn, receivedOn, deadlineDays, trackingNumber, invoices: items.map(({ number }) => number) },
  })
  return id
}

export interface NoticeChange {
  readonly receivedOn?: CalendarDate | null | undefined
  readonly trackingNumber?: string | null | undefined
  readonly note?: string | null | undefined
}

/** What is learnt later: the receipt, the number; what is left out stays. */
export async function changeNotice(db: Db, id: number, change: NoticeChange, today: CalendarDate): Promise<void> {
  const before = found(await noticeRow(db, id))
  const told = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const after = { ...before, ...told }
  refuseReceipt(before.sentOn, after.receivedOn, today)
  await db.run(sql`
    update formal_notice set received_on = ${after.receivedOn}, tracking_number = ${after.trackingNumber}, note = ${after.note}
    where organization_id = current_organization() and id = ${id}`)
  await recordInJournal(db, {
    act: 'changed',
    thing: 'formal_notice',
    thingId: id,
    customerId: before.customer,
    details: told,
  })
}

/** Taken back, or it stands after all. */
export async function changeEndOfNotice(db: Db, id: number, isEnded: boolean): Promise<void> {
  await endFact(db, 'formal_notice', id, isEnded)
  const { customer } = found(await noticeRow(db, id))
  await recordInJournal(db, {
    act: isEnded ? 'ended' : 'resumed',
    thing: 'formal_notice',
    thingId: id,
    customerId: customer,
  })
}

interface NoticeRow {
  readonly customer: number
  readonly sentOn: CalendarDate
  readonly receivedOn: CalendarDate | null
  readonly trackingNumber: string | null
  readonly note: string | null
}

const noticeRow = (db: Db, id: number): Promise<NoticeRow | null> =>
  db.maybe<NoticeRow>(sql`
    select sent_on as "sentOn", received_on as "receivedOn", tracking_number as "trackingNumber", note,
      (select o.customer_id from formal_notice_item l join open_item o on o.organization_id = l.organization_id and o.id = l.open_item_id
        where l.organization_id = n.organization_id and l.formal_notice_id = n.id limit 1) as customer
    from formal_notice n where n.organization_id = current_organization() and n.id = ${id}`)

/** 404 for one nobody recorded, before a file is read for it. */
export const knownNotice = async (db: Db, id: number): Promise<NoticeRow> => found(await noticeRow(db, id))

export interface Proof {
  readonly name: string
  readonly type: string
  readonly content: Buffer
}

/** 404 where there is none. */
export const proofOf = async (db: Db, id: number): Promise<Proof> =>
  found(
    await db.maybe<Proof>(sql`
      select proof_name as name, proof_type as type, proof as content from formal_notice
      where organization_id = current_organization() and id = ${id} and proof is not null`),
  )

/** In place of the one before. */
export async function keepProof(db: Db, id: number, { name, type, content }: Proof): Promise<void> {
  const { customer } = found(await noticeRow(db, id))
  await db.run(sql`
    update formal_notice set proof_name = ${name}, proof_type = ${type}, proof = ${content}
    where organization_id = current_organization() and id = ${id}`)
  await recordInJournal(db, {
    act: 'proofAttached',
    thing: 'formal_notice',
    thingId: id,
    customerId: customer,
    details: { name },
  })
}

/** Formal notices about due lines of a customer, the latest first. */
export async function noticesOf(db: Db, customer: number) {
  const rows = await db.rows<{
    id: number
    means: 'registeredLetter' | 'electronicRegisteredLetter' | 'letter' | 'email' | 'bailiff'
    sentOn: CalendarDate
    receivedOn: CalendarDate | null
    deadlineDays: number
    trackingNumber: string | null
    note: string | null
    proof: string | null
    invoices: string[]
    isEnded: boolean
  }>(sql`
    select n.id, n.means, n.sent_on as "sentOn", n.received_on as "receivedOn", n.deadline_days as "deadlineDays",
      n.tracking_number as "trackingNumber", n.note, n.proof_name as proof, n.ended_at is not null as "isEnded",
      array_agg(distinct o.number) as invoices
    from open_item o
    join formal_notice_item l on l.organization_id = o.organization_id and l.open_item_id = o.id
    join formal_notice n on n.organization_id = l.organization_id and n.id = l.formal_notice_id
    where o.organization_id = current_organization() and o.customer_id = ${customer}
    group by n.organization_id, n.id order by n.sent_on desc, n.id desc`)
  return rows.map((row) => ({ ...row, deadline: deadlineOf(row) }))
}

function refuseReceipt(sentOn: CalendarDate, receivedOn: CalendarDate | null, today: CalendarDate): void {
  if (receivedOn === null) return
  refuseFutureDay(receivedOn, today)
  if (receivedOn >= sentOn) return
  throw new AppError('receivedBeforeSent', 422, {
    fr: 'Le courrier ne peut pas avoir été reçu avant d’être envoyé. Corrigez l’un des deux jours.',
    en: 'The letter cannot have been received before it was sent. Correct one of the two days.',
  })
}

const reasons = {
  insolvent: {
    fr: 'Ce client est en procédure collective : on ne le met plus en demeure. Déclarez la créance.',
    en: 'This customer is under insolvency proceedings: no formal notice any more. Declare the claim.',
  },
  publicBody: {
    fr: 'Un organisme public n’est pas mis en demeure : les intérêts courent de plein droit. Relancez le service comptable.',
    en: 'A public body gets no formal notice: interest runs by law. Write to its accounting office.',
  },
  individual: {
    fr: 'Ces mises en demeure sont faites pour des professionnels. Pour un particulier, écrivez un courrier libre.',
    en: 'These formal notices are made for professionals. To a private individual, write a letter of your own.',
  },
}
const noNotice = (because: keyof typeof reasons): AppError => new AppError('noFormalNotice', 422, reasons[because])
