import { type FakeGateway, startFakeGateway } from '../server/src/dunning/channels/sms/testing/fake-gateway.ts'
import { openPage } from './world/pages-of-example.ts'
import { expect, expectAccessible, test as inWorld } from './world/world.ts'

const test = inWorld.extend<{ gateway: FakeGateway }>({
  gateway: async ({ page }, use) => {
    const gateway = await startFakeGateway()
    const settings = { isActive: true, url: gateway.url, method: 'POST', mostParts: 3, sender: 'VAUQUELIN' }
    const bodyTemplate = '{"to":"{{to}}","message":"{{text}}"}'
    await page.request.put('/api/v1/sms-gateway', { data: { ...settings, bodyTemplate } })
    await use(gateway)
    await gateway.stop()
  },
})

test('a step of SMS is read, edited and approved without a mail server, and leaves at its hour', async ({
  page,
  server,
  gateway,
}) => {
  const found = await (await page.request.get('/api/v1/search?q=Sodibio')).json()
  const customer = await (await page.request.get(`/api/v1/customers/${found.customers[0].id}`)).json()
  await page.request.patch(`/api/v1/contacts/${customer.contacts[0].id}`, { data: { phone: '06 12 34 56 78' } })
  const scenarios = await (await page.request.get('/api/v1/scenarios')).json()
  const { id, name, rules, steps } = scenarios.find((one: { name: string }) => one.name === 'Standard')
  const texting = steps.map((step: { key: string }) => (step.key === 'email-7' ? { ...step, channel: 'sms' } : step))
  await page.request.put(`/api/v1/scenarios/${id}`, { data: { name, rules, steps: texting } })

  await openPage(page, '/relances?vue=pretes', /Relances prêtes/)
  await page.getByRole('button', { name: 'Sodibio Distribution' }).click()
  const message = page.getByRole('region', { name: 'Message', exact: true })
  await expect(message).toContainText('Un SMS cordial part')
  await expect(message).toContainText('+33 6 12 34 56 78')
  await expect(message).toContainText('SMS, 1 partie')
  await expectAccessible(page, 'light')
  await expectAccessible(page, 'dark')

  await message.getByRole('button', { name: 'Modifier' }).click()
  await expect(message.getByRole('textbox', { name: 'Objet' })).toHaveCount(0)
  await message.getByRole('textbox', { name: 'Texte' }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Bonne fin de semaine.')
  await expect(message.getByRole('status').filter({ hasText: 'signes' })).toContainText('2 parties')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Message modifié')

  await page.keyboard.press('Control+Enter')
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('iront dans la boîte d’essai')
  await page.keyboard.press('Control+Enter')
  await expect(question).toBeHidden()
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('1 message approuvé, départ à 10:')
  expect(gateway.asked).toHaveLength(0)

  await server.restart('2026-11-23T10:20:00+01:00')
  await expect.poll(() => gateway.asked.length).toBe(1)
  expect(JSON.parse(gateway.asked[0]?.body ?? '')).toEqual({
    to: '+33612345678',
    message: expect.stringMatching(/^Atelier Vauquelin : .*6 960,00 €.* Bonne fin de semaine\.$/),
  })
  await openPage(page, `/clients/${customer.id}`, /Sodibio/)
  await expect(page.getByRole('main')).toContainText('Bonne fin de semaine.')
})
