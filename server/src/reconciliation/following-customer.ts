import type { Following, Pair } from '../customers/merging/following.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** The tables of the bank whose rows name a customer. */
export const reconciliationFollowing: readonly Following[] = [
  { table: 'bank_line', column: 'customer_id', how: 'moves' },
  { table: 'bank_hold', column: 'customer_id', how: 'moves' },
  { table: 'bank_rule', column: 'customer_id', how: 'moves' },
]

/** A line that may concern both keeps back the one that is left. */
export const joinBankHolds = (db: Db, { kept, other }: Pair): Promise<number> =>
  db.run(sql`
    delete from bank_hold h
    where h.organization_id = current_organization() and h.customer_id = ${other} and exists (
      select from bank_hold k
      where k.organization_id = h.organization_id and k.bank_line_id = h.bank_line_id and k.customer_id = ${kept})`)
