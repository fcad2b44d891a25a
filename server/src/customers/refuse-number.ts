import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** No SMS goes to these contacts any more, until somebody writes another number. */
export const refuseNumbers = (db: Db, contacts: readonly number[]): Promise<number> =>
  db.run(sql`
    update contact set phone_refused = phone where organization_id = current_organization() and id = any(${contacts})`)
