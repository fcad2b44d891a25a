import { openPools } from '../../../platform/database/connection.ts'
import { transaction } from '../../../platform/database/db.ts'
import { readMailboxes } from '../read-mailboxes.ts'

// Reads the mailboxes of an organisation and is killed, as by a power cut, after so many messages:
// `node read-and-die.ts OWNER_URL APP_URL ORGANIZATION MESSAGES`
const [owner = '', app = '', organization, dieAfter] = process.argv.slice(2)
const database = openPools({ owner, app, auth: app, jobs: app })
let read = 0
await readMailboxes({
  inTransaction: (work) =>
    transaction(database.app, { organization: Number(organization), person: null, rights: 'all' }, work),
  nowMs: () => Date.now(),
  unseal: (text) => text,
  at: () => {
    read += 1
    if (read === Number(dieAfter)) process.kill(process.pid, 'SIGKILL')
  },
})
