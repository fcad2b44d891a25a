import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** The language of those who read what became of a message: the firm's, not the customer's. */
export const houseLanguage = async (db: Db): Promise<'fr' | 'en'> =>
  (
    await db.one<{ language: 'fr' | 'en' }>(sql`
    select language from organization where organization_id = current_organization()`)
  ).language
