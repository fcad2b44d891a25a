import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { startTestSmtp } from '../../platform/mail/testing/start-test-smtp.ts'
import { approveReminders, settleUncertain } from '../reminders/approve-reminders.ts'
import { loadRunContext } from '../run/run-context.ts'
import { sendDue } from './send-due.ts'
import type { SendingPoint } from './send-reminder.ts'
import { afterTen, type Ready, readyToLeave, stateOf, tools } from './testing/ready-to-leave.ts'

const database = await testDatabase()
const smtp = await startTestSmtp()
afterAll(() => smtp.stop())

// A process is started and stopped at each point: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

let seen = 0
const arrived = () => smtp.received.slice(seen)
beforeEach(() => {
  seen = smtp.received.length
})

const halfAnHourLater = afterTen + 30 * 60_000

interface Stopped {
  readonly child: ChildProcess
  /** Lets it go on; answers what it says became of its message. */
  wake(): Promise<string>
}

/** A real sender in a process of its own, stopped by the system at a point of its way. */
async function stoppedAt(ready: Ready, point: SendingPoint): Promise<Stopped> {
  const script = join(import.meta.dirname, 'testing/send-until.ts')
  const url = database.app.options.connectionString ?? ''
  const given = [script, url, `${ready.firm.organization}`, `${ready.reminder}`, point, `${afterTen}`, 'SIGSTOP']
  const child = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  expect((await lines.next()).value).toBe('stopped')
  return {
    child,
    async wake() {
      child.kill('SIGCONT')
      const said = String((await lines.next()).value)
      await once(child, 'exit')
      return said
    },
  }
}

const saysItDidNotLeave = (ready: Ready) =>
  ready.firm.inTransaction(async (db) =>
    settleUncertain(db, ready.reminder, false, await loadRunContext(db, halfAnHourLater), halfAnHourLater),
  )

/** What was proposed in its place is approved for at once. */
const approvesTheNewOne = ({ firm }: Ready) =>
  firm.inTransaction(async (db) => {
    const waiting = await db.rows<{ id: number }>(sql`
      select id from reminder where organization_id = current_organization() and state = 'pendingApproval'`)
    const ids = waiting.map((row) => row.id)
    const now = { now: true, nowMs: halfAnHourLater - 600_000 }
    return approveReminders(db, ids, await loadRunContext(db, halfAnHourLater), now)
  })

describe('a sender the system stops for half an hour', () => {
  for (const point of ['frozen', 'connecting', 'ready', 'handingOver', 'finalDot'] as const) {
    it(`${point}: sends nothing when it wakes up after a person said that nothing left`, async () => {
      const ready = await readyToLeave(database, smtp.port)
      const stopped = await stoppedAt(ready, point)
      await sendDue(tools(ready.firm, halfAnHourLater))
      expect(await stateOf(ready)).toMatchObject({ state: 'uncertain' })
      await saysItDidNotLeave(ready)
      expect(await approvesTheNewOne(ready)).toMatchObject({ approved: 1 })
      expect(await sendDue(tools(ready.firm, halfAnHourLater))).toBe(1)

      expect(await stopped.wake()).toBe('notOurs')
      expect(arrived()).toHaveLength(1)
      expect(await stateOf(ready)).toMatchObject({ state: 'failed', climbed: ['email-7'], contacts: 1 })
    })
  }

  it('frozen: sends nothing either while the doubt is still open', async () => {
    const ready = await readyToLeave(database, smtp.port)
    const stopped = await stoppedAt(ready, 'frozen')
    await sendDue(tools(ready.firm, halfAnHourLater))
    expect(await stopped.wake()).toBe('notOurs')
    expect(arrived()).toHaveLength(0)
    expect(await stateOf(ready)).toMatchObject({ state: 'uncertain' })
  })

  it('answered: its server had taken the message, and the doubt is gone when it wakes up', async () => {
    const ready = await readyToLeave(database, smtp.port)
    const stopped = await stoppedAt(ready, 'answered')
    await sendDue(tools(ready.firm, halfAnHourLater))
    expect(await stateOf(ready)).toMatchObject({ state: 'uncertain' })
    expect(await stopped.wake()).toBe('sent')
    expect(arrived()).toHaveLength(1)
    expect(await stateOf(ready)).toEqual({ state: 'sent', because: null, climbed: ['email-7'], contacts: 1 })
  })

  it('answered: what a person proposed anew meanwhile is called back when it turns out to have left', async () => {
    const ready = await readyToLeave(database, smtp.port)
    const stopped = await stoppedAt(ready, 'answered')
    await sendDue(tools(ready.firm, halfAnHourLater))
    await saysItDidNotLeave(ready)
    await approvesTheNewOne(ready)
    expect(await stopped.wake()).toBe('sent')
    expect(await sendDue(tools(ready.firm, halfAnHourLater))).toBe(0)
    expect(arrived()).toHaveLength(1)
    expect(await stateOf(ready)).toMatchObject({ state: 'sent', climbed: ['email-7'], contacts: 1 })
  })
})

it('lets nothing leave when it stood still between asking for its message and the final dot', async () => {
  const ready = await readyToLeave(database, smtp.port)
  let stoodStill = 0
  const given = {
    ...tools(ready.firm),
    stopwatch: () => {
      stoodStill = 0
      return () => stoodStill
    },
    at: (point: SendingPoint) => {
      if (point === 'renewed') stoodStill = 25 * 60_000
    },
  }
  expect(await sendDue(given)).toBe(0)
  expect(arrived()).toHaveLength(0)
  expect(await stateOf(ready)).toMatchObject({ state: 'ready', climbed: [] })
  expect(await sendDue(tools(ready.firm, halfAnHourLater))).toBe(1)
  expect(arrived()).toHaveLength(1)
})
