import { type StatedBefore, stateAsBefore, stateBy, unmarkMissing } from '../../invoices/stated-by.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { SourceFileRow } from '../source-file-row.ts'

/**
 * A batch of a file names these invoices, be they new, changed, unchanged or refused: their source is the one of the file.
 * `numbers` of the firm of the file; those nobody has are left out.
 */
export async function noteStated(
  db: Db,
  { id, sourceId: source, legalEntityId: legalEntity }: Pick<SourceFileRow, 'id' | 'legalEntityId' | 'sourceId'>,
  numbers: readonly string[],
): Promise<void> {
  if (source === null || numbers.length === 0) return
  const { ids, before } = await stateBy(db, { source, legalEntity, numbers })
  if (ids.length === 0) return
  await db.run(sql`
    insert into stated_invoices (organization_id, source_file_id, invoices, before)
    values (current_organization(), ${id}, ${ids}::bigint[], ${before.length > 0 ? sql.json(before) : null}::jsonb)`)
}

/** Undoes what a file stated and what it missed, once its invoices are gone. Answers the customers concerned. */
export async function unstate(db: Db, { id, sourceId }: Pick<SourceFileRow, 'id' | 'sourceId'>): Promise<number[]> {
  if (sourceId === null) return []
  const concerned = await customersStatedAnew(db, id)
  const rows = await db.rows<{ before: StatedBefore[] }>(sql`
    select before from stated_invoices
    where organization_id = current_organization() and source_file_id = ${id} and before is not null
    order by id desc`)
  for (const { before } of rows) await stateAsBefore(db, sourceId, before)
  await db.run(sql`
    delete from stated_invoices where organization_id = current_organization() and source_file_id = ${id}`)
  const found = await unmarkMissing(db, id)
  return [...concerned, ...found.map(({ customer }) => customer)]
}

/** Customers of whom an invoice moved to another source with this file, or came back. */
export const customersStatedAnew = async (db: Db, file: number): Promise<number[]> => {
  const rows = await db.rows<{ id: number }>(sql`
    select distinct i.customer_id as id
    from stated_invoices s
    cross join lateral jsonb_to_recordset(s.before) as b (id bigint)
    join invoice i on i.organization_id = s.organization_id and i.id = b.id
    where s.organization_id = current_organization() and s.source_file_id = ${file} and s.before is not null`)
  return rows.map(({ id }) => id)
}
