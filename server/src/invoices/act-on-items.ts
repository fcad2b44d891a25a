import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { refusePastDay, unknownPerson } from '../customers/change-customer.ts'
import type { FactsChanged } from '../customers/facts-changed.ts'
import { assignCollector, personExists } from '../customers/queries.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { type ChangedItem, itemsOf, pauseItems, resumeItems } from './queries.ts'

export type ItemsAct =
  | { readonly kind: 'pause'; readonly until: string; readonly note: string | null }
  | { readonly kind: 'resume' }
  | { readonly kind: 'assign'; readonly personId: number }

interface Told {
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
}

/** The same act on several due lines; answers how many changed. */
export async function actOnItems(db: Db, items: readonly number[], act: ItemsAct, told: Told): Promise<number> {
  if (act.kind === 'assign') return assign(db, items, act.personId, told)
  const changed = act.kind === 'resume' ? await resumeItems(db, items) : await pause(db, items, act, told)
  for (const { id, customer, invoice } of changed) {
    await recordInJournal(db, {
      act: act.kind === 'pause' ? 'paused' : 'resumed',
      thing: 'open_item',
      thingId: id,
      customerId: customer,
      invoiceId: invoice,
      details: act.kind === 'pause' ? { until: act.until, note: act.note } : {},
    })
  }
  await told.factsChanged(db, customersOf(changed))
  return changed.length
}

function pause(
  db: Db,
  items: readonly number[],
  { until, note }: { until: string; note: string | null },
  { today }: Told,
) {
  refusePastDay(until, today)
  return pauseItems(db, items, { on: today, until: until === 'furtherNotice' ? null : until, note })
}

/** The customers of these lines are followed by that person from now on. */
async function assign(db: Db, items: readonly number[], person: number, { factsChanged }: Told): Promise<number> {
  if (!(await personExists(db, person))) throw unknownPerson()
  const changed = await assignCollector(db, customersOf(await itemsOf(db, items)), person)
  for (const customer of changed) {
    await recordInJournal(db, {
      act: 'changed',
      thing: 'customer',
      thingId: customer,
      customerId: customer,
      details: { collectorId: person },
    })
  }
  await factsChanged(db, changed)
  return changed.length
}

const customersOf = (items: readonly ChangedItem[]): number[] => [...new Set(items.map((item) => item.customer))]
