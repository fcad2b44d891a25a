import type pg from 'pg'

/** A table as a backup sees it. Names are quoted and carry their schema. */
export interface TableShape {
  readonly name: string
  /** Stored columns; those computed by the database are computed again. */
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  /** The rows in an order that is the same on every server (no language's order of letters). */
  readonly orderBy: string
  /** Rows may carry whole documents: fetch few at once. */
  readonly heavy: boolean
}

/** Every table of business data and of accounts; not the job queue, which is rebuilt, nor the migration level. */
export async function tableShapes(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(`
    select format('%I.%I', n.nspname, c.relname) as name,
           (select json_agg(json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod))
                            order by a.attnum)
            from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
           coalesce((
             select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', '
                               order by k.place)
             from pg_index i
             cross join lateral unnest(i.indkey::int[]) with ordinality k(attnum, place)
             join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
             where i.indrelid = c.oid and i.indisprimary), 't::text collate "C"') as "orderBy",
           exists (select from pg_attribute a
                   where a.attrelid = c.oid and a.attnum > 0 and a.atttypid = 'bytea'::regtype) as heavy
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('quittance', 'auth') and c.relkind = 'r'
    order by n.nspname collate "C", c.relname collate "C"`)
  return rows
}

/** Each row as one line of JSON: the values in PostgreSQL's own text form, exact for every type. */
export const rowsAsLines = ({ name, columns, orderBy }: TableShape): string =>
  `select array_to_json(array[${columns.map((column) => `t.${column.name}::text`).join(', ')}]::text[])::text as line
   from ${name} t order by ${orderBy}`

/** Takes a JSON array of such rows. */
export const insertLines = ({ name, columns }: TableShape): string =>
  `insert into ${name} (${columns.map((column) => column.name).join(', ')}) overriding system value
   select ${columns.map(({ type }, index) => `(line ->> ${index})::${type}`).join(', ')}
   from json_array_elements($1::json) line`

export interface SequenceState {
  readonly name: string
  readonly last: string
  readonly called: boolean
}

/** Where the numbering stands, so that a number given once is never given again. */
export async function sequenceStates(client: pg.ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('quittance', 'auth') and c.relkind = 'S'
    order by n.nspname collate "C", c.relname collate "C"`)
  const states: SequenceState[] = []
  for (const { name } of rows) {
    const { rows: found } = await client.query(`select last_value::text as last, is_called as called from ${name}`)
    states.push({ name, ...found[0] })
  }
  return states
}
