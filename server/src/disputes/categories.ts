import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { AppError, found } from '../platform/http/app-error.ts'

/** Those that may be chosen, by name. */
export const categoriesInUse = (db: Db): Promise<{ id: number; name: string }[]> =>
  db.rows(sql`
    select id, name from dispute_category
    where organization_id = current_organization() and archived_on is null order by lower(name), id`)

/** Null for one that was archived. */
export const categoryInUse = (db: Db, id: number): Promise<{ id: number } | null> =>
  db.maybe(sql`
    select id from dispute_category
    where organization_id = current_organization() and id = ${id} and archived_on is null`)

/** AppError 409 where one of that name is in use. */
export async function addCategory(db: Db, name: string): Promise<number> {
  const added = await db.maybe<{ id: number }>(sql`
    insert into dispute_category (organization_id, name) values (current_organization(), ${name})
    on conflict (organization_id, lower(name)) where archived_on is null do nothing returning id`)
  if (!added) {
    throw new AppError('categoryExists', 409, {
      fr: 'Ce motif existe déjà\u00a0: choisissez un autre nom.',
      en: 'This reason exists already: choose another name.',
    })
  }
  await recordInJournal(db, { act: 'added', thing: 'dispute_category', thingId: added.id, details: { name } })
  return added.id
}

/** Disputes that have it keep it. */
export async function archiveCategory(db: Db, id: number, on: CalendarDate): Promise<void> {
  const { name } = found(
    await db.maybe<{ name: string }>(sql`
      update dispute_category set archived_on = ${on}
      where organization_id = current_organization() and id = ${id} and archived_on is null returning name`),
  )
  await recordInJournal(db, { act: 'archived', thing: 'dispute_category', thingId: id, details: { name } })
}
