import { PgBoss } from 'pg-boss'
import type { ImportJobs } from '../imports/import-work.ts'

/** The queue of the installation, in schema jobs of its own PostgreSQL. */
export interface Queue {
  readonly boss: PgBoss
  readonly importJobs: ImportJobs
  stop(): Promise<void>
}

/** A file to check or to bring in. */
export interface FileJob {
  readonly act: 'check' | 'apply'
  readonly organization: number
  readonly file: number
}

export const fileQueue = 'files'

/** Opens the queue; nothing is worked on before `startJobs`. */
export async function openQueue(jobsUrl: string, onError: (error: Error) => void): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: jobsUrl,
    schema: 'jobs',
    createSchema: false,
    max: 4,
    superviseIntervalSeconds: heartbeatSeconds,
    monitorIntervalSeconds: heartbeatSeconds,
  })
  boss.on('error', onError)
  await boss.start()
  // A failed file says so on its page; a killed one is put back at the next start.
  await boss.createQueue(fileQueue, {
    retryLimit: 0,
    expireInSeconds: 6 * 3600,
    deleteAfterSeconds: 3600,
  })
  for (const name of ['decide', 'send', 'look', 'mailboxes', 'forewarn']) await openRound(boss, name)
  const send = async (job: FileJob) => {
    await boss.send(fileQueue, job)
  }
  return {
    boss,
    importJobs: {
      check: (organization, file) => send({ act: 'check', organization, file }),
      apply: (organization, file) => send({ act: 'apply', organization, file }),
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

/** A server that said nothing for this long is no more: what it was doing may be begun again. */
const heartbeatSeconds = 30

/** A round of the house: one waiting and one running in the whole installation, whatever the number of servers. */
async function openRound(boss: PgBoss, name: string): Promise<void> {
  const options = {
    retryLimit: 0,
    expireInSeconds: 3600,
    deleteAfterSeconds: 3600,
    retentionSeconds: 600,
    heartbeatSeconds,
  }
  await boss.createQueue(name, { policy: 'stately', ...options })
  // What an earlier version created, too.
  await boss.updateQueue(name, options)
}
