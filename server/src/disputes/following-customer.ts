import type { Following } from '../customers/merging/following.ts'
import { sql } from '../platform/database/sql.ts'

/** The tables of disputes whose rows name a customer. */
export const disputesFollowing: readonly Following[] = [
  {
    table: 'dispute',
    column: 'customer_id',
    how: 'moves',
    about: sql`
      select dispute_id as id, open_item_id as item from dispute_item where organization_id = current_organization()`,
    stands: sql`t.resolved_on is null`,
  },
]
