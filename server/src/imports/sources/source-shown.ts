import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { SourceFileRow } from '../source-file-row.ts'
import type { Holds } from './give-source.ts'

/** Where a file comes from, also before it is in, and how many invoices it no longer holds. */
export const sourceShown = (
  db: Db,
  { id, sourceId, legalEntityId, signature }: Pick<SourceFileRow, 'id' | 'legalEntityId' | 'signature' | 'sourceId'>,
): Promise<{
  readonly source: { readonly id: number; readonly name: string; readonly holds: Holds } | null
  readonly missing: number
}> =>
  db.one(sql`
    select (
      select json_build_object('id', s.id, 'name', s.name, 'holds', s.holds) from source s
      where s.organization_id = current_organization() and (s.id = ${sourceId}
        or ${sourceId}::bigint is null and s.kind = 'upload' and s.legal_entity_id = ${legalEntityId} and s.mark = ${signature})
    ) as source,
    (select count(*) from invoice i
      where i.organization_id = current_organization() and i.missing_file_id = ${id}) as missing`)
