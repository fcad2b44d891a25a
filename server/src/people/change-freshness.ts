import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { recordInJournal } from './journal.ts'

/** Working days after which a source of invoices is no longer fresh; null: sources do not age. */
export async function changeFreshness(db: Db, days: number | null): Promise<void> {
  const { id, before } = await db.one<{ id: number; before: number | null }>(sql`
    select organization_id as id, freshness_days as before from organization
    where organization_id = current_organization() for no key update`)
  if (before === days) return
  await db.run(sql`
    update organization set freshness_days = ${days} where organization_id = current_organization()`)
  const details = { freshnessDays: { from: before, to: days } }
  await recordInJournal(db, { act: 'changed', thing: 'organization', thingId: id, details })
}
