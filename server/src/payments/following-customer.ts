import type { Following } from '../customers/merging/following.ts'
import { sql } from '../platform/database/sql.ts'

/** The tables of payments whose rows name a customer. */
export const paymentsFollowing: readonly Following[] = [
  {
    table: 'payment',
    column: 'customer_id',
    how: 'moves',
    about: sql`
      select a.payment_id as id, a.open_item_id as item from allocation a
      where a.organization_id = current_organization() and a.payment_id is not null and a.reverses_id is null
        and not exists (select from allocation v where v.organization_id = a.organization_id and v.reverses_id = a.id)`,
  },
]
