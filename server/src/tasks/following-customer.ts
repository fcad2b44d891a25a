import type { Following, Imaged, Pair } from '../customers/merging/following.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** The tables of tasks whose rows name a customer. */
export const tasksFollowing: readonly Following[] = [
  {
    table: 'task',
    column: 'customer_id',
    how: 'moves',
    about: sql`
      select task_id as id, open_item_id as item from task_item where organization_id = current_organization()
      union
      select id, open_item_id from task where organization_id = current_organization() and open_item_id is not null`,
  },
  { table: 'task_recurrence', column: 'customer_id', how: 'moves' },
]

/** Open ones come and go with the facts; one about a broken word is there once for a customer and day. */
export const tasksImaged: readonly Imaged[] = [
  {
    table: 'task',
    key: ['id'],
    parts: { table: 'task_item', column: 'task_id' },
    of: (customers) =>
      sql`t.customer_id = any(${customers}) and (t.state in ('todo', 'snoozed') or t.broken_on is not null)`,
  },
]

/** Of two tasks that one customer may have once only, that of the one kept stays. */
export async function joinTasks(db: Db, { kept, other }: Pair): Promise<void> {
  await db.run(sql`
    update task t set state = 'dropped', because = 'settled', ended_at = moment(), ended_by = current_person()
    where t.organization_id = current_organization() and t.customer_id = ${other} and t.state in ('todo', 'snoozed')
      and exists (select from task k where k.organization_id = t.organization_id and k.customer_id = ${kept}
        and ((k.state in ('todo', 'snoozed') and k.kind = t.kind and k.kind in ('correctAddress', 'allocateCredit', 'resolveUncertain'))
          or (k.because = t.because and k.broken_on = t.broken_on)))`)
  await db.run(sql`
    update task t set broken_on = null
    where t.organization_id = current_organization() and t.customer_id = ${other} and t.broken_on is not null
      and exists (select from task k where k.organization_id = t.organization_id and k.customer_id = ${kept}
        and (k.because = t.because or t.because = 'settled') and k.broken_on = t.broken_on)`)
}

/** After a separation nobody is asked about due lines of the other one. */
export const partTasks = (db: Db, { kept, other }: Pair): Promise<number> =>
  db.run(sql`
    delete from task_item x using task t, open_item i
    where x.organization_id = current_organization() and t.organization_id = x.organization_id and t.id = x.task_id
      and i.organization_id = x.organization_id and i.id = x.open_item_id and t.state in ('todo', 'snoozed')
      and ((t.customer_id = ${kept} and i.customer_id = ${other}) or (t.customer_id = ${other} and i.customer_id = ${kept}))`)
