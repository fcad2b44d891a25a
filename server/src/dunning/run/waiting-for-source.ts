import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/** Customers of whom a contact asks a person to check first: news of a source may let it leave by itself again. */
export const waitingForSource = async (db: Db): Promise<number[]> => {
  const rows = await db.rows<{ id: number }>(sql`
    select customer_id as id from reminder
    where organization_id = current_organization() and state = 'pendingApproval' and because = 'checkFirst'
    union
    select d.customer_id from current_decision d
    join decision e on e.organization_id = d.organization_id and e.id = d.decision_id
    where d.organization_id = current_organization() and d.kind = 'take' and e.detail ? 'checkFirst'
    order by id`)
  return rows.map(({ id }) => id)
}
