/**
 * A sender that is killed at a given point: started as a process of its own by the crash test, so that the kill is real.
 * Arguments: app database URL, organisation, reminder, point, instant in ms.
 */
import { openPools } from '../../../platform/database/connection.ts'
import { transaction } from '../../../platform/database/db.ts'
import { type SendingPoint, sendReminder } from '../send-reminder.ts'

const [url = '', organization, reminder, point, nowMs] = process.argv.slice(2)
const database = openPools({ owner: url, app: url, auth: url, jobs: url })
const result = await sendReminder(
  {
    inTransaction: (work) =>
      transaction(database.app, { organization: Number(organization), person: null, rights: 'all' }, work),
    nowMs: () => Number(nowMs),
    unseal: () => null,
    worker: `crash-test/${process.pid}`,
    at: (reached: SendingPoint) => {
      if (reached === point) process.kill(process.pid, 'SIGKILL')
    },
  },
  Number(reminder),
)
console.log(result)
await database.close()
