import { loadRunContext } from '../dunning/run/run-context.ts'
import type { ImportsContext } from '../imports/import-work.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/connection.ts'
import { transaction } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { planTask } from '../tasks/plan-task.ts'

/** What watching folders asks of the words below it, and of the installation. */
export const watching = ({
  database,
  clock,
}: {
  readonly database: Database
  readonly clock: Clock
}): Pick<ImportsContext, 'askToLook' | 'isAlone'> => ({
  isAlone: async (organization) => {
    const scope = { organization: null, person: null, rights: 'none' } as const
    const all = await transaction(database.app, scope, (db) =>
      db.rows<{ id: number }>(sql`select organization_ids() as id`),
    )
    return all.every(({ id }) => id === organization)
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
