import { loadRunContext } from '../dunning/run/run-context.ts'
import type { ImportsContext } from '../imports/import-work.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/connection.ts'
import { transaction } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { bringStatement } from '../reconciliation/statements/bring-statement.ts'
import { planTask } from '../tasks/plan-task.ts'
import { importWork } from './import-work.ts'
import { organizations } from './schedule.ts'

/** The example company stands in nobody's way. */
const isExample = async (database: Database, organization: number): Promise<boolean> =>
  (
    await transaction(database.app, { organization, person: null, rights: 'none' }, (db) =>
      db.one<{ isDemo: boolean }>(sql`
        select is_demo as "isDemo" from organization where organization_id = current_organization()`),
    )
  ).isDemo

/** What watching folders asks of the words below it, and of the installation. */
export const watching = ({
  database,
  clock,
}: {
  readonly database: Database
  readonly clock: Clock
}): Pick<ImportsContext, 'askToLook' | 'isAlone' | 'bringStatement'> => ({
  isAlone: async (organization) => {
    for (const id of await organizations({ database })) {
      if (id !== organization && !(await isExample(database, id))) return false
    }
    return true
  },
  bringStatement: async ({ transaction, language, today }, file) => {
    const { factsChanged } = importWork({ database, clock })
    await bringStatement(file, { transaction, language, proposing: { today, factsChanged } })
  },
  askToLook: async (db, source, file) => {
    const { people, today } = await loadRunContext(db, clock.now())
    const { language } = await db.one<{ language: 'en' | 'fr' }>(sql`
      select language from organization where organization_id = current_organization()`)
    const title =
      language === 'fr'
        ? `Regarder le fichier « ${file.name} » de ${source.name}, dans Imports`
        : `Look at the file “${file.name}” of ${source.name}, in Imports`
    await planTask(db, { kind: 'other', title, customer: null, dueOn: today, assignee: people.collector, note: null })
  },
})
