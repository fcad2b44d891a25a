import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** The language of the organisation: what is said to its people by itself, and what its tasks are called in. */
export const houseLanguage = async (db: Db): Promise<'fr' | 'en'> =>
  (
    await db.one<{ language: 'fr' | 'en' }>(sql`
    select language from organization where organization_id = current_organization()`)
  ).language
