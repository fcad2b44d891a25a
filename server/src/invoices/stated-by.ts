import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'

/** What stood on an invoice before a file stated it. */
export interface StatedBefore {
  readonly id: number
  readonly source: number | null
  readonly since: string | null
  readonly file: number | null
}

/**
 * These invoices of a firm are stated by this source, and missing no more: one statement, which writes those only of whom
 * that is news. Answers all of them, and what stood on those written.
 */
export const stateBy = (
  db: Db,
  {
    source,
    legalEntity,
    numbers,
  }: { readonly source: number; readonly legalEntity: number; readonly numbers: readonly string[] },
): Promise<{ readonly ids: number[]; readonly before: StatedBefore[] }> =>
  db.one(sql`
    with stated as materialized (
      select id, source_id, missing_since, missing_file_id from invoice
      where organization_id = current_organization() and legal_entity_id = ${legalEntity} and number = any(${numbers})
    ), moved as (
      update invoice i set source_id = ${source}, missing_since = null, missing_file_id = null
      from stated s
      where i.organization_id = current_organization() and i.id = s.id
        and (s.source_id is distinct from ${source} or s.missing_since is not null)
      returning i.id
    )
    select coalesce(array_agg(s.id order by s.id), '{}') as ids, coalesce(jsonb_agg(jsonb_build_object('id', s.id,
      'source', s.source_id, 'since', s.missing_since, 'file', s.missing_file_id)) filter (where m.id is not null), '[]') as before
    from stated s left join moved m on m.id = s.id`)

/** Puts back what stood there; an invoice that another source has stated since stays as it is. */
export const stateAsBefore = (db: Db, source: number, before: readonly StatedBefore[]): Promise<number> =>
  before.length === 0
    ? Promise.resolve(0)
    : db.run(sql`
    update invoice i set source_id = b.source, missing_since = b.since, missing_file_id = b.file
    from jsonb_to_recordset(${sql.json(before)}::jsonb) as b (id bigint, source bigint, since date, file bigint)
    where i.organization_id = current_organization() and i.id = b.id and i.source_id = ${source}`)

/** Of which invoices a full file speaks; nothing given: of each its source stated before. */
export interface FullScope {
  /** Issue dates, both included. */
  readonly issuedFrom?: string | null
  readonly issuedTo?: string | null
  readonly customers?: readonly number[] | null
  /** A condition on the invoice `i`. */
  readonly among?: Sql
}

/**
 * Marks the invoices with something left that this source stated before and `held` (a subquery of ids) no longer has.
 * Those missing already keep their day. Answers the invoices. `held` is made a hash (`not in`, of ids that are never
 * null): the planner takes the arrays of a large file for a few rows, and would read them all for each invoice of a
 * `not exists`.
 */
export const markMissing = (
  db: Db,
  missing: {
    readonly source: number
    readonly legalEntity: number
    readonly file: number
    readonly on: string
    readonly scope: FullScope
    readonly held: Sql
  },
): Promise<{ readonly id: number; readonly number: string; readonly customer: number }[]> => {
  const { issuedFrom = null, issuedTo = null, customers = null, among = sql`true` } = missing.scope
  return db.rows(sql`
    update invoice i set missing_since = ${missing.on}, missing_file_id = ${missing.file}
    where i.organization_id = current_organization() and i.legal_entity_id = ${missing.legalEntity}
      and i.source_id = ${missing.source} and i.missing_since is null and ${among}
      and (${issuedFrom}::date is null or i.issue_date >= ${issuedFrom}::date)
      and (${issuedTo}::date is null or i.issue_date <= ${issuedTo}::date)
      and (${customers}::bigint[] is null or i.customer_id in (select unnest(${customers}::bigint[])))
      and exists (select from open_item o
        where o.organization_id = i.organization_id and o.invoice_id = i.id and o.amount_due <> 0)
      and i.id not in (select h.id from (${missing.held}) h)
    returning i.id, i.number, i.customer_id as customer`)
}

/** The file that found them missing does not count any more. */
export const unmarkMissing = (db: Db, file: number): Promise<{ readonly customer: number }[]> =>
  db.rows(sql`
    update invoice set missing_since = null, missing_file_id = null
    where organization_id = current_organization() and missing_file_id = ${file}
    returning customer_id as customer`)
