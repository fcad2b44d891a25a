import type { Imaged, Pair } from '../customers/merging/following.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** What imports changed in invoices of these customers: it names the customer each had. */
export const importsImaged: readonly Imaged[] = [
  {
    table: 'import_change',
    key: ['id'],
    of: (customers) => sql`t.thing = 'invoice' and t.thing_id in (
      select i.id from invoice i where i.organization_id = current_organization() and i.customer_id = any(${customers}))`,
  },
]

/** An import that is undone gives invoices back to a customer who is there. */
export const renameInChanges = (db: Db, { kept, other }: Pair): Promise<number> =>
  db.run(sql`
    update import_change t
    set before = case when before ->> 'customerId' = ${String(other)} then jsonb_set(before, '{customerId}', to_jsonb(${kept}::bigint)) else before end,
      after = case when after ->> 'customerId' = ${String(other)} then jsonb_set(after, '{customerId}', to_jsonb(${kept}::bigint)) else after end
    where t.organization_id = current_organization() and t.thing = 'invoice' and t.thing_id in (
      select i.id from invoice i where i.organization_id = current_organization() and i.customer_id in (${kept}, ${other}))
      and ${String(other)} in (before ->> 'customerId', after ->> 'customerId')`)
