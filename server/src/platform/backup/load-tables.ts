import type pg from 'pg'
import { endSchema, LineSum, sameSum, sequencesSchema, type TableSum, tableSchema } from './format.ts'
import { damaged, type Reading } from './read-backup.ts'
import { insertLines, type TableShape, tableShapes } from './table-shape.ts'

/**
 * Inserts every row of the backup, within the caller's transaction. Foreign keys are taken off and put back (checked
 * all at once then), triggers are silent: the rows already are what triggers once made of them.
 */
export async function loadTables(client: pg.ClientBase, { lines }: Reading): Promise<Record<string, TableSum>> {
  const shapes = new Map((await tableShapes(client)).map((shape) => [shape.name, shape]))
  const restoreKeys = await takeOffKeys(client)
  for (const name of shapes.keys()) await client.query(`alter table ${name} disable trigger user`)
  const sums = await readAll(client, lines, shapes)
  for (const name of shapes.keys()) await client.query(`alter table ${name} enable trigger user`)
  for (const statement of restoreKeys) await client.query(statement)
  return sums
}

async function readAll(client: pg.ClientBase, lines: Reading['lines'], shapes: ReadonlyMap<string, TableShape>) {
  const loads = new Map<string, TableLoad>()
  let current: TableLoad | undefined
  for await (const line of lines) {
    if (line.startsWith('[')) {
      if (!current) throw damaged('a row before its table')
      await current.add(line)
      continue
    }
    await current?.flush()
    const said: unknown = JSON.parse(line)
    const end = endSchema.safeParse(said)
    if (end.success) return compare(loads, end.data.end)
    const sequences = sequencesSchema.safeParse(said)
    if (sequences.success) {
      await setSequences(client, sequences.data.sequences)
      continue
    }
    const { table, columns } = tableSchema.parse(said)
    const shape = shapes.get(table)
    if (!shape || shape.columns.map(({ name }) => name).join() !== columns.join()) {
      throw damaged(`its table ${table} is not the one this database has`)
    }
    current = new TableLoad(client, shape)
    loads.set(table, current)
  }
  throw damaged('its end is missing')
}

function compare(loads: ReadonlyMap<string, TableLoad>, promised: Record<string, TableSum>): Record<string, TableSum> {
  for (const name of new Set([...loads.keys(), ...Object.keys(promised)])) {
    if (!sameSum(loads.get(name)?.sum.total(), promised[name])) throw damaged(`table ${name} is not whole`)
  }
  return promised
}

/** Rows of one table, inserted in batches bounded by number and by size. */
class TableLoad {
  readonly sum = new LineSum()
  readonly #client: pg.ClientBase
  readonly #insert: string
  #batch: string[] = []
  #size = 0

  constructor(client: pg.ClientBase, shape: TableShape) {
    this.#client = client
    this.#insert = insertLines(shape)
  }

  async add(line: string): Promise<void> {
    this.sum.add(line)
    this.#batch.push(line)
    this.#size += line.length
    if (this.#batch.length >= 2000 || this.#size > 4_000_000) await this.flush()
  }

  async flush(): Promise<void> {
    if (this.#batch.length === 0) return
    await this.#client.query(this.#insert, [`[${this.#batch.join(',')}]`])
    this.#batch = []
    this.#size = 0
  }
}

/** Answers the statements that put the foreign keys back. */
async function takeOffKeys(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ off: string; on: string }>(`
    select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as off,
           format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as on
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace
    where n.nspname in ('quittance', 'auth') and k.contype = 'f' and k.conparentid = 0
    order by 1`)
  for (const { off } of rows) await client.query(off)
  return rows.map(({ on }) => on)
}

async function setSequences(client: pg.ClientBase, states: { name: string; last: string; called: boolean }[]) {
  for (const { name, last, called } of states) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [name, last, called])
  }
}
