import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { transaction } from '../../../platform/database/db.ts'
import { sql } from '../../../platform/database/sql.ts'
import { testDatabase } from '../../../platform/database/testing/test-database.ts'
import { openSeal } from '../../../platform/sealing.ts'
import { approveReminders, cancelApproval } from '../../reminders/approve-reminders.ts'
import { listReminders } from '../../reminders/list-reminders.ts'
import { dailyRun, decideAgain } from '../../run/daily-run.ts'
import { loadRunContext } from '../../run/run-context.ts'
import { endRest } from '../../sending/outbox.ts'
import { sendDue } from '../../sending/send-due.ts'
import type { SendingPoint } from '../../sending/send-reminder.ts'
import { nine, openTasks, type Ready, stateOf, tools } from '../../sending/testing/ready-to-leave.ts'
import { aCustomer, aFirm, anInvoice } from '../../testing/a-firm.ts'
import { sendSms } from './gateway.ts'
import { type GatewayAsked, gatewayRow, setGateway, smsWaitingFor } from './gateway-settings.ts'
import { startFakeGateway } from './testing/fake-gateway.ts'

const database = await testDatabase()
const fake = await startFakeGateway()
afterAll(() => fake.stop())
let seen = 0
const asked = () => fake.asked.slice(seen)
beforeEach(() => {
  seen = fake.asked.length
  fake.behave(202)
})

const seal = openSeal('a word of the tests')
const unseal = (sealed: string) => seal.open(sealed)
const gateway: GatewayAsked = {
  isActive: true,
  url: fake.url,
  method: 'POST',
  headers: 'Content-Type: application/json\nAuthorization: Bearer s3cret',
  bodyTemplate: '{"to":"{{to}}","message":"{{text}}","from":"{{from}}","key":"{{id}}"}',
  sender: 'VAUQUELIN',
  mostParts: 3,
}

/** An approved SMS of a firm with a gateway and no mail server, decided by a scenario whose messages are SMS. */
async function smsReady(over: Partial<GatewayAsked> = {}, phone = '06 12 34 56 78'): Promise<Ready> {
  const firm = await aFirm(database)
  const party = await firm.inTransaction(async (db) => {
    await setGateway(db, seal, { ...gateway, ...over })
    await db.run(sql`
      update scenario_step set channel = 'sms' where organization_id = current_organization() and channel = 'email'`)
    const customer = await aCustomer(db)
    await db.run(sql`update contact set phone = ${phone} where organization_id = current_organization()`)
    const given = { customer, entity: firm.entity, number: 'F-2026-0926', due: '2026-11-09', amount: 974_400 }
    return { customer, item: await anInvoice(db, given) }
  })
  await dailyRun(firm.inTransaction, nine)
  const reminder = await firm.inTransaction(async (db) => {
    const { id, channel } = await db.one<{ id: number; channel: string }>(
      sql`select id, channel from reminder where organization_id = current_organization()`,
    )
    expect(channel).toBe('sms')
    await approveReminders(db, [id], await loadRunContext(db, nine), { now: false, nowMs: nine })
    return id
  })
  return { ...party, firm, reminder }
}
const given = (ready: Ready, nowMs?: number) => ({ ...tools(ready.firm, nowMs), unseal })

