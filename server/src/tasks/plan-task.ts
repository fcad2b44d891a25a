import { recordInJournal } from '../people/journal.ts'
import { refuseOutsidePortfolio } from '../people/whole-house.ts'
import type { Db } from '../platform/database/db.ts'
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
