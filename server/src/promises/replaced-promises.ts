import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { recordInJournal } from '../people/journal.ts'
import { forWholeHouse } from '../people/whole-house.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { lockItems, promiseIsAwaited } from './refuse-both.ts'

interface AskedPlace {
  readonly customer: number
  readonly items: readonly number[]
  /** The promises in whose place the plan is agreed. */
  readonly replaces: readonly number[]
}

/**
 * The promises still awaited about these items, all of them named. AppError 409 where another one is, or where one is
 * about other due lines too, or of another customer: its word would be lost. Locks the items.
 */
export async function promisesInPlace(db: Db, asked: AskedPlace, today: CalendarDate): Promise<number[]> {
  await lockItems(db, asked.items)
  const awaited = await forWholeHouse(db, () => awaitedAbout(db, asked, today))
  for (const { id, isWithin, ...told } of awaited) {
    if (!isWithin || !asked.replaces.includes(id)) throw promiseIsAwaited(told)
  }
  return awaited.map(({ id }) => id)
}

const awaitedAbout = (db: Db, { customer, items }: AskedPlace, today: CalendarDate) =>
  db.rows<{ id: number; number: string; on: CalendarDate; isWithin: boolean }>(sql`
    select p.id, min(i.number) as number, p.promised_for as on,
      p.customer_id = ${customer} and bool_and(l.open_item_id = any(${items})) as "isWithin"
    from promise p
    join promise_item l on l.organization_id = p.organization_id and l.promise_id = p.id
    join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id and i.amount_due > 0
    where p.organization_id = current_organization() and p.withdrawn_on is null and p.kept_until >= ${today} and p.received < p.enough
      and exists (
        select from promise_item m
        where m.organization_id = p.organization_id and m.promise_id = p.id and m.open_item_id = any(${items}))
    group by p.id, p.promised_for, p.customer_id order by p.promised_for, p.id`)

/** The plan takes their place. */
export async function replaceByPlan(
  db: Db,
  promises: readonly number[],
  plan: number,
  on: CalendarDate,
): Promise<void> {
  const gone = await db.rows<{ id: number; customer: number }>(sql`
    update promise p set withdrawn_on = ${on}, withdrawn_because = 'replaced', withdrawn_by = current_person(), replaced_by_plan = ${plan}::bigint,
      withdrawn_note = case when o.language = 'fr' then 'Remplacée par un échéancier' else 'Replaced by a payment plan' end
    from organization o
    where p.organization_id = current_organization() and p.id = any(${promises}) and o.organization_id = p.organization_id
    returning p.id, p.customer_id as customer`)
  for (const { id, customer } of gone) {
    const about = { thing: 'promise', thingId: id, customerId: customer, details: { plan } }
    await recordInJournal(db, { act: 'promise.replaced', ...about })
  }
}

/** The plan is undone: they hold again, as they did. */
export const restoreReplacedByPlan = (db: Db, plan: number): Promise<number> =>
  db.run(sql`
    update promise set withdrawn_on = null, withdrawn_because = null, withdrawn_note = null, withdrawn_by = null, replaced_by_plan = null
    where organization_id = current_organization() and replaced_by_plan = ${plan}`)
