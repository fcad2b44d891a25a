import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { SourceFileRow } from '../source-file-row.ts'
import type { Held } from './work-share.ts'

/** What of a checked file is to go in: a ledger tells its payments apart. */
export const workAhead = (db: Db, { id, ledger, size }: Pick<SourceFileRow, 'id' | 'ledger' | 'size'>): Promise<Held> =>
  db.one(sql`
    select count(first_line) as held,
      count(*) filter (where compared = 'new' and total > 0 and amount_due < total and ${ledger === null}) as paid, (
        select count(*) from dropped_file
        where organization_id = current_organization() and source_file_id = ${id} and sha256 is not null
          and (state = 'toAttach' or state = 'unknown' and line is not null)) as files, ${size}::bigint as bytes
    from source_row
    where organization_id = current_organization() and source_file_id = ${id}`)
