import { recordInJournal } from '../people/journal.ts'
import { refuseOutsidePortfolio } from '../people/whole-house.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { AppError } from '../platform/http/app-error.ts'
import { addTask, type NewTask } from './act-queries.ts'

/** A task somebody wants done, and the journal says so; answers its id. */
export async function planTask(db: Db, task: NewTask): Promise<number> {
  if (task.customer !== null) await refuseOutsidePortfolio(db, task.customer)
  const { id } = await addTask(db, task)
  await recordInJournal(db, {
    act: 'task.added',
    thing: 'task',
    thingId: id,
    details: { title: task.title, dueOn: task.dueOn },
    ...(task.customer ? { customerId: task.customer } : {}),
  })
  return id
}

/** A task in the hands of somebody who has left would be seen by nobody. */
export async function refuseUnlessColleague(db: Db, person: number | null): Promise<void> {
  if (person === null) return
  const there = await db.maybe(sql`
    select id from person where organization_id = current_organization() and id = ${person} and is_active`)
  if (!there) throw noColleague()
}

const noColleague = (): AppError =>
  new AppError('noColleague', 400, {
    fr: 'Cette personne n’est pas, ou plus, de l’organisation : choisissez quelqu’un d’autre.',
    en: 'This person is not, or no longer, of the organisation: choose somebody else.',
  })
