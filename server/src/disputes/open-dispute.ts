import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { unknownPerson } from '../customers/change-customer.ts'
import type { FactsChanged } from '../customers/facts-changed.ts'
import { personExists } from '../customers/queries.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { AppError, found } from '../platform/http/app-error.ts'

export type DisputeReason =
  | 'notReceived'
  | 'amount'
  | 'delivery'
  | 'quality'
  | 'purchaseOrder'
  | 'alreadyPaid'
  | 'other'

interface Told {
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
}

/** The customer contests: these items leave the chase until the dispute is resolved. */
export async function openDispute(
  db: Db,
  asked: {
    customer: number
    items: readonly number[]
    reason: DisputeReason
    note: string | null
    owner: number | null
  },
  { today, factsChanged }: Told,
): Promise<number> {
  const { count } = await ownItems(db, asked.customer, asked.items)
  if (count !== new Set(asked.items).size) {
    throw new AppError('itemsNotOfCustomer', 409, {
      fr: 'Certaines factures ne sont pas à ce client : rechargez la page.',
      en: 'Some invoices are not this customer’s: reload the page.',
    })
  }
  if (asked.owner !== null && !(await personExists(db, asked.owner))) throw unknownPerson()
  const { id } = await db.one<{ id: number }>(sql`
    insert into dispute (organization_id, customer_id, reason, note, opened_on, opened_by, owner_id)
    values (current_organization(), ${asked.customer}, ${asked.reason}, ${asked.note}, ${today}, current_person(), ${asked.owner}) returning id`)
  await db.run(sql`
    insert into dispute_item (organization_id, dispute_id, open_item_id)
    select current_organization(), ${id}, i from unnest(${[...new Set(asked.items)]}::bigint[]) as i`)
  await recordInJournal(db, {
    act: 'dispute.opened',
    thing: 'dispute',
    thingId: id,
    customerId: asked.customer,
    details: { reason: asked.reason, items: asked.items.length },
  })
  await factsChanged(db, [asked.customer])
  return id
}

/** The items come back to the scenario where they stood. */
export async function resolveDispute(
  db: Db,
  id: number,
  resolution: string,
  { today, factsChanged }: Told,
): Promise<void> {
  const { customer } = found(
    await db.maybe<{ customer: number }>(sql`
      update dispute set resolved_on = ${today}, resolution = ${resolution}
      where organization_id = current_organization() and id = ${id} and resolved_on is null returning customer_id as customer`),
  )
  await recordInJournal(db, {
    act: 'dispute.resolved',
    thing: 'dispute',
    thingId: id,
    customerId: customer,
    details: { resolution },
  })
  await factsChanged(db, [customer])
}

const ownItems = (db: Db, customer: number, items: readonly number[]) =>
  db.one<{ count: number }>(sql`
    select count(*)::int as count from open_item
    where organization_id = current_organization() and customer_id = ${customer} and id = any(${items})`)
