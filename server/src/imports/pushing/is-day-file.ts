import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/** Whether it is what a program pushed in a day, of which there are rows and no bytes: it is never read again. */
export const isDayFile = async (db: Db, file: number): Promise<boolean> =>
  (
    await db.one<{ is: boolean }>(sql`
      select exists (
        select from source_file
        where organization_id = current_organization() and id = ${file} and pushed_on is not null) as is`)
  ).is
