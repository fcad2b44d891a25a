import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { AppError } from '../../platform/http/app-error.ts'
import { applyFile } from '../applying/apply-file.ts'
import { startImport } from '../applying/start-import.ts'
import { type Importer, type ImportWork, importerOf } from '../import-work.ts'

/**
 * Brings in the files that a program asked to have imported, as soon as each is checked and nothing else goes in; called
 * at the end of every check and every import, so that none is left waiting.
 */
export async function applyAsked(work: ImportWork, organization: number): Promise<void> {
  const importer = await importerOf(work, { organization, person: null })
  for (;;) {
    const file = await importer.transaction(nextAsked)
    if (!file || !(await begins(importer, file.id))) return
    await applyFile(work, organization, file.id)
  }
}

const nextAsked = (db: Db): Promise<{ readonly id: number } | null> =>
  db.maybe(sql`
    select id from source_file
    where organization_id = current_organization() and apply_asked and state = 'checked'
    order by id
    limit 1`)

/** Once: rows that are corrected later wait for a person. False while another file goes in, whose end calls again. */
async function begins({ transaction }: Importer, file: number): Promise<boolean> {
  try {
    await transaction(async (db) => {
      await startImport(db, file, { rememberMapping: false, chasedUpTo: null })
      await db.run(sql`
        update source_file set apply_asked = false where organization_id = current_organization() and id = ${file}`)
    })
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'anotherImportRuns') return false
    throw error
  }
}
