import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { forWholeHouse } from '../people/whole-house.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { openDispute } from './open-dispute.ts'

/**
 * An imported file says these open items are disputed: one dispute a customer, about what nobody disputes yet. Answers the disputes;
 * whoever imports
 * has the customers decided again afterwards.
 */
export async function noteDisputesOfFile(db: Db, items: readonly number[], today: CalendarDate): Promise<number[]> {
  const disputes: number[] = []
  for (const { customer, some, language } of await byCustomer(db, items)) {
    const note = language === 'fr' ? 'En litige selon le fichier importé.' : 'Disputed, according to the imported file.'
    const asked = { customer, items: some, reason: 'other', note, owner: null } as const
    disputes.push(await forWholeHouse(db, () => openDispute(db, asked, { today, factsChanged: async () => undefined })))
  }
  return disputes
}

/** The import is undone: the disputes it opened go with it. */
export async function forgetDisputesOfFile(db: Db, disputes: readonly number[]): Promise<void> {
  await db.run(sql`delete from dispute where organization_id = current_organization() and id = any(${disputes})`)
}

const byCustomer = (db: Db, items: readonly number[]) =>
  db.rows<{ customer: number; some: number[]; language: Language }>(sql`
    select i.customer_id as customer, array_agg(i.id order by i.id) as some, min(o.language) as language
    from open_item i join organization o on o.organization_id = i.organization_id
    where i.organization_id = current_organization() and i.id = any(${items}) and i.amount_due > 0 and not exists (
      select from dispute_item l
      join dispute d on d.organization_id = l.organization_id and d.id = l.dispute_id and d.resolved_on is null
      where l.organization_id = i.organization_id and l.open_item_id = i.id)
    group by i.customer_id order by i.customer_id`)
