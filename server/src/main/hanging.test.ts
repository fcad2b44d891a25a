import { afterEach, describe, expect, it, vi } from 'vitest'
import { setGateway } from '../dunning/channels/sms/gateway-settings.ts'
import { startFakeGateway } from '../dunning/channels/sms/testing/fake-gateway.ts'
import { approveReminders } from '../dunning/reminders/approve-reminders.ts'
import { dailyRun } from '../dunning/run/daily-run.ts'
import { loadRunContext } from '../dunning/run/run-context.ts'
import { afterTen, manyReady, nine, type Ready } from '../dunning/sending/testing/ready-to-leave.ts'
import { aCustomer, anInvoice, type TestFirm } from '../dunning/testing/a-firm.ts'
import { addSource } from '../imports/sources/change-source.ts'
import { watchSettings } from '../imports/sources/watch-settings.ts'
import { fixedClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { startScriptedServer } from '../platform/mail/testing/scripted-server.ts'
import { startTestSmtp } from '../platform/mail/testing/start-test-smtp.ts'
import { composeContext } from './context.ts'
import { type ApartRounds, inTheirOwnTime } from './schedule.ts'

const database = await testDatabase()
const context = composeContext({
  database,
  secrets: { session: 'a word for tests, long enough to sign with' },
  clock: fixedClock(afterTen),
  config: readConfig({}),
})

// No limit in milliseconds is asserted: what is waited for either comes or the test ends here.
vi.setConfig({ testTimeout: 90_000 })
const waits = { timeout: 60_000, interval: 20 }

const stops: (() => Promise<void>)[] = []
const stoppedLater = <T extends { stop(): Promise<void> }>(server: T): T => {
  stops.push(() => server.stop())
  return server
}
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

/** One server of the installation; what breaks in it fails the test. */
function aServer(): ApartRounds {
  const errors: Error[] = []
  const apart = inTheirOwnTime(context, (error) => errors.push(error))
  stops.push(async () => {
    await apart.stop(60_000)
    expect(errors).toEqual([])
  })
  return apart
}

/** Accepts every line and never says a word; ended before the rounds that wait for it are. */
const aHangingServer = async () => {
  const server = await startScriptedServer({ greeting: 'silence' })
  stops.unshift(() => server.stop())
  return { port: server.port, lines: () => server.lines }
}

const firmOf = (ready: readonly Ready[]): TestFirm => ready[0]?.firm ?? expect.fail('nothing is ready')

const statesOf = ({ inTransaction }: TestFirm) =>
  inTransaction(async (db) =>
    (
      await db.rows<{ state: string }>(
        sql`select state from reminder where organization_id = current_organization() order by id`,
      )
    ).map(({ state }) => state),
  )

/** One customer more, whose SMS or e-mail is approved for ten. */
async function oneMore({ inTransaction, entity }: TestFirm, name: string, channel: 'email' | 'sms'): Promise<void> {
  await inTransaction(async (db) => {
    await db.run(sql`
      update scenario_step set channel = ${channel} where organization_id = current_organization() and channel in ('email', 'sms')`)
    const customer = await aCustomer(db, { name, email: `compta@${name}.example` })
    await db.run(sql`
      update contact set phone = '06 12 34 56 78' where organization_id = current_organization() and customer_id = ${customer}`)
    await anInvoice(db, { customer, entity, number: `F-${name}`, due: '2026-11-09', amount: 240_000 })
  })
  await dailyRun(inTransaction, nine)
  await inTransaction(async (db) => {
    const waiting = await db.rows<{ id: number }>(sql`
      select id from reminder where organization_id = current_organization() and state = 'pendingApproval'`)
    const ids = waiting.map(({ id }) => id)
    await approveReminders(db, ids, await loadRunContext(db, nine), { now: false, nowMs: nine })
  })
}

describe('a mail server that accepts and never answers', () => {
  it('holds up its own organisation only, in this round and the next, in this server and the others', async () => {
    const hanging = await aHangingServer()
    const honest = stoppedLater(await startTestSmtp())
    const slow = firmOf(await manyReady(database, hanging.port, ['Un', 'Deux']))
    const others = await Promise.all([
      manyReady(database, honest.port, ['Trois', 'Quatre', 'Cinq']),
      manyReady(database, honest.port, ['Six']),
    ])
    const one = aServer()
    const round = one.begin('send')
    await vi.waitFor(() => expect(honest.received).toHaveLength(4), waits)
    for (const other of others) {
      await vi.waitFor(async () => expect(new Set(await statesOf(firmOf(other)))).toEqual(new Set(['sent'])), waits)
    }
    expect(await statesOf(slow)).toEqual(['sending', 'ready'])

    // The next round, here and in another server: what came meanwhile leaves, and the one that hangs is not called again.
    await oneMore(firmOf(others[1] ?? []), 'sept', 'email')
    await one.begin('send')
    await aServer().begin('send')
    expect(honest.received.map(({ to }) => to[0])).toContain('compta@sept.example')
    expect(honest.received).toHaveLength(5)
    expect(hanging.lines()).toBe(1)
    expect(await statesOf(slow)).toEqual(['sending', 'ready'])

    await stops.shift()?.()
    await round
    expect(await statesOf(slow)).toEqual(['ready', 'ready'])
    expect(honest.received).toHaveLength(5)
  })

  it('of one firm does not hold up the other firm of the same organisation', async () => {
    const hanging = await aHangingServer()
    const honest = stoppedLater(await startTestSmtp())
    const firm = firmOf(await manyReady(database, hanging.port, ['Un']))
    const second = await firm.inTransaction(async (db) => {
      const { id } = await db.one<{ id: number }>(sql`
        insert into legal_entity (organization_id, name, email, iban)
        values (current_organization(), 'Vauquelin Export', 'export@vauquelin.example', 'FR7630006000011234567890189') returning id`)
      await db.run(sql`
        insert into smtp_settings (organization_id, legal_entity_id, host, port, security, from_name, from_address)
        values (current_organization(), ${id}, '127.0.0.1', ${honest.port}, 'none', 'Claire Besson', 'export@vauquelin.example')`)
      return id
    })
    await oneMore({ ...firm, entity: second }, 'deux', 'email')
    const round = aServer().begin('send')
    await vi.waitFor(async () => expect(await statesOf(firm)).toEqual(['sending', 'sent']), waits)
    expect(honest.received).toHaveLength(1)
    await stops.shift()?.()
    await round
    expect(await statesOf(firm)).toEqual(['ready', 'sent'])
  })
})

const gatewayAt = (url: string) => ({
  isActive: true,
  url,
  method: 'POST' as const,
  headers: 'Content-Type: application/json',
  bodyTemplate: '{"to":"{{to}}","message":"{{text}}"}',
  sender: null,
  mostParts: 3,
})

it('an SMS gateway that never answers holds up neither the e-mails beside it nor another organisation', async () => {
  const silent = await startFakeGateway()
  silent.behave('silence')
  const gateway = stoppedLater(await startFakeGateway())
  const honest = stoppedLater(await startTestSmtp())
  const firm = firmOf(await manyReady(database, honest.port, ['Un']))
  await firm.inTransaction((db) => setGateway(db, context.seal, gatewayAt(silent.url)))
  await oneMore(firm, 'deux', 'sms')
  const other = firmOf(await manyReady(database, honest.port, ['Trois']))
  await other.inTransaction((db) => setGateway(db, context.seal, gatewayAt(gateway.url)))
  await oneMore(other, 'quatre', 'sms')
  const round = aServer().begin('send')
  await vi.waitFor(async () => expect(await statesOf(other)).toEqual(['sent', 'sent']), waits)
  await vi.waitFor(async () => expect(await statesOf(firm)).toEqual(['sent', 'sending']), waits)
  await vi.waitFor(() => expect(silent.asked).toHaveLength(1), waits)
  await silent.stop()
  await round
  // It had the whole message: a person decides.
  expect(await statesOf(firm)).toEqual(['sent', 'uncertain'])
})

describe('a server that is read and never answers', () => {
  it('leaves the mailboxes of the other organisations their turn', async () => {
    const hanging = await aHangingServer()
    const [slow, other] = await Promise.all([aFirmWithMailbox(hanging.port), aFirmWithMailbox(1)])
    const round = aServer().begin('mailboxes')
    const problem = ({ inTransaction }: TestFirm) =>
      inTransaction((db) =>
        db.one<{ problem: string | null }>(sql`
          select problem from mailbox where organization_id = current_organization()`),
      )
    const refused = { problem: expect.stringContaining('ECONNREFUSED') }
    await vi.waitFor(async () => expect(await problem(other)).toEqual(refused), waits)
    await vi.waitFor(() => expect(hanging.lines()).toBe(1), waits)
    expect(await problem(slow)).toEqual({ problem: null })
    await stops.shift()?.()
    await round
    expect(await problem(slow)).toEqual({ problem: expect.stringMatching(/^(notConnected|broken)/) })
  })

  it('leaves the folders of other organisations, and those beside it, their turn', async () => {
    const hanging = await aHangingServer()
    const [slow, other] = await Promise.all([aFirmWithMailbox(1), aFirmWithMailbox(1)])
    const folder = ({ inTransaction }: TestFirm, port: number) =>
      inTransaction((db) =>
        addSource(db, context.seal, {
          kind: 'sftp',
          name: `Sage ${port}`,
          holds: 'some',
          isGuarded: true,
          isActive: true,
          secret: { password: 'secret' },
          settings: watchSettings.parse({ folder: 'exports', server: { host: '127.0.0.1', port, user: 'sage' } }),
        }),
      )
    await folder(slow, hanging.port)
    await folder(slow, 1)
    await folder(other, 1)
    const troubles = ({ inTransaction }: TestFirm) =>
      inTransaction(async (db) =>
        (
          await db.rows<{ code: string | null }>(sql`
            select trouble ->> 'code' as code from source
            where organization_id = current_organization() and kind = 'sftp' order by id`)
        ).map(({ code }) => code),
      )
    const round = aServer().begin('look')
    await vi.waitFor(async () => expect(await troubles(other)).toEqual(['noAnswer']), waits)
    await vi.waitFor(() => expect(hanging.lines()).toBe(1), waits)
    await vi.waitFor(async () => expect(await troubles(slow)).toEqual([null, 'noAnswer']), waits)
    await stops.shift()?.()
    await round
    expect(await troubles(slow)).toEqual(['noAnswer', 'noAnswer'])
  })
})

async function aFirmWithMailbox(port: number): Promise<TestFirm> {
  const firm = firmOf(await manyReady(database, 1, ['Un']))
  await firm.inTransaction(async (db) => {
    // Nothing of it leaves: only its mailbox is looked at here.
    await db.run(sql`delete from smtp_settings where organization_id = current_organization()`)
    await db.run(sql`
      insert into mailbox (organization_id, legal_entity_id, is_on, host, port, security, username, password_sealed)
      values (current_organization(), ${firm.entity}, true, '127.0.0.1', ${port}, 'none', 'compta', ${context.seal.close('secret')})`)
  })
  return firm
}
