import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import {
  type Interruption,
  type Limitation,
  type LimitedDebt,
  limitationOf,
  limitationStage,
} from '@quittance/core/dunning/law/limitation.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import { endFact, ownItems, refuseFutureDay, standingOf } from './queries.ts'

interface LimitedItem extends Omit<LimitedDebt, 'interruptions'> {
  readonly id: number
  readonly invoice: number
  readonly number: string
  readonly customer: number
  readonly acts: readonly Interruption[]
}

export interface ItemLimitation extends Limitation {
  readonly item: number
  readonly invoice: number
  readonly number: string
  readonly customer: number
  readonly stage: ReturnType<typeof limitationStage>
}

/** Until when the due lines `o` with something left can be claimed in court; given up ones apart. */
export async function limitationsWhere(db: Db, which: Sql, today: CalendarDate): Promise<ItemLimitation[]> {
  const items = await db.rows<LimitedItem>(sql`
    select o.id, o.invoice_id as invoice, o.number, o.customer_id as customer, c.category, o.issue_date as "issueDate", o.due_date as "dueDate",
      coalesce((select json_agg(json_build_object('kind', f.kind, 'on', f.done_on)) from (
        select a.kind, a.done_on from limitation_act_item l
        join limitation_act a on a.organization_id = l.organization_id and a.id = l.limitation_act_id and a.ended_at is null
        where l.organization_id = o.organization_id and l.open_item_id = o.id
        union all
        select 'partPayment', y.received_on from allocation a
        join payment y on y.organization_id = a.organization_id and y.id = a.payment_id
        where a.organization_id = o.organization_id and a.open_item_id = o.id and a.reverses_id is null
          and not exists (select from allocation u where u.organization_id = a.organization_id and u.reverses_id = a.id)) f), '[]') as acts
    from open_item o join customer c on c.organization_id = o.organization_id and c.id = o.customer_id
    where o.organization_id = current_organization() and o.amount_due > 0 and o.written_off_on is null and ${which}
    order by o.id`)
  return items.map(({ id, acts, invoice, number, customer, ...debt }) => {
    const limitation = limitationOf({ ...debt, interruptions: acts })
    return { ...limitation, item: id, invoice, number, customer, stage: limitationStage(limitation.endsOn, today) }
  })
}

export interface NewLimitationAct {
  readonly customer: number
  readonly items: readonly number[]
  readonly kind: 'courtClaim' | 'enforcement' | 'acknowledgement'
  readonly doneOn: CalendarDate
  readonly note: string
}

/** The period starts anew for these due lines. */
export async function recordLimitationAct(db: Db, given: NewLimitationAct, today: CalendarDate): Promise<number> {
  const { customer, kind, doneOn, note } = given
  await standingOf(db, customer)
  refuseFutureDay(doneOn, today)
  const items = await ownItems(db, customer, given.items)
  const { id } = await db.one<{ id: number }>(sql`
    insert into limitation_act (organization_id, kind, done_on, note, recorded_by)
    values (current_organization(), ${kind}, ${doneOn}, ${note}, current_person()) returning id`)
  await db.run(sql`
    insert into limitation_act_item (organization_id, limitation_act_id, open_item_id)
    select current_organization(), ${id}, unnest(${items.map((item) => item.id)}::bigint[])`)
  const details = { kind, doneOn, note, invoices: items.map(({ number }) => number) }
  await recordInJournal(db, { act: 'recorded', thing: 'limitation_act', thingId: id, customerId: customer, details })
  return id
}

/** Ended: it starts nothing anew; or it does after all. */
export async function changeEndOfLimitationAct(db: Db, id: number, isEnded: boolean): Promise<void> {
  await endFact(db, 'limitation_act', id, isEnded)
  const { customer } = await db.one<{ customer: number }>(sql`
    select o.customer_id as customer from limitation_act_item l
    join open_item o on o.organization_id = l.organization_id and o.id = l.open_item_id
    where l.organization_id = current_organization() and l.limitation_act_id = ${id} limit 1`)
  await recordInJournal(db, {
    act: isEnded ? 'ended' : 'resumed',
    thing: 'limitation_act',
    thingId: id,
    customerId: customer,
  })
}

/** What was recorded about due lines of a customer, the latest first. */
export const limitationActsOf = (db: Db, customer: number) =>
  db.rows<{
    id: number
    kind: NewLimitationAct['kind']
    doneOn: CalendarDate
    note: string
    invoices: string[]
    isEnded: boolean
  }>(sql`
    select a.id, a.kind, a.done_on as "doneOn", a.note, a.ended_at is not null as "isEnded", array_agg(distinct o.number) as invoices
    from open_item o
    join limitation_act_item l on l.organization_id = o.organization_id and l.open_item_id = o.id
    join limitation_act a on a.organization_id = l.organization_id and a.id = l.limitation_act_id
    where o.organization_id = current_organization() and o.customer_id = ${customer}
    group by a.organization_id, a.id order by a.done_on desc, a.id desc`)
