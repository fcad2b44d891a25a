import { afterEach, describe, expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { startScriptedServer } from '../../platform/mail/testing/scripted-server.ts'
import { startTestSmtp, type TestSmtpOptions } from '../../platform/mail/testing/start-test-smtp.ts'
import { endRest } from './outbox.ts'
import { sendDue } from './send-due.ts'
import { troubleIn } from './server-trouble.ts'
import { afterTen, manyReady, openTasks, type Ready, readyToLeave, stateOf, tools } from './testing/ready-to-leave.ts'

const database = await testDatabase()
const minute = 60_000

let stop: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(stop.map((one) => one()))
  stop = []
})

async function serverSaying(script: Parameters<typeof startScriptedServer>[0]) {
  const server = await startScriptedServer(script)
  stop.push(() => server.stop())
  return server
}

async function honestServer(options: TestSmtpOptions = {}) {
  const server = await startTestSmtp(options)
  stop.push(() => server.stop())
  return server
}

const three = ['Menuiseries Castel', 'Brasserie Saint-Aubin', 'Farine Morel']

const rowsOf = ({ firm }: Ready) =>
  firm.inTransaction((db) =>
    db.rows<{ state: string; attempts: number; waits: number; reply: string | null }>(sql`
      select state, attempts, server_reply as reply,
        (extract(epoch from next_attempt_at - ${new Date(afterTen).toISOString()}::timestamptz) / 60)::int as waits
      from reminder where organization_id = current_organization() order by id`),
  )

const one = (ready: readonly Ready[]): Ready => ready[0] ?? expect.fail('nothing is ready')

describe('a mail server in trouble', () => {
  it('is tried once, not once a message; the others wait and are told why', async () => {
    const server = await serverSaying({ greeting: '421 4.3.2 Busy' })
    const ready = await manyReady(database, server.port, three)
    expect(await sendDue(tools(one(ready).firm))).toBe(0)
    expect(await rowsOf(one(ready))).toMatchObject([
      { state: 'ready', attempts: 1, waits: 15 },
      { state: 'ready', attempts: 0, waits: 15, reply: expect.stringContaining('celui d’avant') },
      { state: 'ready', attempts: 0, waits: 15 },
    ])
    expect(await sendDue(tools(one(ready).firm, afterTen + 14 * minute))).toBe(0)
    expect(server.heard).toEqual([])
  })

  it('that refuses the password is not asked again for each message: an account is closed for less', async () => {
    const server = await serverSaying({ EHLO: '250-x\r\n250 AUTH PLAIN', AUTH: '535 5.7.8 Wrong' })
    const ready = await manyReady(database, server.port, three)
    const { firm } = one(ready)
    await firm.inTransaction((db) =>
      db.run(
        sql`update smtp_settings set username = 'compta', password_sealed = 'x' where organization_id = current_organization()`,
      ),
    )
    const unseal = () => 'secret'
    await sendDue({ ...tools(firm), unseal })
    expect(server.heard.filter((line) => line.startsWith('AUTH'))).toHaveLength(1)
    expect(await rowsOf(one(ready))).toMatchObject([
      { state: 'failed', reply: expect.stringContaining('mot de passe') },
      { state: 'ready', waits: 60 },
      { state: 'ready', waits: 60 },
    ])
    expect(await openTasks(one(ready))).toEqual(['other'])
    // Saving the settings is the sign that somebody corrected them.
    await firm.inTransaction((db) => endRest(db, one(ready).firm.entity))
    await sendDue({ ...tools(firm, afterTen + minute), unseal })
    expect(server.heard.filter((line) => line.startsWith('AUTH'))).toHaveLength(2)
  })

  it('of which two messages in a row were refused for our standing is left alone; no address is condemned', async () => {
    const server = await serverSaying({ MAIL: '550 5.7.1 Blocked' })
    const ready = await manyReady(database, server.port, three)
    await sendDue(tools(one(ready).firm))
    expect(server.heard.filter((line) => line.startsWith('MAIL'))).toHaveLength(2)
    expect((await rowsOf(one(ready))).map((row) => row.state)).toEqual(['failed', 'failed', 'ready'])
    const refused = await one(ready).firm.inTransaction((db) =>
      db.rows(
        sql`select id from contact where organization_id = current_organization() and email_refused_on is not null`,
      ),
    )
    expect(refused).toEqual([])
  })

  it('that dies each time it has taken one is left alone after two: two are in doubt, not all of them', async () => {
    const server = await serverSaying({ dot: 'drop' })
    const ready = await manyReady(database, server.port, three)
    await sendDue(tools(one(ready).firm))
    expect(server.bodies).toHaveLength(2)
    expect(await rowsOf(one(ready))).toMatchObject([
      { state: 'uncertain' },
      { state: 'uncertain' },
      { state: 'ready', attempts: 0, waits: 15, reply: expect.stringContaining('celui d’avant') },
    ])
  })

  it('is not seen in a refusal of one address, nor in one greylisting', () => {
    const about = { enhanced: null, reply: '', refused: [] } as const
    const greylisted = { ...about, kind: 'temporary', code: 450, detail: 'slowDown', safeToRetry: true } as const
    expect(troubleIn(greylisted)).toBeNull()
    expect(troubleIn({ ...greylisted, code: 421 })).toMatchObject({ isCertain: true })
    const nobody = { ...about, kind: 'permanent', code: 550, scope: 'address', detail: 'noSuchMailbox' } as const
    expect(troubleIn(nobody)).toBeNull()
  })
})

