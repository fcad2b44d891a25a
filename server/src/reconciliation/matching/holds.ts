import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

export interface Held {
  readonly line: number
  readonly customer: number
}

/**
 * Whose reminders wait for these lines, in place of those who waited before; credits kept back stay. Answers the
 * customers for whom something changed.
 */
export async function keepHolds(db: Db, lines: readonly number[], held: readonly Held[]): Promise<number[]> {
  const gone = await db.rows<{ customer: number }>(sql`
    delete from bank_hold h
    where h.organization_id = current_organization() and h.bank_line_id = any(${lines}) and h.payment_id is null
      and not exists (
        select from unnest(${held.map(({ line }) => line)}::bigint[], ${held.map(({ customer }) => customer)}::bigint[]) as g(line, customer)
        where g.line = h.bank_line_id and g.customer = h.customer_id)
    returning h.customer_id as customer`)
  const added = await db.rows<{ customer: number }>(sql`
    insert into bank_hold (organization_id, bank_line_id, customer_id, booked_on)
    select b.organization_id, b.id, g.customer, b.booked_on
    from unnest(${held.map(({ line }) => line)}::bigint[], ${held.map(({ customer }) => customer)}::bigint[]) as g(line, customer)
    join bank_line b on b.organization_id = current_organization() and b.id = g.line
    on conflict do nothing
    returning customer_id as customer`)
  return [...new Set([...gone, ...added].map(({ customer }) => customer))]
}

/** The line is settled, or is to be looked at anew: nobody waits for it any more. Answers who did. */
export const dropHolds = async (db: Db, line: number): Promise<number[]> => {
  const rows = await db.rows<{ customer: number }>(sql`
    delete from bank_hold where organization_id = current_organization() and bank_line_id = ${line}
    returning customer_id as customer`)
  return rows.map(({ customer }) => customer)
}

/** The customer is not chased as long as something of this payment is left to allocate. */
export const holdUntilAllocated = (
  db: Db,
  { line, customer, payment }: Held & { readonly payment: number },
): Promise<number> =>
  db.run(sql`
    insert into bank_hold (organization_id, bank_line_id, customer_id, booked_on, payment_id)
    select organization_id, id, ${customer}, booked_on, ${payment} from bank_line
    where organization_id = current_organization() and id = ${line}`)
