import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** What an import created (`before` null) or changed: the way back. */
export interface ChangeMade {
  readonly thing: 'customer' | 'contact' | 'invoice' | 'payment' | 'dispute'
  readonly id: number
  readonly before?: object
  readonly after?: object
}

export const recordChanges = (db: Db, file: number, changes: readonly ChangeMade[]): Promise<number> =>
  changes.length === 0
    ? Promise.resolve(0)
    : db.run(sql`
    insert into import_change (organization_id, source_file_id, thing, thing_id, before, after)
    select current_organization(), ${file}, thing, id, before::jsonb, after::jsonb
    from unnest(${changes.map(({ thing }) => thing)}::text[], ${changes.map(({ id }) => id)}::bigint[],
      ${changes.map(({ before }) => (before ? sql.json(before) : null))}::text[],
      ${changes.map(({ after }) => (after ? sql.json(after) : null))}::text[]) as made (thing, id, before, after)`)
