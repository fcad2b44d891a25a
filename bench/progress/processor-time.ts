import { readFileSync } from 'node:fs'
import type pg from 'pg'

/** Milliseconds of processor this program and the sessions it opened on its PostgreSQL have used so far. */
export interface ProcessorTime {
  now(): number
}

/** The kernel counts in hundredths of a second. */
const tickMs = 10

/**
 * Of this process and the backends of the product's roles; the server's own rounds (autovacuum, checkpoints) and the
 * watcher's session do not count. `watcher` is connected to the server as another role. Linux only.
 */
export async function openProcessorTime(watcher: pg.Client): Promise<ProcessorTime> {
  const { rows } = await watcher.query<{ pid: number }>('select pg_backend_pid() as pid')
  const postmaster = parentOf(rows[0]?.pid ?? 0)
  const used = new Map<number, number>()
  return {
    now() {
      for (const pid of childrenOf(postmaster)) {
        const ticks = ticksOfSession(pid)
        if (ticks !== null) used.set(pid, ticks)
      }
      // A session that ended keeps what it had used when it was last seen.
      const sessions = [...used.values()].reduce((sum, ticks) => sum + ticks * tickMs, 0)
      const { user, system } = process.cpuUsage()
      return sessions + (user + system) / 1000
    },
  }
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').split(' ').filter(Boolean).map(Number)

const parentOf = (pid: number): number => Number(afterName(pid)[1])

/** null: no session of the product, or one that has just ended. */
function ticksOfSession(pid: number): number | null {
  try {
    if (!readFileSync(`/proc/${pid}/cmdline`, 'latin1').startsWith('postgres: quittance_')) return null
    const fields = afterName(pid)
    return Number(fields[11]) + Number(fields[12])
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

/** The fields of its stat line from the state on: the name before may hold spaces. */
function afterName(pid: number): string[] {
  const line = readFileSync(`/proc/${pid}/stat`, 'latin1')
  return line.slice(line.lastIndexOf(')') + 2).split(' ')
}
