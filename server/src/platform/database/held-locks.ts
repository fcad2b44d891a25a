import type pg from 'pg'

/** Locks by name that one server holds at a time, for as long as it likes. */
export interface HeldLocks {
  /** False: another server holds it. Asking twice for what one holds oneself is a bug of the caller. */
  take(name: string): Promise<boolean>
  give(name: string): Promise<void>
  /** Gives all back, with the line. */
  close(): Promise<void>
}

/**
 * Locks of the session, all on one line of the pool: a server that is killed gives them back with its line, at once. A line that is cut
 * loses them too: they save work done twice, and must not be all that keeps it right.
 */
export function heldLocks(pool: pg.Pool): HeldLocks {
  let line: Promise<pg.PoolClient> | undefined
  // One statement at a time on one line.
  let asked: Promise<unknown> = Promise.resolve()
  const open = async (): Promise<pg.PoolClient> => {
    const client = await pool.connect()
    client.once('error', (error) => {
      line = undefined
      client.release(error)
    })
    return client
  }
  const ask = async (what: string, name: string): Promise<boolean> => {
    line ??= open().catch((error: unknown) => {
      line = undefined
      throw error
    })
    const opened = line
    const answer = asked.then(async () => {
      const client = await opened
      const { rows } = await client.query<{ held: boolean }>(`select ${what}(hashtextextended($1, 0)) as held`, [name])
      return rows[0]?.held === true
    })
    asked = answer.catch(() => undefined)
    return answer
  }
  return {
    take: (name) => ask('pg_try_advisory_lock', name),
    give: async (name) => {
      if (line) await ask('pg_advisory_unlock', name)
    },
    close: async () => {
      await asked
      const last = await line
      line = undefined
      if (!last) return
      await last.query('select pg_advisory_unlock_all()').finally(() => last.release(true))
    },
  }
}