describe('an SMS', () => {
  it('leaves once, to the mobile of who pays, with its words escaped and its own key', async () => {
    const ready = await smsReady()
    expect(await sendDue(given(ready))).toBe(1)
    expect(await sendDue(given(ready))).toBe(0)
    expect(asked()).toHaveLength(1)
    const [request] = asked()
    expect(request?.headers).toMatchObject({ authorization: 'Bearer s3cret', 'content-type': 'application/json' })
    const said = JSON.parse(request?.body ?? '') as Record<string, string>
    expect(said).toMatchObject({ to: '+33612345678', from: 'VAUQUELIN', key: expect.stringContaining('@') })
    expect(said.message).toMatch(
      /^Atelier Vauquelin : sauf erreur, la facture F-2026-0926 \(9 744,00 €\) reste à régler/,
    )
    expect(await stateOf(ready)).toMatchObject({ state: 'sent', climbed: ['email-7'], contacts: 1 })
    const kinds = await ready.firm.inTransaction((db) =>
      db.rows(sql`select kind from exchange where organization_id = current_organization()`),
    )
    expect(kinds).toEqual([{ kind: 'sms' }])
  })

  it('waits while the gateway is off', async () => {
    const ready = await smsReady()
    await ready.firm.inTransaction((db) => setGateway(db, seal, { ...gateway, isActive: false, headers: undefined }))
    expect(await sendDue(given(ready))).toBe(0)
    expect(asked()).toHaveLength(0)
    expect(await stateOf(ready)).toMatchObject({ state: 'pendingApproval' })
  })

  it('whose gateway is switched off goes as an e-mail, which a person reads again', async () => {
    const { firm, customer } = await smsReady()
    await firm.inTransaction(async (db) => {
      await setGateway(db, seal, { ...gateway, isActive: false, headers: undefined })
      expect(await smsWaitingFor(db)).toEqual([customer])
      await decideAgain(db, [customer], nine)
      await decideAgain(db, [customer], nine)
      expect(
        await db.rows(sql`
        select channel, state, ended_because as because from reminder where organization_id = current_organization() order by id`),
      ).toEqual([
        { channel: 'sms', state: 'cancelled', because: 'otherWay' },
        { channel: 'email', state: 'pendingApproval', because: null },
      ])
    })
  })

  it('takes the place of an e-mail that waits when its step becomes an SMS', async () => {
    const { firm, customer } = await smsReady()
    await firm.inTransaction(async (db) => {
      const why = async () =>
        (await listReminders(db, { view: 'ready', limit: 10 }, await loadRunContext(db, nine), 'fr')).rows[0]?.sentence
      await db.run(
        sql`update scenario_step set channel = 'email' where organization_id = current_organization() and channel = 'sms'`,
      )
      await decideAgain(db, [customer], nine)
      expect(await why()).toContain('Un e-mail cordial part')
      await db.run(
        sql`update scenario_step set channel = 'sms' where organization_id = current_organization() and channel = 'email'`,
      )
      await decideAgain(db, [customer], nine)
      expect(await why()).toContain('Un SMS cordial part')
      expect(
        await db.rows(sql`
        select channel, state from reminder where organization_id = current_organization() order by id`),
      ).toEqual([
        { channel: 'sms', state: 'cancelled' },
        { channel: 'email', state: 'cancelled' },
        { channel: 'sms', state: 'pendingApproval' },
      ])
    })
  })

  it('leaves by itself where messages do, without a mail server too', async () => {
    const firm = await aFirm(database)
    await firm.inTransaction(async (db) => {
      await setGateway(db, seal, gateway)
      await db.run(sql`update organization set automatic_sending = true where organization_id = current_organization()`)
      await db.run(sql`
        update scenario_step set channel = 'sms' where organization_id = current_organization() and channel = 'email'`)
      const customer = await aCustomer(db)
      await db.run(sql`update contact set phone = '06 12 34 56 78' where organization_id = current_organization()`)
      await anInvoice(db, { customer, entity: firm.entity, number: 'F-1', due: '2026-11-09', amount: 974_400 })
    })
    await dailyRun(firm.inTransaction, nine)
    expect(await sendDue({ ...tools(firm), unseal })).toBe(1)
    expect(asked()).toHaveLength(1)
  })

  it('approved by a sales rep leaves, although nothing of the gateway is theirs to see', async () => {
    const ready = await smsReady()
    const { firm, customer, reminder } = ready
    const karim = await firm.inTransaction(async (db) => {
      const { id } = await db.one<{ id: number }>(sql`
        insert into person (organization_id, name, email, role) values (current_organization(), 'Karim', 'karim@vauquelin.example', 'sales') returning id`)
      await db.run(sql`update customer set sales_rep_id = ${id} where id = ${customer}`)
      await cancelApproval(db, [reminder])
      return id
    })
    const scope = { organization: firm.organization, person: karim, rights: 'portfolio' } as const
    await transaction(database.app, scope, async (db) => {
      expect(await gatewayRow(db)).toBeNull()
      const run = await loadRunContext(db, nine)
      const { rows, hasSmtp } = await listReminders(db, { view: 'ready', limit: 10 }, run, 'fr')
      expect(hasSmtp).toBe(false)
      expect(rows).toMatchObject([{ channel: 'sms', leavesIfApproved: expect.stringContaining('2026-11-23T09:00') }])
      expect(await approveReminders(db, [reminder], run, { now: false, nowMs: nine })).toMatchObject({
        approved: 1,
        inTestOutbox: 0,
      })
    })
    expect(await sendDue(given(ready))).toBe(1)
  })

  it.each([
    [429, 'ready', []],
    [503, 'ready', []],
    [500, 'uncertain', ['resolveUncertain']],
    ['drop', 'uncertain', ['resolveUncertain']],
    [401, 'failed', ['other']],
    // A body it cannot read says nothing of the number.
    [400, 'failed', ['other']],
  ] as const)('answered %s is %s', async (answer, state, tasks) => {
    fake.behave(answer)
    const ready = await smsReady()
    expect(await sendDue(given(ready))).toBe(0)
    expect(await stateOf(ready)).toMatchObject({ state, climbed: [], contacts: 0 })
    expect(await openTasks(ready)).toEqual(tasks)
    fake.behave(202)
    // Whatever nobody is sure of is never sent again by itself.
    expect(await sendDue(given(ready))).toBe(0)
    expect(asked()).toHaveLength(1)
  })

  it('whose number is refused is not tried again on that number', async () => {
    fake.behave(422)
    const ready = await smsReady()
    expect(await sendDue(given(ready))).toBe(0)
    expect(await stateOf(ready)).toMatchObject({ state: 'failed', because: 'badContact' })
    const refused = await ready.firm.inTransaction((db) =>
      db.rows(sql`select phone_refused as phone from contact where organization_id = current_organization()`),
    )
    expect(refused).toEqual([{ phone: '06 12 34 56 78' }])
    // An e-mail took its place; the number is asked for all the same, until it is another one.
    const decided = () => ready.firm.inTransaction((db) => decideAgain(db, [ready.customer], nine))
    await decided()
    expect(await openTasks(ready)).toEqual(['correctContact'])
    await ready.firm.inTransaction((db) =>
      db.run(sql`update contact set phone = '07 12 34 56 78' where organization_id = current_organization()`),
    )
    await decided()
    expect(await openTasks(ready)).toEqual([])
  })

  it('to a gateway that is not there is tried later', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise<void>((resolve) => server.close(() => resolve()))
    const ready = await smsReady({ url: `http://127.0.0.1:${port}/` })
    expect(await sendDue(given(ready))).toBe(0)
    expect(await stateOf(ready)).toMatchObject({ state: 'ready', climbed: [] })
  })

  it('is left alone after two in doubt: the others wait and are told why, until the settings are saved', async () => {
    fake.behave('drop')
    const ready = await smsReady()
    const { firm } = ready
    await firm.inTransaction(async (db) => {
      for (const name of ['Morel', 'Saint-Aubin']) {
        const customer = await aCustomer(db, { name })
        await anInvoice(db, { customer, entity: firm.entity, number: `F-${name}`, due: '2026-11-09', amount: 120_000 })
      }
      await db.run(
        sql`update contact set phone = '06 98 76 54 32' where organization_id = current_organization() and phone is null`,
      )
    })
    await dailyRun(firm.inTransaction, nine)
    await firm.inTransaction(async (db) => {
      const rows = await db.rows<{ id: number }>(
        sql`select id from reminder where organization_id = current_organization() and state = 'pendingApproval'`,
      )
      const ids = rows.map(({ id }) => id)
      await approveReminders(db, ids, await loadRunContext(db, nine), { now: false, nowMs: nine })
    })
    expect(await sendDue(given(ready))).toBe(0)
    const states = () =>
      firm.inTransaction((db) =>
        db.rows(sql`
          select state, server_reply as reply from reminder where organization_id = current_organization() order by id`),
      )
    expect(await states()).toMatchObject([
      { state: 'uncertain' },
      { state: 'uncertain' },
      { state: 'ready', reply: expect.stringContaining('ceux d’avant') },
    ])
    fake.behave(202)
    expect(await sendDue(given(ready))).toBe(0)
    expect(asked()).toHaveLength(2)
    await firm.inTransaction((db) => endRest(db, 'gateway'))
    expect(await sendDue(given(ready))).toBe(1)
    expect(asked()).toHaveLength(3)
  })

  it('longer than the organisation pays for stays here, and says why', async () => {
    const ready = await smsReady({ mostParts: 1 })
    await ready.firm.inTransaction((db) =>
      db.run(sql`update reminder set body_written = ${'a'.repeat(161)} where organization_id = current_organization()`),
    )
    expect(await sendDue(given(ready))).toBe(0)
    expect(asked()).toHaveLength(0)
    expect(await stateOf(ready)).toMatchObject({ state: 'failed', because: 'noValue' })
  })

  it('lets nothing leave when its claim was lost just before', async () => {
    const ready = await smsReady()
    const at = async (point: SendingPoint) => {
      if (point !== 'handingOver') return
      await ready.firm.inTransaction((db) =>
        db.run(sql`update reminder set state = 'uncertain' where organization_id = current_organization()`),
      )
    }
    expect(await sendDue({ ...given(ready), at })).toBe(0)
    expect(asked()).toHaveLength(0)
  })
})

