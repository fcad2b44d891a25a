import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { AppError } from '../platform/http/app-error.ts'

/**
 * Until the end of the transaction nothing else begins to come in: two imports would each make the customers they both
 * name. To be asked for before any file is locked, so that nobody waits for each other.
 */
export async function waitForTurn(db: Db): Promise<void> {
  await db.rows(sql`select pg_advisory_xact_lock(hashtextextended('imports', current_organization()))`)
}

/** Throws AppError 409 while a file is on its way in. */
export async function refuseWhileAnother(db: Db): Promise<void> {
  const { goes } = await db.one<{ goes: boolean }>(sql`
    select exists (
      select from source_file where organization_id = current_organization() and state = 'importing') as goes`)
  if (goes) throw anotherRuns()
}

const anotherRuns = (): AppError =>
  new AppError(
    'anotherImportRuns',
    409,
    {
      fr: 'Un autre fichier est en cours d’import. Attendez sa fin, puis importez celui-ci.',
      en: 'Another file is being imported. Wait for its end, then import this one.',
    },
    { retryAfterSeconds: 10 },
  )
