import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** What an import changed: the way back. */
export interface ChangeMade {
  readonly thing: 'customer' | 'invoice' | 'payment'
  readonly id: number
  readonly before: object
  readonly after: object
}

/** What an import created, by kind. */
export type Created = Readonly<
  Record<
    | 'allocation'
    | 'contact'
    | 'customer'
    | 'customerIban'
    | 'dispute'
    | 'invoice'
    | 'payment'
    /** Invoices that had no file, or no word of their payment, and have one now. */
    | 'invoiceFile'
    | 'paymentInstruction',
    readonly number[]
  >
>

/** Said after the facts themselves: what is entered later was built on them. */
export async function recordChanges(
  db: Db,
  file: number,
  { created, changes }: { readonly created: Partial<Created>; readonly changes: readonly ChangeMade[] },
): Promise<void> {
  for (const [thing, ids] of Object.entries(created)) {
    if (ids.length === 0) continue
    await db.run(sql`
      insert into import_change (organization_id, source_file_id, thing, created)
      values (current_organization(), ${file}, ${thing}, ${ids}::bigint[])`)
  }
  if (changes.length === 0) return
  await db.run(sql`
    insert into import_change (organization_id, source_file_id, thing, thing_id, before, after)
    select current_organization(), ${file}, thing, id, before::jsonb, after::jsonb
    from unnest(${changes.map(({ thing }) => thing)}::text[], ${changes.map(({ id }) => id)}::bigint[],
      ${changes.map(({ before }) => sql.json(before))}::text[],
      ${changes.map(({ after }) => sql.json(after))}::text[]) as made (thing, id, before, after)`)
}

/** Invoices that a file brought in so far. */
export const invoicesMadeBy = async (db: Db, file: number): Promise<number[]> =>
  (
    await db.rows<{ id: number }>(sql`
      select unnest(created) as id from import_change
      where organization_id = current_organization() and source_file_id = ${file} and thing = 'invoice'
        and created is not null`)
  ).map(({ id }) => id)

/** The last change a file made so far; 0 for none. */
export const lastChangeOf = async (db: Db, file: number): Promise<number> =>
  (
    await db.one<{ last: number }>(sql`
      select coalesce(max(id), 0) as last from import_change
      where organization_id = current_organization() and source_file_id = ${file}`)
  ).last

/**
 * Customers whose facts a file created or changed, those an invoice was taken from among them, in the order of their ids;
 * of what it did `after` one of its changes.
 */
export const customersTouchedBy = async (db: Db, file: number, after = 0): Promise<number[]> => {
  const rows = await db.rows<{ id: number }>(sql`
    with mine as (
      select thing, thing_id, before from import_change
      where organization_id = current_organization() and source_file_id = ${file} and thing_id is not null and id > ${after}
      union all
      select thing, unnest(created), null from import_change
      where organization_id = current_organization() and source_file_id = ${file} and created is not null and id > ${after}
    )
    select thing_id as id from mine where thing = 'customer'
    union
    select c.customer_id from mine join contact c on c.organization_id = current_organization() and c.id = mine.thing_id
    where thing = 'contact'
    union
    select i.customer_id from mine join invoice i on i.organization_id = current_organization() and i.id = mine.thing_id
    where thing = 'invoice'
    union
    select p.customer_id from mine join payment p on p.organization_id = current_organization() and p.id = mine.thing_id
    where thing = 'payment'
    union
    select o.customer_id from mine
    join allocation a on a.organization_id = current_organization() and a.id = mine.thing_id
    join open_item o on o.organization_id = a.organization_id and o.id = a.open_item_id
    where thing = 'allocation'
    union
    select (before ->> 'customerId')::bigint from mine where thing = 'invoice' and before is not null
    order by id`)
  return rows.map(({ id }) => id)
}
