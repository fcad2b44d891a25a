import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import type { Imaged } from './following.ts'

/** A row as it was, with the rows that are part of it. */
export interface Image {
  readonly row: Readonly<Record<string, unknown>>
  readonly parts: readonly Readonly<Record<string, unknown>>[]
}

/** The rows of these customers by their key, and those of `keys` wherever they are now. */
export async function imagesOf(
  db: Db,
  imaged: Imaged,
  customers: readonly number[],
  keys: readonly string[] = [],
): Promise<Map<string, Image>> {
  const { table, key, parts } = imaged
  const partsOf = parts
    ? sql`coalesce((select jsonb_agg(to_jsonb(p) order by to_jsonb(p)) from ${sql.identifier(parts.table)} p
        where p.organization_id = t.organization_id and p.${sql.identifier(parts.column)} = t.id), '[]')`
    : sql`'[]'::jsonb`
  const rows = await db.rows<Image & { key: string }>(sql`
    select ${keyOf(key)} as key, to_jsonb(t) as row, ${partsOf} as parts
    from ${sql.identifier(table)} t
    where t.organization_id = current_organization() and (${imaged.of(customers)} or ${isOneOf(key, keys)})
    order by 1`)
  return new Map(rows.map(({ key: named, ...image }) => [named, image]))
}

const keyOf = (columns: readonly string[]): Sql =>
  sql`concat_ws('/', ${sql.join(
    columns.map((column) => sql`t.${sql.identifier(column)}`),
    sql`, `,
  )})`

/** By the first column of the key, which an index leads with. */
const isOneOf = (columns: readonly string[], keys: readonly string[]): Sql =>
  sql`t.${sql.identifier(columns[0] ?? 'id')} = any(${keys.map((key) => Number(key.split('/')[0]))}::bigint[]) and ${keyOf(columns)} = any(${keys})`

const isSame = (a: Image | null, b: Image | null): boolean => JSON.stringify(a) === JSON.stringify(b)

export interface Change {
  readonly before: Image | null
  readonly after: Image | null
}

export const changesOf = (before: ReadonlyMap<string, Image>, after: ReadonlyMap<string, Image>): Change[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .map((key) => ({ before: before.get(key) ?? null, after: after.get(key) ?? null }))
    .filter((change) => !isSame(change.before, change.after))

/**
 * Puts rows back as they were before, those that still are as they were after; what somebody changed since stands. Rows
 * that came up go first: of what may be there once only, they take the place.
 */
export async function putBack(db: Db, imaged: Imaged, changes: readonly Change[]): Promise<void> {
  const keyIn = ({ row }: Image): string => imaged.key.map((column) => row[column]).join('/')
  const keys = changes.flatMap(({ before, after }) => [before, after].filter((image) => image !== null).map(keyIn))
  const now = await imagesOf(db, imaged, [], keys)
  const standing = changes.filter(({ before, after }) => {
    const [image] = [after, before].filter((one) => one !== null)
    return image !== undefined && isSame(now.get(keyIn(image)) ?? null, after)
  })
  for (const { before, after } of standing) if (!before && after) await remove(db, imaged, after)
  const written = standing.flatMap(({ before, after }) => (before ? [{ before, isThere: after !== null }] : []))
  // One may take the place that another has left only when that one is back.
  const again = []
  for (const one of written) if (!(await write(db, imaged, one))) again.push(one)
  for (const one of again) await write(db, imaged, one)
}

/** False where another row has taken the place: that one stands. */
async function write(
  db: Db,
  imaged: Imaged,
  { before, isThere }: { before: Image; isThere: boolean },
): Promise<boolean> {
  try {
    await db.savepoint(async () => {
      const columns = await columnsOf(db, imaged.table)
      if (isThere) await update(db, imaged, columns, before)
      else await insert(db, imaged.table, columns, [before.row])
      if (imaged.parts) await writeParts(db, imaged.parts, before)
    })
    return true
  } catch (error) {
    if ((error as { code?: unknown }).code !== '23505') throw error
    return false
  }
}

async function writeParts(db: Db, parts: NonNullable<Imaged['parts']>, before: Image): Promise<void> {
  await db.run(sql`
    delete from ${sql.identifier(parts.table)}
    where organization_id = current_organization() and ${sql.identifier(parts.column)} = ${Number(before.row.id)}`)
  if (before.parts.length > 0) await insert(db, parts.table, await columnsOf(db, parts.table), before.parts)
}

const update = (db: Db, { table, key }: Imaged, columns: Sql, { row }: Image): Promise<number> =>
  db.run(sql`
    update ${sql.identifier(table)} t
    set (${columns}) = (select ${columns} from jsonb_populate_record(null::${sql.identifier(table)}, ${sql.json(row)}::jsonb))
    where t.organization_id = current_organization() and ${isRow(key, row)}`)

const remove = (db: Db, { table, key }: Imaged, { row }: Image): Promise<number> =>
  db.run(sql`
    delete from ${sql.identifier(table)} t where t.organization_id = current_organization() and ${isRow(key, row)}`)

export const insert = (
  db: Db,
  table: string,
  columns: Sql,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<number> =>
  db.run(sql`
    insert into ${sql.identifier(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.identifier(table)}, ${sql.json(rows)}::jsonb)`)

const isRow = (key: readonly string[], row: Image['row']): Sql =>
  sql.join(
    key.map((column) => sql`t.${sql.identifier(column)} = ${Number(row[column])}`),
    sql` and `,
  )

/** All but those the database computes. */
export const columnsOf = async (db: Db, table: string): Promise<Sql> => {
  const columns = await db.rows<{ name: string }>(sql`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`)
  return sql.join(
    columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  )
}
