import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** What an import changed: the way back. */
export interface ChangeMade {
  readonly thing: 'customer' | 'invoice'
  readonly id: number
  readonly before: object
  readonly after: object
}

/** What an import created, by kind. */
export type Created = Readonly<Record<'contact' | 'customer' | 'dispute' | 'invoice' | 'payment', readonly number[]>>

/** Said after the facts themselves: what is entered later was built on them. */
export async function recordChanges(
  db: Db,
  file: number,
  { created, changes }: { readonly created: Created; readonly changes: readonly ChangeMade[] },
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

/** Customers whose facts a file created or changed, those an invoice was taken from among them, in the order of their ids. */
export const customersTouchedBy = async (db: Db, file: number): Promise<number[]> => {
  const rows = await db.rows<{ id: number }>(sql`
    with mine as (
      select thing, thing_id, before from import_change
      where organization_id = current_organization() and source_file_id = ${file} and thing_id is not null
      union all
      select thing, unnest(created), null from import_change
      where organization_id = current_organization() and source_file_id = ${file} and created is not null
    )
    select thing_id as id from mine where thing = 'customer'
    union
    select c.customer_id from mine join contact c on c.organization_id = current_organization() and c.id = mine.thing_id
    where thing = 'contact'
    union
    select i.customer_id from mine join invoice i on i.organization_id = current_organization() and i.id = mine.thing_id
    where thing = 'invoice'
    union
    select (before ->> 'customerId')::bigint from mine where thing = 'invoice' and before is not null
    order by id`)
  return rows.map(({ id }) => id)
}
