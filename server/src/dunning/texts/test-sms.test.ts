import { smsMessages } from '@quittance/core/dunning/sms/sms-messages.ts'
import { afterAll, expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { openSeal } from '../../platform/sealing.ts'
import { setGateway } from '../channels/sms/gateway-settings.ts'
import { startFakeGateway } from '../channels/sms/testing/fake-gateway.ts'
import { loadRunContext } from '../run/run-context.ts'
import { aCustomer, aFirm, anInvoice, type TestFirm } from '../testing/a-firm.ts'
import { sendTestSms, testSms } from './test-sms.ts'

const database = await testDatabase()
const gateway = await startFakeGateway()
afterAll(() => gateway.stop())
const nine = Date.parse('2026-11-23T08:00:00Z')
const seal = openSeal('a word of the tests')

const settings = {
  isActive: true,
  url: gateway.url,
  method: 'POST' as const,
  headers: 'Content-Type: application/json',
  bodyTemplate: '{"to":"{{to}}","text":"{{text}}"}',
  sender: null,
  mostParts: 1,
}

const test = (firm: TestFirm, body: string, customer: number | null = null) =>
  firm.inTransaction(async (db) => {
    await db.run(sql`select set_config('app.person', ${String(firm.claire)}, true)`)
    const run = await loadRunContext(db, nine)
    const asked = { channel: 'sms', tone: 'friendly', language: 'fr', subject: '', body, customer } as const
    return testSms(db, asked, { run, spoken: 'fr', unseal: (sealed) => seal.open(sealed) })
  })

const phone = (firm: TestFirm, number: string | null) =>
  firm.inTransaction((db) =>
    db.run(sql`
      update person set phone = ${number} where organization_id = current_organization() and id = ${firm.claire}`),
  )

it('an SMS text goes as a test to the mobile of who asks, on a real customer, and to nobody else', async () => {
  const firm = await aFirm(database)
  const customer = await firm.inTransaction(async (db) => {
    await setGateway(db, seal, settings)
    const id = await aCustomer(db)
    await db.run(sql`update contact set phone = '07 00 00 00 01' where organization_id = current_organization()`)
    await anInvoice(db, {
      customer: id,
      entity: firm.entity,
      number: 'F-2026-0926',
      due: '2026-11-02',
      amount: 974_400,
    })
    return id
  })
  await phone(firm, '06 12 34 56 78')
  await firm.inTransaction((db) => setGateway(db, seal, { ...settings, mostParts: 3 }))
  expect(await sendTestSms(await test(firm, smsMessages.fr.friendly, customer), 'fr')).toEqual({
    sent: true,
    to: '+33612345678',
    sentence: 'Essai envoyé au +33612345678.',
  })
  expect(gateway.asked.map((one) => JSON.parse(one.body))).toEqual([
    { to: '+33612345678', text: expect.stringContaining('F-2026-0926') },
  ])
  const written = await firm.inTransaction((db) =>
    db.rows(sql`select id from reminder where organization_id = current_organization()`),
  )
  expect(written).toEqual([])
})

it('an SMS test says what is missing: the gateway, a mobile of one’s own, room', async () => {
  const firm = await aFirm(database)
  await expect(test(firm, 'Bonjour')).rejects.toMatchObject({ code: 'noGateway', status: 409 })
  await firm.inTransaction((db) => setGateway(db, seal, { ...settings, isActive: false }))
  await expect(test(firm, 'Bonjour')).rejects.toMatchObject({ code: 'noGateway' })
  await firm.inTransaction((db) => setGateway(db, seal, settings))
  await expect(test(firm, 'Bonjour')).rejects.toMatchObject({ code: 'noOwnMobile' })
  await phone(firm, '03 85 00 00 00')
  await expect(test(firm, 'Bonjour')).rejects.toMatchObject({ code: 'noOwnMobile' })
  await phone(firm, '06 12 34 56 78')
  await expect(test(firm, 'a'.repeat(161))).rejects.toMatchObject({ code: 'smsTooLong' })
  expect(gateway.asked.filter(({ body }) => body.includes('Bonjour'))).toEqual([])
})

it('an SMS test that the gateway refuses says so, and that nothing tries it again', async () => {
  const firm = await aFirm(database)
  await firm.inTransaction((db) => setGateway(db, seal, settings))
  await phone(firm, '06 12 34 56 78')
  gateway.behave(429)
  const answer = await sendTestSms(await test(firm, 'Bonjour'), 'fr')
  gateway.behave(202)
  expect(answer).toMatchObject({ sent: false, sentence: expect.stringContaining('demande d’attendre') })
  expect(answer.sentence).not.toMatch(/réessayons|Plusieurs essais/)
})
