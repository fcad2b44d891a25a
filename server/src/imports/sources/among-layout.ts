import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import type { SourceFileRow } from '../source-file-row.ts'

/**
 * Two lists may come from one folder, invoices and credit notes say: a full file of one layout says nothing of what came
 * in the other. The condition on the invoice `i`; true for all where the source has one layout only.
 */
export async function amongLayout(
  db: Db,
  { id, sourceId, signature }: Pick<SourceFileRow, 'id' | 'signature' | 'sourceId'>,
): Promise<Sql> {
  const { others } = await db.one<{ others: boolean }>(sql`
    select exists (
      select from source_file
      where organization_id = current_organization() and source_id = ${sourceId} and id <> ${id}
        and good_at is not null and signature is distinct from ${signature}) as others`)
  if (!others) return sql`true`
  return sql`i.id in (
    select unnest(s.invoices) from stated_invoices s
    join source_file f on f.organization_id = s.organization_id and f.id = s.source_file_id
    where s.organization_id = current_organization() and f.source_id = ${sourceId}
      and f.signature is not distinct from ${signature})`
}