describe('a message refused for now', () => {
  it('is tried three times more, at working hours, then shown with a task', async () => {
    const server = await serverSaying({ RCPT: '450 4.7.1 Greylisted' })
    const ready = await readyToLeave(database, server.port)
    const tries = () => server.heard.filter((line) => line.startsWith('RCPT')).length
    await sendDue(tools(ready.firm))
    for (const [wait, expected] of [
      [15, 2],
      [75, 3],
    ] as const) {
      await sendDue(tools(ready.firm, afterTen + (wait - 1) * minute))
      expect(tries()).toBe(expected - 1)
      await sendDue(tools(ready.firm, afterTen + wait * minute))
      expect(tries()).toBe(expected)
    }
    // Twelve hours later it is night: it waits for the hours of the firm.
    await sendDue(tools(ready.firm, afterTen + (75 + 720) * minute))
    expect(tries()).toBe(3)
    await sendDue(tools(ready.firm, afterTen + 24 * 60 * minute))
    expect(tries()).toBe(4)
    expect(await stateOf(ready)).toMatchObject({ state: 'failed', climbed: [], contacts: 0 })
    expect(await openTasks(ready)).toEqual(['other'])
  })
})

describe('a message to two people', () => {
  it('counts as sent when one is taken; only the address that does not exist is condemned', async () => {
    const answers: Record<string, string> = { absent: '550 5.1.1 No such user', slow: '450 4.7.1 Greylisted' }
    const refuse = (address: string) => answers[address.split('@')[0] ?? ''] ?? null
    const server = await honestServer({ refuse })
    const ready = await readyToLeave(database, server.port)
    await ready.firm.inTransaction((db) =>
      db.run(sql`
        insert into contact (organization_id, customer_id, last_name, role, email)
        select current_organization(), ${ready.customer}, name, 'accountsPayable', name || '@castel.example'
        from unnest(array['absent', 'slow']) as name`),
    )
    expect(await sendDue(tools(ready.firm))).toBe(1)
    expect(server.received[0]?.to).toEqual(['compta@castel.example'])
    const refused = await ready.firm.inTransaction((db) =>
      db.rows(sql`
        select email, email_refusal as reply from contact
        where organization_id = current_organization() and email_refused_on is not null`),
    )
    expect(refused).toEqual([{ email: 'absent@castel.example', reply: expect.stringContaining('550') }])
    expect(await openTasks(ready)).toEqual(['correctAddress'])
  })
})
