import { fixedClock } from '../../platform/clock.ts'
import { openPools } from '../../platform/database/connection.ts'
import { applyFile } from '../applying/apply-file.ts'

/**
 * A server that loses its power while it imports a file: in the middle of its batch `dieIn`, counted from 1, after the
 * rows are written and before they are committed; or, for `decision`, once all rows are in and nothing is decided.
 * Arguments: owner's address, app's address, organisation, file, dieIn.
 */
const [owner = '', app = '', organization, file, dieIn] = process.argv.slice(2)
const database = openPools({ owner, app, auth: owner, jobs: owner })
const die = (): void => void process.kill(process.pid, 'SIGKILL')
let batches = 0
await applyFile(
  {
    database,
    clock: fixedClock('2026-11-23T08:00:00Z'),
    recognisesStatement: () => false,
    factsChanged: async () => die(),
    waitingForSource: async () => [],
    declareChased: async () => undefined,
    disputed: {
      // Each batch of the file has a disputed invoice.
      note: async () => {
        batches++
        if (batches === Number(dieIn)) die()
        return []
      },
      forget: async () => undefined,
    },
  },
  Number(organization),
  Number(file),
)
await database.close()
