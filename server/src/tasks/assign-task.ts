import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { recordInJournal } from '../people/journal.ts'
import { forWholeHouse } from '../people/whole-house.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { found } from '../platform/http/app-error.ts'
import { addTaskEvent } from './task-events.ts'

interface Handed {
  readonly task: number
  readonly person: number
  readonly note: string | null
  readonly today: CalendarDate
}

/** In other hands: the new owner sees from whom and with what words, and the course of the task keeps both. */
export async function assignTask(db: Db, { task, person, note, today }: Handed): Promise<void> {
  // Seen with the eyes of whoever asks; written with those of the house, for it may leave their sight with this.
  const before = found(
    await db.maybe<{ from: number | null; customer: number | null }>(sql`
      select assignee_id as from, customer_id as customer from task
      where organization_id = current_organization() and id = ${task} and state in ('todo', 'snoozed')
        and exists (select from person p where p.organization_id = current_organization() and p.id = ${person} and p.is_active)
      for update`),
  )
  await forWholeHouse(db, async () => {
    await db.run(sql`
      update task set assignee_id = ${person}, assigned_by = current_person(), assigned_on = ${today}, assigned_note = ${note}
      where organization_id = current_organization() and id = ${task}`)
    await addTaskEvent(db, { task, kind: 'assigned', on: today, from: before.from, to: person, note })
  })
  await recordInJournal(db, {
    act: 'task.assigned',
    thing: 'task',
    thingId: task,
    details: { from: before.from, person, note },
    ...(before.customer ? { customerId: before.customer } : {}),
  })
}
