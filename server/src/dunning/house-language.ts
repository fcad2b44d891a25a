import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** The language of the organisation: what is said to its people by itself, and what its tasks are called in. */
export const houseLanguage = async (db: Db): Promise<Language> =>
  (
    await db.one<{ language: Language }>(sql`
    select language from organization where organization_id = current_organization()`)
  ).language
