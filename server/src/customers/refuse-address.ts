import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** The address does not work: no more mail to it until somebody corrects it. */
export const refuseAddress = (
  db: Db,
  customer: number,
  addresses: readonly string[],
  on: string,
  reply: string,
): Promise<number> =>
  db.run(sql`
    update contact set email_refused_on = ${on}, email_refusal = ${reply}
    where organization_id = current_organization() and customer_id = ${customer} and lower(email) = any(${addresses.map((a) => a.toLowerCase())})`)
