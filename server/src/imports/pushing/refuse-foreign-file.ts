import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { notFound } from '../../platform/http/app-error.ts'
import type { KeyBearer } from '../../platform/http/serve.ts'

/** A program reads what came of what it sent itself; all else is as if it were not there. A person (null) reads all. */
export async function refuseForeignFile(db: Db, file: number, key: KeyBearer | null): Promise<void> {
  if (!key) return
  const own = await db.maybe(sql`
    select from source_file
    where organization_id = current_organization() and id = ${file} and api_key_id = ${key.id}`)
  if (!own) throw notFound()
}
