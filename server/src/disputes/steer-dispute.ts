import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { AwaitedDocument, Turn } from '@quittance/core/disputes/dispute-standing.ts'
import { unknownPerson } from '../customers/change-customer.ts'
import { personExists } from '../customers/queries.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { found } from '../platform/http/app-error.ts'
import { type ContestedPart, refuseContestedTwice, refuseParts } from './contested-parts.ts'
import { addEvent, type EventKind } from './events.ts'
import { refusePastDeadline, type Told } from './open-dispute.ts'
import { itemsOfDispute } from './queries.ts'

export interface Steering {
  readonly turn?: Turn | undefined
  readonly ownerId?: number | null | undefined
  readonly deadline?: CalendarDate | null | undefined
  readonly awaiting?: AwaitedDocument | null | undefined
  /** All parts anew; a due line without one is contested whole. */
  readonly parts?: readonly ContestedPart[] | undefined
}

/** Whose turn, who follows it, until when, what is awaited, which part: what changes is told in the dispute. */
export async function steerDispute(db: Db, id: number, asked: Steering, { today, factsChanged }: Told): Promise<void> {
  const before = found(await openNow(db, id))
  if (asked.ownerId && !(await personExists(db, asked.ownerId))) throw unknownPerson()
  if (asked.deadline !== before.deadline) refusePastDeadline(asked.deadline, today)
  const after = {
    turn: asked.turn ?? before.turn,
    owner: asked.ownerId === undefined ? before.owner : asked.ownerId,
    deadline: asked.deadline === undefined ? before.deadline : asked.deadline,
    awaiting: asked.awaiting === undefined ? before.awaiting : asked.awaiting,
  }
  await db.run(sql`
    update dispute set turn = ${after.turn}, owner_id = ${after.owner}, deadline = ${after.deadline}, awaiting = ${after.awaiting}
    where organization_id = current_organization() and id = ${id}`)
  const changed = (['turn', 'owner', 'deadline', 'awaiting'] as const).filter((one) => before[one] !== after[one])
  for (const kind of changed) await tell(db, { dispute: id, kind, to: after[kind], on: today })
  if (asked.parts) await changeParts(db, { dispute: id, customer: before.customer, parts: asked.parts, on: today })
  if (changed.length === 0 && !asked.parts) return
  await recordInJournal(db, {
    act: 'dispute.steered',
    thing: 'dispute',
    thingId: id,
    customerId: before.customer,
    details: {
      ...Object.fromEntries(changed.map((one) => [one, { before: before[one], after: after[one] }])),
      ...(asked.parts && { parts: asked.parts }),
    },
  })
  await factsChanged(db, [before.customer])
}

interface Change {
  readonly dispute: number
  readonly kind: Extract<EventKind, 'turn' | 'owner' | 'deadline' | 'awaiting'>
  readonly to: string | number | null
  readonly on: CalendarDate
}

async function tell(db: Db, { dispute, kind, to, on }: Change): Promise<void> {
  const named = kind === 'owner' && to !== null ? await nameOf(db, Number(to)) : to
  await addEvent(db, { dispute, kind, on, to: named === null ? null : String(named) })
}

const nameOf = async (db: Db, person: number): Promise<string> =>
  (
    await db.one<{ name: string }>(sql`
    select name from person where organization_id = current_organization() and id = ${person}`)
  ).name

async function changeParts(
  db: Db,
  {
    dispute,
    customer,
    parts,
    on,
  }: {
    readonly dispute: number
    readonly customer: number
    readonly parts: readonly ContestedPart[]
    readonly on: CalendarDate
  },
): Promise<void> {
  const before = await itemsOfDispute(db, dispute)
  const items = before.map(({ item }) => item)
  const kept = await refuseParts(db, { customer, items, parts })
  const partOf = new Map(kept.map(({ item, amount }) => [item, amount]))
  const changed = before.flatMap(({ item, amount }) => (amount === (partOf.get(item) ?? null) ? [] : [item]))
  await refuseContestedTwice(db, { items: changed, parts: kept, but: dispute })
  await db.run(sql`
    update dispute_item l set amount = (
      select g.amount from unnest(${kept.map(({ item }) => item)}::bigint[], ${kept.map(({ amount }) => amount)}::bigint[])
        as g (item, amount) where g.item = l.open_item_id)
    where l.organization_id = current_organization() and l.dispute_id = ${dispute}`)
  await addEvent(db, { dispute, kind: 'part', on })
}

interface OpenNow {
  readonly customer: number
  readonly turn: Turn
  readonly owner: number | null
  readonly deadline: CalendarDate | null
  readonly awaiting: AwaitedDocument | null
}

const openNow = (db: Db, id: number): Promise<OpenNow | null> =>
  db.maybe(sql`
    select customer_id as customer, turn, owner_id as owner, deadline, awaiting from dispute
    where organization_id = current_organization() and id = ${id} and resolved_on is null for update`)
