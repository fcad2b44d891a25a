import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/**
 * Customers with something open of this source (null: of any) of whom a contact asks a person to check first: news of the
 * source may let it leave by itself again.
 */
export const waitingForSource = async (db: Db, source: number | null): Promise<number[]> => {
  const rows = await db.rows<{ id: number }>(sql`
    with waiting as materialized (
      select customer_id as id from reminder
      where organization_id = current_organization() and state = 'pendingApproval' and because = 'checkFirst'
      union
      select d.customer_id from current_decision d
      join decision e on e.organization_id = d.organization_id and e.id = d.decision_id
      where d.organization_id = current_organization() and d.kind = 'take' and e.detail ? 'checkFirst')
    select w.id from waiting w
    where ${source}::bigint is null or exists (
      select from open_item o
      join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
      where o.organization_id = current_organization() and o.customer_id = w.id and o.amount_due <> 0
        and i.source_id = ${source})
    order by w.id`)
  return rows.map(({ id }) => id)
}
