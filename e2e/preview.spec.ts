import type { Page } from '@playwright/test'
import type { ReceivedMail, TestSmtp } from '../server/src/platform/mail/testing/start-test-smtp.ts'
import { claire, expect, expectAccessible, makeExample, test } from './world/world.ts'

// Twenty to ten: the colleague in charge is told, and nothing leaves before ten.
test.use({ serverAt: '2026-11-23T09:40:00+01:00', beginning: 'nobody' })

/** Quoted-printable undone: the text as it is read. */
function textOf({ raw }: ReceivedMail): string {
  const bytes = raw
    .toString('latin1')
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** All but what colleagues are told. */
const toCustomers = ({ received }: TestSmtp) =>
  received.filter(({ to }) => !to.some((address) => address.endsWith('@vauquelin.example')))
const toClaire = ({ received }: TestSmtp) => received.filter(({ to }) => to.includes(claire.email))

async function setSender({ request }: Page, { port }: TestSmtp): Promise<void> {
  const { legalEntities } = (await (await request.get('/api/v1/session')).json()) as { legalEntities: { id: number }[] }
  const data = {
    ...{ host: '127.0.0.1', port, security: 'none', username: null, replyTo: null },
    ...{ fromName: claire.name, fromAddress: 'compta@vauquelin.example' },
  }
  const answer = await request.put(`/api/v1/legal-entities/${legalEntities[0]?.id}/smtp`, { data })
  expect(answer.ok()).toBe(true)
}

const list = (page: Page) => page.getByRole('list', { name: 'Relances prêtes à partir' })
const panel = (page: Page) => page.getByRole('region', { name: 'Message', exact: true })
const said = (page: Page) => page.getByRole('region', { name: 'Messages' })

/** The link of the mail before departure leads through the door, to the very message. */
async function followLink(page: Page, link: string): Promise<void> {
  await page.request.delete('/api/v1/session')
  await page.goto(new URL(link).pathname + new URL(link).search)
  await page.getByRole('textbox', { name: 'E-mail' }).fill(claire.email)
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(claire.password)
  await page.keyboard.press('Enter')
}

test('the prepared day: told beforehand, one put aside, one edited, all approved, one recalled, the rest leave', async ({
  page,
  server,
  smtp,
}) => {
  test.setTimeout(180_000)
  const keys = page.keyboard
  await makeExample(page)
  await setSender(page, smtp)
  await server.restart('2026-11-23T09:40:30+01:00')

  await test.step('whoever is in charge is told once, and the link to put one aside asks who is there first', async () => {
    await expect.poll(() => toClaire(smtp).length, { timeout: 20_000 }).toBe(1)
    const text = textOf(toClaire(smtp)[0] as ReceivedMail)
    expect(text).toContain('Brasserie Saint-Aubin')
    const link = /Cave Montrésor[\s\S]*?(http\S+geste=mettre-de-cote)/.exec(text)?.[1] ?? ''
    await followLink(page, link)
    const dialog = page.getByRole('dialog', { name: /Mettre de côté.*Cave Montrésor/ })
    await expect(dialog).toBeVisible()
    await dialog.getByLabel(/Raison/).fill('La responsable rentre lundi.')
    await keys.press('Control+Enter')
    await expect(said(page)).toContainText('Mise de côté jusqu’au 30/11/2026')
    await expect(list(page).getByRole('listitem')).toHaveCount(10)
  })

  await test.step('it stands among those put aside, with who and why', async () => {
    await page.getByRole('button', { name: 'Cave Montrésor' }).click()
    await expect(page.getByText('Claire Besson · La responsable rentre lundi.')).toBeVisible()
  })

  await test.step('read one and edit its words; what is owed stays as the program writes it', async () => {
    await list(page).getByRole('button', { name: 'Brasserie Saint-Aubin' }).click()
    await expect(panel(page).frameLocator('iframe').getByText('F-2026-0851').first()).toBeVisible()
    await keys.press('m')
    const body = panel(page).getByRole('textbox', { name: 'Texte' })
    await expect(body).toBeFocused()
    await expect(body.locator('[data-token="{{ invoices.table }}"]')).toHaveText('Tableau des factures')
    await keys.press('Control+Home')
    await keys.press('End')
    await keys.type(' Merci pour votre appel.')
    await expectAccessible(page, 'light')
    await expectAccessible(page, 'dark')
    await keys.press('Control+s')
    await expect(panel(page).getByText(/Modifié par Claire Besson/)).toBeVisible()
    await expect(panel(page).frameLocator('iframe').getByText('Merci pour votre appel.')).toBeVisible()
    await panel(page).getByRole('button', { name: 'texte seul' }).click()
    await expect(panel(page).getByText('Merci pour votre appel.')).toBeVisible()
    await expect(panel(page)).toContainText(/10\s956,00\s€/)
  })

  await test.step('approve all that is left, take one back before it leaves', async () => {
    await keys.press('Control+Enter')
    await expect(page.getByRole('alertdialog', { name: 'Approuver les 10 e-mails ?' })).toContainText('10:00')
    await keys.press('Control+Enter')
    await expect(said(page)).toContainText('10 e-mails approuvés, départ à 10:00')
    const approved = page.getByRole('region', { name: 'Approuvées' })
    await approved.getByRole('button', { name: 'Agence Ponthieu' }).click()
    await expect(panel(page).getByRole('heading', { name: 'Agence Ponthieu' })).toBeVisible()
    await keys.press('x')
    await expect(said(page)).toContainText('1 approbation retirée')
    await expect(panel(page).getByText(/Départ annulé par Claire Besson/)).toBeVisible()
    await expectAccessible(page, 'light')
  })
  expect(toCustomers(smtp), 'nothing leaves before the departure').toHaveLength(0)

  await test.step('at ten the others leave, with the words that were edited', async () => {
    await server.restart('2026-11-23T10:00:30+01:00')
    await expect.poll(() => toCustomers(smtp).length, { timeout: 30_000 }).toBe(9)
    const brasserie = toCustomers(smtp).find(({ to }) => to.includes('factures@saint-aubin.example'))
    expect(textOf(brasserie as ReceivedMail)).toMatch(/Merci pour votre appel\.[\s\S]*10\s956,00/u)
    const texts = toCustomers(smtp).map(textOf).join('\n')
    expect(texts).not.toContain('Cave Montrésor')
    expect(texts).not.toContain('Agence Ponthieu')
    expect(toClaire(smtp), 'nobody is told twice').toHaveLength(1)
  })

  await test.step('what was taken back waits, and what left cannot be taken back: it is said', async () => {
    await page.goto('/relances?vue=pretes')
    await expect(list(page).getByRole('listitem')).toHaveText([/Agence Ponthieu/])
    const { rows } = (await (await page.request.get('/api/v1/reminders?view=sent')).json()) as {
      rows: { id: number }[]
    }
    const reminders = rows.map(({ id }) => id).slice(0, 9)
    const recall = await page.request.post('/api/v1/reminders/approval-cancellation', { data: { reminders } })
    expect(await recall.json()).toEqual({ cancelled: 0, tooLate: 9 })
    await page.goto(`/relances?vue=pretes&relance=${reminders[0]}`)
    await expect(page.getByText('Ce message n’attend plus')).toBeVisible()
  })
})
