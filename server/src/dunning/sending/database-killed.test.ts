import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '../../platform/database/connection.ts'
import { livingPostmaster } from '../../platform/database/embedded/postmaster.ts'
import { startEmbedded } from '../../platform/database/embedded.ts'
import { sql } from '../../platform/database/sql.ts'
import { startTestSmtp } from '../../platform/mail/testing/start-test-smtp.ts'
import { loadSecrets } from '../../platform/secrets.ts'
import { sendDue } from './send-due.ts'
import type { SendingPoint } from './send-reminder.ts'
import { afterTen, manyReady, openTasks, readyToLeave, stateOf, tools } from './testing/ready-to-leave.ts'

// A database is killed and recovers: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const home = mkdtempSync(join(tmpdir(), 'quittance killed '))
chmodSync(home, 0o755)
const secrets = loadSecrets(join(home, 'secrets.json'))
const start = () => startEmbedded({ folder: home, secrets })
let embedded = await start()
const database = { ...(await openDatabase({ owner: embedded.ownerUrl }, secrets)), ownerUrl: embedded.ownerUrl }
const smtp = await startTestSmtp()
afterAll(async () => {
  await database.close()
  await embedded.stop()
  await smtp.stop()
  rmSync(home, { recursive: true, force: true })
})

/**
 * The server and all its sessions, without a word: what was not on the disk is gone. Each session leads a process group of
 * its own and would finish what it is at.
 */
function killDatabase(): void {
  const living = livingPostmaster(embedded.cluster)
  if (!living) throw new Error('no database to kill')
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const all = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  const sessions = all.flatMap(([pid, parent]) => (pid && parent === living.pid ? [pid] : []))
  expect(sessions.length).toBeGreaterThan(0)
  for (const pid of [living.pid, ...sessions]) killIfThere(pid)
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

let seen = 0
const arrived = () => smtp.received.slice(seen)
beforeEach(() => {
  seen = smtp.received.length
})

const halfAnHourLater = afterTen + 30 * 60_000

/** Kills the database once, at the n-th time that a sender reaches a point. */
function killsAt(point: SendingPoint, times = 1) {
  let reached = 0
  return (here: SendingPoint): void => {
    if (here !== point) return
    reached += 1
    if (reached === times) killDatabase()
  }
}

describe('a database that is killed while a message is on its way, and comes back', () => {
  for (const [point, leaves] of [
    ['rechecked', 0],
    ['finalDot', 0],
    ['answered', 1],
  ] as const) {
    it(`${point}: the message leaves once or is in doubt, never twice`, async () => {
      const ready = await readyToLeave(database, smtp.port)
      await expect(sendDue({ ...tools(ready.firm), at: killsAt(point) })).rejects.toThrow()
      expect(arrived()).toHaveLength(leaves)
      embedded = await start()
      const sentLater = await sendDue(tools(ready.firm, halfAnHourLater))
      if (point === 'rechecked') {
        expect(sentLater).toBe(1)
        expect(arrived()).toHaveLength(1)
        expect(await stateOf(ready)).toMatchObject({ state: 'sent', climbed: ['email-7'], contacts: 1 })
      } else {
        expect(sentLater).toBe(0)
        expect(arrived()).toHaveLength(leaves)
        expect(await stateOf(ready)).toMatchObject({ state: 'uncertain', climbed: [], contacts: 0 })
        expect(await openTasks(ready)).toEqual(['resolveUncertain'])
      }
    })
  }

  it('of a round on several lines: each message arrives once at most, and none is forgotten', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `Client c${index}`)
    const ready = await manyReady(database, smtp.port, names)
    const firm = ready[0]?.firm ?? expect.fail('nothing is ready')
    await firm.inTransaction((db) =>
      db.run(sql`update organization set messages_per_hour = 2400 where organization_id = current_organization()`),
    )
    await expect(sendDue({ ...tools(firm), at: killsAt('answered', 5) })).rejects.toThrow()
    embedded = await start()
    await sendDue(tools(firm, halfAnHourLater))
    const rows = await firm.inTransaction((db) =>
      db.rows<{ state: string; reached: number }>(sql`
        select state, count(*)::int as reached from reminder where organization_id = current_organization() group by 1`),
    )
    const { sent = 0, uncertain = 0, ...others } = Object.fromEntries(rows.map((row) => [row.state, row.reached]))
    expect(others).toEqual({})
    expect(sent + uncertain).toBe(names.length)
    expect(uncertain).toBeGreaterThanOrEqual(1)
    expect(uncertain).toBeLessThanOrEqual(4)
    const recipients = arrived().flatMap(({ to }) => to)
    expect(new Set(recipients).size).toBe(recipients.length)
    expect(recipients.length).toBeGreaterThanOrEqual(sent)
  })
})