describe('the gateway', () => {
  it('is spoken to by form and by address too, each escaped in its way', async () => {
    const sms = { to: '+33612345678', text: 'a&b="c" é', id: 'k@v' }
    const form = { url: fake.url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, sender: '' }
    await sendSms({ ...form, method: 'POST', bodyTemplate: 'to={{to}}&text={{text}}' }, sms)
    await sendSms({ ...form, url: `${fake.url}?to={{to}}&text={{text}}`, method: 'GET', bodyTemplate: '' }, sms)
    expect(asked()[0]?.body).toBe('to=%2B33612345678&text=a%26b%3D%22c%22%20%C3%A9')
    expect(new URL(asked()[1]?.url ?? '', fake.url).searchParams.get('text')).toBe('a&b="c" é')
  })

  it.each([
    ['ftp://passerelle.example/{{to}}', 'gatewayAddress'],
    ['file:///etc/passwd', 'gatewayAddress'],
    ['http://passerelle.example/sms', 'gatewayInTheClear'],
    ['http://169.254.169.254/latest', 'gatewayInTheClear'],
    ['http://172.32.0.1/sms', 'gatewayInTheClear'],
    ['https://{{from}}/sms', 'gatewayAddress'],
    ['http://{{from}}/sms', 'gatewayAddress'],
    ['https://{{to}}.passerelle.example/', 'gatewayAddress'],
    ['https://compte:secret@passerelle.example/sms', 'gatewayAddress'],
  ])('at %s is refused with its reason', async (url, code) => {
    const ready = await smsReady()
    await ready.firm.inTransaction((db) =>
      expect(setGateway(db, seal, { ...gateway, url })).rejects.toMatchObject({ code }),
    )
  })

  it.each([
    'https://passerelle.example/sms',
    'http://192.168.1.20/sms',
    'http://172.16.0.9:8080/sms',
    'http://gsm.lan/',
  ])('at %s is kept', async (url) => {
    const ready = await smsReady()
    await ready.firm.inTransaction(async (db) => {
      await setGateway(db, seal, { ...gateway, url })
      expect((await gatewayRow(db))?.url).toBe(url)
    })
  })

  it.each(['Host: elsewhere.example', 'Content-Length: 3', 'transfer-encoding: chunked', 'Expect: 100-continue'])(
    'does not let a header say how the request travels: %s',
    async (headers) => {
      const ready = await smsReady()
      await ready.firm.inTransaction((db) =>
        expect(setGateway(db, seal, { ...gateway, headers })).rejects.toMatchObject({ code: 'gatewayHeader' }),
      )
    },
  )

  it('is refused where a quote in a text would end its JSON', async () => {
    const ready = await smsReady()
    const bodyTemplate = '{"to":{{to}},"message":"{{text}}"}'
    await ready.firm.inTransaction((db) =>
      expect(setGateway(db, seal, { ...gateway, bodyTemplate })).rejects.toMatchObject({ code: 'gatewayBody' }),
    )
  })

  it('leaves no key in the journal', async () => {
    const ready = await smsReady()
    const url = 'https://passerelle.example/sms?key=s3cret&to={{to}}&m={{text}}'
    await ready.firm.inTransaction(async (db) => {
      await setGateway(db, seal, { ...gateway, url, method: 'GET' })
      const told = await db.rows<{ details: unknown }>(sql`
        select details from journal where organization_id = current_organization() and act = 'smsGateway.changed'`)
      expect(JSON.stringify(told)).toContain('https://passerelle.example/sms')
      expect(JSON.stringify(told)).not.toContain('s3cret')
    })
  })

  it('keeps its key sealed, and gives it to no other server', async () => {
    const ready = await smsReady()
    await ready.firm.inTransaction(async (db) => {
      expect((await gatewayRow(db))?.headersSealed).not.toContain('s3cret')
      const elsewhere = { ...gateway, url: 'https://elsewhere.example/sms', headers: undefined }
      await expect(setGateway(db, seal, elsewhere)).rejects.toMatchObject({ code: 'gatewayHeadersNeeded' })
      await expect(setGateway(db, seal, { ...gateway, bodyTemplate: '{{text}}' })).rejects.toMatchObject({
        code: 'gatewayIncomplete',
      })
      await expect(setGateway(db, seal, { ...gateway, headers: 'no header' })).rejects.toMatchObject({
        code: 'gatewayHeader',
      })
    })
  })
})
