import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { startTestSmtp } from '../../platform/mail/testing/start-test-smtp.ts'
import { sendDue } from './send-due.ts'
import type { SendingPoint } from './send-reminder.ts'
import { afterTen, manyReady, type Ready, tools } from './testing/ready-to-leave.ts'

const database = await testDatabase()
const smtp = await startTestSmtp()
afterAll(() => smtp.stop())

// Processes are started: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000 })

let seen = 0
const arrived = () => smtp.received.slice(seen)
beforeEach(() => {
  seen = smtp.received.length
})

const halfAnHourLater = afterTen + 30 * 60_000
const names = Array.from({ length: 18 }, (_, index) => `Client c${index}`)

/** A server of its own, ready to begin; answers how many it sent, or the signal that ended it. */
async function aServer(firm: Ready['firm'], dies: { at?: SendingPoint; times?: number } = {}) {
  const script = join(import.meta.dirname, 'testing/send-round.ts')
  const url = database.app.options.connectionString ?? ''
  const given = [script, url, `${firm.organization}`, `${afterTen}`, dies.at ?? '', `${dies.times ?? 0}`]
  const child = spawn(process.execPath, given, { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  expect((await lines.next()).value).toBe('begins')
  return async (): Promise<number | string> => {
    const exit = once(child, 'exit')
    child.stdin.end('now\n')
    const said = await lines.next()
    const [, signal] = await exit
    return signal === null ? Number(said.value) : String(signal)
  }
}

async function aFirmThatSendsMuch(): Promise<Ready['firm']> {
  const firm = (await manyReady(database, smtp.port, names))[0]?.firm ?? expect.fail('nothing is ready')
  await firm.inTransaction((db) =>
    db.run(sql`update organization set messages_per_hour = 2400 where organization_id = current_organization()`),
  )
  return firm
}

const statesOf = (firm: Ready['firm']) =>
  firm.inTransaction(async (db) => {
    const rows = await db.rows<{ state: string; count: number }>(sql`
      select state, count(*)::int as count from reminder where organization_id = current_organization() group by 1`)
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
  })

const recipients = () => arrived().flatMap(({ to }) => to)

it('three servers that begin at once, each on several lines, send each message once', async () => {
  const firm = await aFirmThatSendsMuch()
  const servers = await Promise.all([aServer(firm), aServer(firm), aServer(firm)])
  const sent = await Promise.all(servers.map((begin) => begin()))
  expect(sent.reduce((sum: number, one) => sum + Number(one), 0)).toBe(names.length)
  expect(new Set(recipients()).size).toBe(names.length)
  expect(arrived()).toHaveLength(names.length)
  expect(await statesOf(firm)).toEqual({ sent: names.length })
})

it('two servers of which one is killed in the middle: none twice, none lost, and what it had in hand is told apart', async () => {
  const firm = await aFirmThatSendsMuch()
  const servers = await Promise.all([aServer(firm, { at: 'answered', times: 4 }), aServer(firm)])
  const [killed] = await Promise.all(servers.map((begin) => begin()))
  expect(killed).toBe('SIGKILL')
  await sendDue({ ...tools(firm, halfAnHourLater), worker: 'next' })
  const { sent = 0, uncertain = 0, ...others } = await statesOf(firm)
  expect(others).toEqual({})
  expect(sent + uncertain).toBe(names.length)
  // Those it was handing over, one a line at most; at least the one whose answer it had in hand.
  expect(uncertain).toBeGreaterThanOrEqual(1)
  expect(uncertain).toBeLessThanOrEqual(4)
  expect(new Set(recipients()).size).toBe(arrived().length)
  expect(arrived().length).toBeGreaterThanOrEqual(sent)
})
