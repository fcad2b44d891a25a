import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { changeByItself, type Outcome, type Turn } from '@quittance/core/disputes/dispute-standing.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { addEvent } from './events.ts'
import { closeDispute, reopen } from './queries.ts'

/**
 * Closes the disputes of these customers of which nothing is left to pay, and opens again those that had closed so and
 * of which something is left once more. Says so in the dispute; a second look changes nothing.
 */
export async function settleDisputes(db: Db, customers: readonly number[], today: CalendarDate): Promise<void> {
  for (const { id, customer, ...facts } of await standingOf(db, customers)) {
    const change = changeByItself(facts)
    if (change === null) continue
    if (change === 'settles') {
      await closeDispute(db, id, { outcome: 'settled', text: null, told: null, linked: null, on: today })
    } else {
      await reopen(db, id)
    }
    await addEvent(db, { dispute: id, kind: change === 'settles' ? 'settled' : 'reopened', on: today })
    const act = change === 'settles' ? 'dispute.settled' : 'dispute.reopened'
    await recordInJournal(db, { act, thing: 'dispute', thingId: id, customerId: customer, details: { byItself: true } })
  }
}

interface Standing {
  readonly id: number
  readonly customer: number
  readonly resolvedOn: CalendarDate | null
  readonly outcome: Outcome | null
  readonly deadline: CalendarDate | null
  readonly turn: Turn
  readonly leftOfItems: readonly number[]
}

const standingOf = (db: Db, customers: readonly number[]): Promise<Standing[]> =>
  db.rows(sql`
    select d.id, d.customer_id as customer, d.resolved_on as "resolvedOn", d.outcome, d.deadline, d.turn,
      (select coalesce(json_agg(i.amount_due), '[]') from dispute_item l
        join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id
        where l.organization_id = d.organization_id and l.dispute_id = d.id) as "leftOfItems"
    from dispute d
    where d.organization_id = current_organization() and d.customer_id = any(${customers})
      and (d.resolved_on is null or d.outcome = 'settled')`)

export interface OverdueDispute {
  readonly id: number
  readonly customer: number
  readonly owner: number | null
  readonly deadline: CalendarDate
  readonly items: readonly number[]
}

/** Open disputes whose deadline has gone by. */
export const overdueDisputes = (db: Db, customers: readonly number[], today: CalendarDate): Promise<OverdueDispute[]> =>
  db.rows(sql`
    select d.id, d.customer_id as customer, d.owner_id as owner, d.deadline,
      array(select l.open_item_id from dispute_item l
        where l.organization_id = d.organization_id and l.dispute_id = d.id) as items
    from dispute d
    where d.organization_id = current_organization() and d.customer_id = any(${customers}) and d.resolved_on is null
      and d.deadline < ${today}
    order by d.deadline, d.id`)
