import type { StatementMapping } from '@quittance/core/reconciliation/statements/table/statement-columns.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

export interface TaughtColumns {
  readonly id: number
  readonly headers: readonly string[]
  /** One a title; null is left out. */
  readonly columns: StatementMapping
  readonly taughtBy: string | null
  readonly taughtAt: string
}

export const taughtColumns = (db: Db): Promise<TaughtColumns[]> =>
  db.rows(sql`
    select s.id, s.headers, s.columns, p.name as "taughtBy", s.taught_at as "taughtAt"
    from statement_columns s
    left join person p on p.organization_id = s.organization_id and p.id = s.taught_by
    where s.organization_id = current_organization()
    order by s.id desc`)

export const columnsOf = async (db: Db, signature: string): Promise<StatementMapping | undefined> =>
  (
    await db.maybe<{ columns: StatementMapping }>(sql`
      select columns from statement_columns
      where organization_id = current_organization() and signature = ${signature}`)
  )?.columns

interface Taught {
  readonly signature: string
  readonly headers: readonly string[]
  readonly columns: StatementMapping
}

/** What was said last holds. */
export const keepColumns = (db: Db, { signature, headers, columns }: Taught): Promise<number> =>
  db.run(sql`
    insert into statement_columns (organization_id, signature, headers, columns, taught_by)
    values (current_organization(), ${signature}, ${headers}::text[], ${columns}::text[], current_person())
    on conflict (organization_id, signature) do update
    set headers = excluded.headers, columns = excluded.columns, taught_by = excluded.taught_by, taught_at = clock_timestamp()`)

export const removeColumns = (db: Db, id: number): Promise<number> =>
  db.run(sql`delete from statement_columns where organization_id = current_organization() and id = ${id}`)
