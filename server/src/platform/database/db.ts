import pg from 'pg'
import { compile, type Sql } from './sql.ts'

/** Whose eyes a transaction looks with: row-level security reads these settings, and nothing else. */
export interface Scope {
  /** null: no organisation's rows are visible. */
  readonly organization: number | null
  readonly person: number | null
  /**
   * 'portfolio': only the customers in the person's portfolio; 'none': signed in, no business rows. It says how to count;
   * what is seen, the database decides by the person's role.
   */
  readonly rights: 'all' | 'portfolio' | 'none'
  /** Identifier of the signed-in account in schema auth. */
  readonly user?: string
  /** Milliseconds since 1970, by the clock of the installation (`moment()`); left out: by the clock of the database. */
  readonly nowMs?: number
}

/** One open transaction with its scope. Every query function takes it first; one statement at a time. */
export interface Db {
  readonly scope: Scope
  rows<T>(query: Sql): Promise<T[]>
  /** Exactly one row; anything else is a bug and throws. */
  one<T>(query: Sql): Promise<T>
  /** One row or null; two rows are a bug and throw. */
  maybe<T>(query: Sql): Promise<T | null>
  /** How many rows were written (or returned). */
  run(query: Sql): Promise<number>
  /** Rows in batches through a cursor of the server: memory does not grow with the result. */
  stream<T>(query: Sql, batch?: number): AsyncGenerator<T[], void, void>
  /** What `work` wrote is taken back alone when it throws; the transaction goes on. */
  savepoint<T>(work: () => Promise<T>): Promise<T>
}

/** Runs `work` in one transaction whose settings say `scope`; commits, or rolls back when it throws. */
export async function transaction<T>(pool: pg.Pool, scope: Scope, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const db = new TransactionDb(client, scope)
  let broken: Error | undefined
  try {
    await client.query(opening(scope))
    const result = await work(db)
    db.close()
    // A statement that failed and was caught leaves a dead transaction: "commit" then answers ROLLBACK, no error.
    const { command } = await client.query('commit')
    if (command !== 'COMMIT') throw new Error('Nothing was committed: a statement failed and its error was hidden.')
    return result
  } catch (error) {
    db.close()
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** `begin` and the settings in one trip to the server; the database says whose customers this person may see. */
function opening({ organization, person, rights, user, nowMs }: Scope): string {
  const literal = (value: string | number | null | undefined) => pg.escapeLiteral(String(value ?? ''))
  const setting = (name: string, value: string) => `set_config('app.${name}', ${value}, true)`
  const key = (id: number | null) => (id === null ? 'null' : `${literal(id)}::bigint`)
  return `begin; select ${[
    setting('organization', literal(organization)),
    setting('person', literal(person)),
    setting('rights', literal(rights)),
    setting('user', literal(user)),
    setting('now', literal(nowMs === undefined ? '' : new Date(nowMs).toISOString())),
    setting('portfolio', `portfolio_of(${key(organization)}, ${key(person)})`),
  ].join(', ')}`
}

class TransactionDb implements Db {
  readonly scope: Scope
  readonly #client: pg.PoolClient
  #open = true
  #names = 0

  constructor(client: pg.PoolClient, scope: Scope) {
    this.#client = client
    this.scope = scope
  }

  close(): void {
    this.#open = false
  }

  async #query(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    if (!this.#open) throw new Error('This transaction has ended; a statement came after it (a missing await?).')
    return this.#client.query(statement)
  }

  async rows<T>(query: Sql): Promise<T[]> {
    return (await this.#query(compile(query))).rows
  }

  async maybe<T>(query: Sql): Promise<T | null> {
    const rows = await this.rows<T>(query)
    if (rows.length > 1) throw new Error(`${rows.length} rows where at most one was expected: ${compile(query).text}`)
    return rows[0] ?? null
  }

  async one<T>(query: Sql): Promise<T> {
    const row = await this.maybe<T>(query)
    if (row === null) throw new Error(`No row where one was expected: ${compile(query).text}`)
    return row
  }

  async run(query: Sql): Promise<number> {
    return (await this.#query(compile(query))).rowCount ?? 0
  }

  async *stream<T>(query: Sql, batch = 1000): AsyncGenerator<T[], void, void> {
    const { text, values } = compile(query)
    const cursor = `stream_${++this.#names}`
    await this.#query({ text: `declare ${cursor} no scroll cursor for ${text}`, values })
    for (;;) {
      const { rows } = await this.#query({ text: `fetch ${batch} from ${cursor}` })
      if (rows.length > 0) yield rows
      if (rows.length < batch) break
    }
    await this.#query({ text: `close ${cursor}` })
  }

  async savepoint<T>(work: () => Promise<T>): Promise<T> {
    const name = `before_${++this.#names}`
    await this.#query({ text: `savepoint ${name}` })
    try {
      const result = await work()
      await this.#query({ text: `release savepoint ${name}` })
      return result
    } catch (error) {
      await this.#query({ text: `rollback to savepoint ${name}` })
      throw error
    }
  }
}
