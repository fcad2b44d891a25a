/**
 * A sender that is killed, or stopped until somebody wakes it, at a given point: started as a process of its own by the
 * crash tests, so that the signal is real. Says « stopped » just before it stops, and at its end what became of the message.
 * Arguments: app database URL, organisation, reminder, point, instant in ms, signal.
 */
import { writeSync } from 'node:fs'
import { openPools } from '../../../platform/database/connection.ts'
import { transaction } from '../../../platform/database/db.ts'
import { type SendingPoint, sendReminder } from '../send-reminder.ts'

const [url = '', organization, reminder, point, nowMs, signal = 'SIGKILL'] = process.argv.slice(2)
const database = openPools({ owner: url, app: url, auth: url, jobs: url })
const result = await sendReminder(
  {
    inTransaction: (work) =>
      transaction(database.app, { organization: Number(organization), person: null, rights: 'all' }, work),
    nowMs: () => Number(nowMs),
    unseal: () => null,
    worker: `crash-test/${process.pid}`,
    at: (reached: SendingPoint) => {
      if (reached !== point) return
      if (signal === 'SIGSTOP') writeSync(1, 'stopped\n')
      process.kill(process.pid, signal)
    },
  },
  Number(reminder),
)
console.log(result.sent)
await database.close()
