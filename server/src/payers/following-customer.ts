import type { Following, Imaged, Pair } from '../customers/merging/following.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** The tables of payers whose rows name a customer. */
export const payersFollowing: readonly Following[] = [
  { table: 'payer_profile', column: 'customer_id', how: 'counted' },
  { table: 'declared_profile', column: 'customer_id', how: 'decided' },
]

/** Rows kept as they were before a merge. */
export const payersImaged: readonly Imaged[] = [
  { table: 'declared_profile', key: ['customer_id'], of: (customers) => sql`t.customer_id = any(${customers})` },
]

/** A customer has one profile somebody chose: that of the one kept, else that of the other. */
export const joinProfiles = (db: Db, { kept, other }: Pair): Promise<number> =>
  db.run(sql`
    insert into declared_profile (organization_id, customer_id, profile, note, declared_on, declared_by)
    select organization_id, ${kept}, profile, note, declared_on, declared_by from declared_profile
    where organization_id = current_organization() and customer_id = ${other}
    on conflict (organization_id, customer_id) do nothing`)
