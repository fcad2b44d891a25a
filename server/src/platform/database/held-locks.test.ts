import { afterEach, describe, expect, it } from 'vitest'
import { type HeldLocks, heldLocks } from './held-locks.ts'
import { testDatabase } from './testing/test-database.ts'

const database = await testDatabase()
const made: HeldLocks[] = []
const aServer = (): HeldLocks => {
  const locks = heldLocks(database.app)
  made.push(locks)
  return locks
}
afterEach(async () => {
  await Promise.all(made.splice(0).map((locks) => locks.close()))
})

describe('a lock held by a server', () => {
  it('is for one server at a time, by name, until it is given back', async () => {
    const [one, other] = [aServer(), aServer()]
    expect(await one.take('send 1')).toBe(true)
    expect(await other.take('send 1')).toBe(false)
    expect(await other.take('send 2')).toBe(true)
    await one.give('send 1')
    expect(await other.take('send 1')).toBe(true)
  })

  it('is free as soon as its server is gone', async () => {
    const [one, other] = [aServer(), aServer()]
    expect(await one.take('send 1')).toBe(true)
    await one.close()
    expect(await other.take('send 1')).toBe(true)
  })

  it('lost with its line is taken again on a new one', async () => {
    const one = aServer()
    expect(await one.take('send 1')).toBe(true)
    await database.app.query(`
      select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()
        and database = (select oid from pg_database where datname = current_database())`)
    await expect.poll(() => one.take('send 1').catch(() => false)).toBe(true)
    expect(await aServer().take('send 1')).toBe(false)
  })
})
