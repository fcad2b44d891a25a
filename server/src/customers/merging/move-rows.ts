import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import type { Following, Pair } from './following.ts'

const names = ({ table, column, key = 'id' }: Following) => ({
  table: sql.identifier(table),
  column: sql.identifier(column),
  key: sql.identifier(key),
  source: table,
})

/** All rows of the one go over to the other, each noted for the way back. */
export function moveRows(db: Db, following: Following, { kept, other }: Pair): Promise<number> {
  const { table, column, key, source } = names(following)
  return db.run(sql`
    with moved as (
      update ${table} t set ${column} = ${kept}
      where t.organization_id = current_organization() and t.${column} = ${other} and t.${key} <> ${notItself(following, kept)}
      returning t.${key} as row_id
    )
    insert into merged_row (organization_id, customer_id, source, row_id)
    select current_organization(), ${other}, ${source}, row_id from moved`)
}

/** A customer does not come to belong to itself, and is no name of its own. */
const notItself = ({ table }: Following, kept: number): Sql =>
  table === 'customer' || table === 'customer_alias' ? sql`${kept}` : sql`0`

/** The rows that had come with it go back, as far as they are still with the one they came to. */
export function moveRowsBack(db: Db, following: Following, { kept, other }: Pair): Promise<number> {
  const { table, column, key, source } = names(following)
  return db.run(sql`
    update ${table} t set ${column} = ${other}
    from merged_row m
    where m.organization_id = current_organization() and m.customer_id = ${other} and m.source = ${source}
      and t.organization_id = m.organization_id and t.${key} = m.row_id and t.${column} = ${kept}`)
}

/** What was entered since the merge and is only about due lines that went back goes with them. */
export async function moveSince(
  db: Db,
  following: Following,
  { kept, other, newerThan }: Pair & { readonly newerThan: number },
): Promise<number> {
  const { about } = following
  if (!about) return 0
  const { table, column, key } = names(following)
  const isOther = sql`exists (select from open_item i where i.organization_id = current_organization() and i.id = a.item and i.customer_id = ${other})`
  return db.run(sql`
    update ${table} t set ${column} = ${other}
    where t.organization_id = current_organization() and t.${column} = ${kept} and t.${key} > ${newerThan}
      and exists (select from (${about}) a where a.id = t.${key} and ${isOther})
      and not exists (select from (${about}) a where a.id = t.${key} and not ${isOther})`)
}

/** How many rows of a table were entered after that one; undefined: not kept, none. */
export async function countSince(
  db: Db,
  following: Following,
  customer: number,
  newerThan: number | undefined,
): Promise<number> {
  if (newerThan === undefined) return 0
  const { table, column, key } = names(following)
  const { count } = await db.one<{ count: number }>(sql`
    select count(*)::int as count from ${table} t
    where t.organization_id = current_organization() and t.${column} = ${customer} and t.${key} > ${newerThan}`)
  return count
}

export async function countRows(db: Db, following: Following, customer: number): Promise<number> {
  const { table, column } = names(following)
  const { count } = await db.one<{ count: number }>(sql`
    select count(*)::int as count from ${table} t
    where t.organization_id = current_organization() and t.${column} = ${customer}`)
  return count
}

/** The highest key of both: a row above it was entered later. */
export async function latestRow(db: Db, following: Following, customers: readonly number[]): Promise<number> {
  const { table, column, key } = names(following)
  const { latest } = await db.one<{ latest: number }>(sql`
    select coalesce(max(t.${key}), 0) as latest from ${table} t
    where t.organization_id = current_organization() and t.${column} = any(${customers})`)
  return latest
}
