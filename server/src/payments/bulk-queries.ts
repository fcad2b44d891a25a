import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type { NewPayment } from './queries.ts'

/** Many payments of one firm in one statement; one whose entry key was used before is left out of the answer. */
export const insertPayments = (
  db: Db,
  payments: readonly (NewPayment & { readonly entryKey: string })[],
): Promise<{ readonly id: number; readonly entryKey: string }[]> =>
  payments.length === 0
    ? Promise.resolve([])
    : db.rows(sql`
    insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means, reference,
      origin, entry_key, entered_by)
    select current_organization(), legal_entity, customer, received, currency, amount, means, reference, origin, key,
      current_person()
    from unnest(${payments.map((one) => one.legalEntity)}::bigint[], ${payments.map((one) => one.customer)}::bigint[],
      ${payments.map((one) => one.receivedOn)}::date[], ${payments.map((one) => one.currency)}::text[],
      ${payments.map((one) => one.amount)}::bigint[], ${payments.map((one) => one.means)}::text[],
      ${payments.map((one) => one.reference)}::text[], ${payments.map((one) => one.origin)}::text[],
      ${payments.map((one) => one.entryKey)}::text[]
    ) as given (legal_entity, customer, received, currency, amount, means, reference, origin, key)
    on conflict (organization_id, entry_key) do nothing
    returning id, entry_key as "entryKey"`)

/** As if they had never been: gives back to the open items what these payments settled, then removes both. */
export async function removePayments(db: Db, ids: readonly number[]): Promise<void> {
  await db.run(sql`
    insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on, reverses_id, entered_by)
    select a.organization_id, a.open_item_id, a.payment_id, -a.amount, a.allocated_on, a.id, current_person()
    from allocation a
    where a.organization_id = current_organization() and a.payment_id = any(${ids}) and a.reverses_id is null
      and not exists (
        select from allocation r where r.organization_id = a.organization_id and r.reverses_id = a.id)`)
  await db.run(sql`delete from payment where organization_id = current_organization() and id = any(${ids})`)
}
