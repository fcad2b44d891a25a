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
  const boss = new PgBoss({ connectionString: jobsUrl, schema: 'jobs', createSchema: false, max: 4 })
  boss.on('error', onError)
  await boss.start()
  // A failed file says so on its page; a killed one is put back at the next start.
  await boss.createQueue(fileQueue, {
    retryLimit: 0,
    expireInSeconds: 6 * 3600,
    deleteAfterSeconds: 3600,
  })
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
