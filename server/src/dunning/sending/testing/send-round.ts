/**
 * One round of sending in a process of its own, as that of one more server: says « begins » and waits for a line, so that several begin at
 * once; then how many it sent. Killed by itself at the n-th time that it reaches a point, when asked.
 * Arguments: app database URL, organisation, instant in ms, point, n.
 */
import { once } from 'node:events'
import { openPools } from '../../../platform/database/connection.ts'
import { transaction } from '../../../platform/database/db.ts'
import { sendDue } from '../send-due.ts'
import type { SendingPoint } from '../send-reminder.ts'

const [url = '', organization, nowMs, point, times] = process.argv.slice(2)
const database = openPools({ owner: url, app: url, auth: url, jobs: url })
console.log('begins')
await once(process.stdin, 'data')
let reached = 0
const sent = await sendDue({
  inTransaction: (work) =>
    transaction(database.app, { organization: Number(organization), person: null, rights: 'all' }, work),
  nowMs: () => Number(nowMs),
  unseal: () => null,
  worker: `server/${process.pid}`,
  at: (here: SendingPoint) => {
    if (here !== point) return
    reached += 1
    if (reached === Number(times)) process.kill(process.pid, 'SIGKILL')
  },
})
console.log(sent)
await database.close()
process.exit()
