import { afterAll, describe, expect, inject, it } from 'vitest'
import { as } from '../platform/database/connection.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { openQueue } from './queue.ts'

const database = await testDatabase()
const { secrets } = inject('testServer')
const fail = (error: Error) => {
  throw error
}
const queue = await openQueue(as(database.ownerUrl, 'quittance_jobs', secrets.jobs), fail)
afterAll(() => queue.stop())

describe('the rounds of the house', () => {
  it.each(['decide', 'send'])('begin again soon after the server that was on it was killed: %s', async (round) => {
    const { boss } = queue
    await boss.send(round)
    expect(await boss.fetch(round)).toHaveLength(1)
    await boss.send(round)
    expect(await boss.fetch(round)).toHaveLength(0)

    await database.owner.query(`
      update jobs.job set started_on = started_on - interval '1 minute', heartbeat_on = heartbeat_on - interval '1 minute'
      where state = 'active'`)
    // The queue looks after itself too: had it just done so, being asked would do nothing.
    await database.owner.query(`update jobs.queue set monitor_claim_on = null, monitor_on = null`)
    await boss.supervise(round)
    expect(await boss.fetch(round)).toHaveLength(1)
  })
})
