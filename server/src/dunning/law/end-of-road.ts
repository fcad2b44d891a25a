import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { HandoverReceiver, WriteOffReason } from '@quittance/core/tasks/decision.ts'
import { changeCustomer } from '../../customers/change-customer.ts'
import type { FactsChanged } from '../../customers/facts-changed.ts'
import { markWrittenOff } from '../../invoices/write-off-items.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { AppError, found } from '../../platform/http/app-error.ts'
import { endFact, ownItems, refuseFutureDay, standingOf } from './queries.ts'

export interface RoadContext {
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
}

export interface NewHandover {
  readonly customer: number
  readonly items: readonly number[]
  readonly receiver: HandoverReceiver
  readonly receiverName: string
  readonly reference: string | null
  readonly note: string | null
  readonly handedOverOn: CalendarDate
}

/** Somebody else has the file: nothing leaves to the customer any more, whatever of it was handed over. */
export async function handOver(db: Db, given: NewHandover, { today, factsChanged }: RoadContext): Promise<number> {
  const { customer, receiver, receiverName, reference, note, handedOverOn } = given
  await standingOf(db, customer)
  refuseFutureDay(handedOverOn, today)
  const items = await ownItems(db, customer, given.items)
  await db.run(sql`
    update handover set ended_on = ${today}, ended_by = current_person(), end_reason = 'replaced'
    where organization_id = current_organization() and customer_id = ${customer} and ended_on is null`)
  const { id } = await db.one<{ id: number }>(sql`
    insert into handover (organization_id, customer_id, receiver, receiver_name, reference, note, handed_over_on, recorded_by)
    values (current_organization(), ${customer}, ${receiver}, ${receiverName}, ${reference}, ${note}, ${handedOverOn}, current_person())
    returning id`)
  await db.run(sql`
    insert into handover_item (organization_id, handover_id, open_item_id, currency, amount_due)
    select organization_id, ${id}, id, currency, amount_due from open_item
    where organization_id = current_organization() and id = any(${items.map((item) => item.id)})`)
  await recordInJournal(db, {
    act: 'handedOver',
    thing: 'handover',
    thingId: id,
    customerId: customer,
    details: { receiver, receiverName, reference, handedOverOn, invoices: items.map(({ number }) => number) },
  })
  await changeCustomer(db, { id: customer, fields: { handedOverOn }, factsChanged })
  return id
}

interface Standing {
  readonly customer: number
  readonly since: CalendarDate
}

/** The customer is ours again. */
export async function endHandover(
  db: Db,
  id: number,
  reason: string | null,
  { today, factsChanged }: RoadContext,
): Promise<void> {
  const { customer } = found(
    await db.maybe<Standing>(sql`
      update handover set ended_on = ${today}, ended_by = current_person(), end_reason = ${reason}
      where organization_id = current_organization() and id = ${id} and ended_on is null
      returning customer_id as customer, handed_over_on as since`),
  )
  await recordInJournal(db, { act: 'ended', thing: 'handover', thingId: id, customerId: customer, details: { reason } })
  await changeCustomer(db, { id: customer, fields: { handedOverOn: null }, factsChanged })
}

/** Ended by mistake: somebody else has the file again. */
export async function resumeHandover(db: Db, id: number, { factsChanged }: RoadContext): Promise<void> {
  const { customer, since } = found(
    await db.maybe<Standing>(sql`
      update handover set ended_on = null, ended_by = null, end_reason = null
      where organization_id = current_organization() and id = ${id} and ended_on is not null
      returning customer_id as customer, handed_over_on as since`),
  )
  await recordInJournal(db, { act: 'resumed', thing: 'handover', thingId: id, customerId: customer })
  await changeCustomer(db, { id: customer, fields: { handedOverOn: since }, factsChanged })
}

export interface NewWriteOff {
  readonly customer: number
  readonly items: readonly number[]
  readonly reason: WriteOffReason
  readonly note: string | null
  readonly writtenOffOn: CalendarDate
}

/** Given up by a person: no longer chased nor expected. What is left stays owed in the books, and can still be paid. */
export async function writeOff(db: Db, given: NewWriteOff, { today, factsChanged }: RoadContext): Promise<number[]> {
  const { customer, reason, note, writtenOffOn } = given
  await standingOf(db, customer)
  refuseFutureDay(writtenOffOn, today)
  const items = await ownItems(db, customer, given.items)
  if (items.some((item) => item.writtenOffOn !== null)) throw alreadyWrittenOff()
  const ids: number[] = []
  for (const item of items) {
    const { id } = await db.one<{ id: number }>(sql`
      insert into write_off (organization_id, open_item_id, currency, amount, reason, note, written_off_on, recorded_by)
      values (current_organization(), ${item.id}, ${item.currency}, ${item.amountDue}, ${reason}, ${note}, ${writtenOffOn}, current_person())
      returning id`)
    ids.push(id)
    await recordInJournal(db, {
      act: 'writtenOff',
      thing: 'open_item',
      thingId: item.id,
      customerId: customer,
      invoiceId: item.invoice,
      details: { number: item.number, amount: item.amountDue, currency: item.currency, reason, note, writtenOffOn },
    })
  }
  await markWrittenOff(
    db,
    items.map(({ id }) => id),
    writtenOffOn,
  )
  await factsChanged(db, [customer])
  return ids
}

interface WrittenOff {
  readonly item: number
  readonly on: CalendarDate
  readonly customer: number
  readonly invoice: number
  readonly number: string
}

/** Ends a write-off, or lets it stand again. */
export async function changeWriteOff(
  db: Db,
  id: number,
  isEnded: boolean,
  { factsChanged }: RoadContext,
): Promise<void> {
  await endFact(db, 'write_off', id, isEnded)
  const { item, on, customer, invoice, number } = await db.one<WrittenOff>(sql`
    select w.open_item_id as item, w.written_off_on as on, o.customer_id as customer, o.invoice_id as invoice, o.number
    from write_off w join open_item o on o.organization_id = w.organization_id and o.id = w.open_item_id
    where w.organization_id = current_organization() and w.id = ${id}`)
  await markWrittenOff(db, [item], isEnded ? null : on)
  const act = isEnded ? 'expectedAgain' : 'writtenOff'
  await recordInJournal(db, {
    act,
    thing: 'open_item',
    thingId: item,
    customerId: customer,
    invoiceId: invoice,
    details: { number },
  })
  await factsChanged(db, [customer])
}

const alreadyWrittenOff = (): AppError =>
  new AppError('alreadyWrittenOff', 409, {
    fr: 'Une de ces factures est déjà passée en perte. Retirez-la de la sélection.',
    en: 'One of these invoices is already written off. Take it out of the selection.',
  })
