import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { ReceivedMail, TestSmtp } from '../server/src/platform/mail/testing/start-test-smtp.ts'
import { claire, expect, test } from './world/world.ts'

test.use({ beginning: 'nobody' })

const file = join(import.meta.dirname, 'testdata/factures-ouvertes.csv')

/** Who is late in the file once Opéra Côté Cour has paid, and what each is asked for. */
const expected = [
  { customer: 'Hôtel des Alizés', to: 'factures@alizes.example', amount: '2 415,60', invoices: ['FA-2026-103'] },
  {
    customer: 'Boulangerie Émile & Fils',
    to: 'compta@emile-fils.example',
    amount: '2 080,40',
    invoices: ['FA-2026-101', 'FA-2026-102'],
  },
  {
    customer: 'Garage Lefèvre',
    to: 'garage@lefevre.example',
    amount: '840,00',
    invoices: ['FA-2026-104', 'FA-2026-107'],
  },
  { customer: 'Librairie L’Œuvre', to: 'achats@loeuvre.example', amount: '310,50', invoices: ['FA-2026-109'] },
] as const

/** A pattern of the words, whatever kind of space and apostrophe stands in them. */
const spaced = (words: string): RegExp => new RegExp(words.replaceAll(/\s/g, '\\s').replaceAll(/['’]/g, "['’]"))

const title = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name })

const note = (page: Page): Locator => page.getByRole('main').getByRole('paragraph').first()

const byRecipient = (received: readonly ReceivedMail[]): string[] => received.flatMap(({ to }) => [...to]).sort()

/** All but what the program tells Claire herself. */
const toCustomers = ({ received }: TestSmtp) => received.filter(({ to }) => !to.includes(claire.email))

/** The text part of a message, its quoted-printable undone. */
function textOf({ raw }: ReceivedMail): string {
  const bytes = raw
    .toString('latin1')
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

async function createCompany(page: Page): Promise<void> {
  await page.goto('/')
  await expect(title(page, 'Bienvenue dans Quittance')).toBeVisible()
  await page.getByLabel('Votre entreprise').fill(claire.company)
  await page.getByLabel('Votre nom').fill(claire.name)
  await page.getByLabel('Votre e-mail').fill(claire.email)
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(claire.password)
  await page.getByRole('button', { name: 'Créer mon entreprise' }).click()
  await expect(title(page, 'Vos factures ouvertes')).toBeVisible()
}

async function importFile(page: Page): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'choisissez un fichier' }).click()
  await (await choosing).setFiles(file)
  await expect(title(page, 'Importer un fichier')).toBeVisible()
  const check = page.getByRole('region', { name: 'Vérification' })
  await expect(check).toContainText(/Prêtes à importer\s*10/)
  await expect(check).toContainText(/À corriger\s*2/)

  const refused = page.getByRole('table', { name: /à corriger/ })
  const impossibleDay = refused.getByRole('row', { name: /FA-2026-106/ })
  await impossibleDay.getByRole('textbox').fill('30/11/2026')
  await impossibleDay.getByRole('button', { name: 'Corriger' }).click()
  await expect(check).toContainText(/Prêtes à importer\s*11/)
  await expect(check).toContainText(spaced('16 206,50 €'))
  await page.getByRole('button', { name: 'Importer 11 lignes' }).click()
  await expect(page.getByRole('region', { name: '11 factures enregistrées' })).toBeVisible()
}

async function enterPayment(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Opéra Côté Cour' }).click()
  await expect(title(page, 'Facture FA-2026-110')).toBeVisible()
  await page.getByRole('button', { name: 'Saisir un règlement' }).click()
  const drawer = page.getByRole('dialog', { name: 'Saisir un règlement' })
  await drawer.getByRole('textbox', { name: 'Montant reçu' }).fill('4 200,00')
  await expect(drawer).toContainText('sera soldée')
  await drawer.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  const said = page.getByRole('region', { name: 'Messages' })
  await expect(said).toContainText(spaced('Règlement de 4 200,00 €'))
  await expect(said.getByRole('button', { name: /^Annuler/ })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Payée')
}

async function setSender(page: Page, smtp: TestSmtp): Promise<void> {
  await page.goto('/reglages/envoi')
  const sender = page.getByRole('region', { name: claire.company, exact: true })
  await sender.getByLabel('Nom de l’expéditeur').fill(claire.company)
  await sender.getByLabel('Adresse de l’expéditeur').fill('compta@vauquelin.example')
  await sender.getByLabel('Serveur d’envoi (SMTP)').fill('127.0.0.1')
  await sender.getByRole('button', { name: /Sécurité/ }).click()
  await page.getByRole('option', { name: 'Aucune (non chiffré)' }).click()
  await sender.getByLabel('Port', { exact: true }).fill(String(smtp.port))
  await sender.getByRole('button', { name: 'Tester' }).click()
  await expect(page.getByText('Tout fonctionne')).toBeVisible()
  expect(byRecipient(smtp.received)).toEqual([claire.email])
  await page.getByRole('button', { name: 'Enregistrer l’adresse d’envoi' }).click()
  await expect(page.getByText('En service')).toBeVisible()
}

async function readAndApprove(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^Relances/ })
    .first()
    .click()
  await expect(note(page)).toHaveText(spaced('4 e-mails · 6 factures · 5 646,50 €'))
  const list = page.getByRole('list', { name: 'Relances prêtes à partir' })
  const panel = page.getByRole('region', { name: 'Message' })
  for (const { customer, amount, to } of expected) {
    await expect(list.getByRole('listitem').filter({ hasText: spaced(customer) })).toContainText(spaced(amount))
    await list.getByRole('button', { name: spaced(customer) }).click()
    await expect(panel.getByRole('definition').filter({ hasText: to })).toBeVisible()
    await expect(panel.getByRole('paragraph').first()).toContainText(spaced(`${amount} €`))
  }
  await expect(panel.frameLocator('iframe').getByText('FA-2026-109').first()).toBeVisible()
  await panel.getByRole('button', { name: 'pourquoi ce ton ?' }).click()
  const why = page.getByRole('dialog', { name: /Pourquoi/ })
  await expect(why).toContainText('FA-2026-109')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Approuver les 4 e-mails' }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /Approuver les 4/ })
    .click()
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('4 e-mails approuvés')
}

test('a newcomer imports a file, enters a payment, and the reminders that are owed leave once', async ({
  page,
  server,
  smtp,
}) => {
  test.setTimeout(180_000)
  await test.step('create the company', () => createCompany(page))
  await test.step('drop a file, correct a row, import', () => importFile(page))

  await test.step('see who is late', async () => {
    await page.getByRole('link', { name: 'Celles en retard' }).click()
    await expect(note(page)).toHaveText(spaced('7 factures · 5 clients · 9 846,50 € à récupérer'))
  })
  await test.step('enter a payment', () => enterPayment(page))
  await test.step('set and try the mail server', () => setSender(page, smtp))
  await test.step('read the messages and why, approve', () => readAndApprove(page))
  expect(toCustomers(smtp), 'nothing leaves before the departure').toHaveLength(0)

  await test.step('the time to take them back is over: they leave', async () => {
    await server.restart('2026-11-23T10:12:00+01:00')
    await expect.poll(() => toCustomers(smtp).length, { timeout: 30_000 }).toBe(expected.length)
    const sent = toCustomers(smtp)
    expect(byRecipient(sent)).toEqual(expected.map(({ to }) => to).sort())
    for (const { to, amount, invoices } of expected) {
      const text = textOf(sent.find((mail) => mail.to.includes(to)) as ReceivedMail)
      expect(text).toMatch(spaced(amount))
      for (const invoice of invoices) expect(text).toContain(invoice)
    }
  })

  await test.step('they stand in the list of what was sent, and in the history of the customer', async () => {
    await page.goto('/relances?vue=envoyees')
    for (const { customer } of expected) await expect(page.getByRole('main')).toContainText(spaced(customer))
    await page.goto('/clients')
    await page.getByRole('link', { name: spaced('Garage Lefèvre') }).click()
    await page.getByRole('tab', { name: /Échanges/ }).click()
    await expect(page.getByRole('list', { name: 'Échanges avec ce client' })).toContainText('FA-2026-104')
  })

  await test.step('nothing leaves twice', async () => {
    await server.restart('2026-11-23T14:00:00+01:00')
    await page.goto('/relances')
    await page.getByRole('button', { name: 'Vérifier maintenant' }).click()
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText('0 message')
    expect(toCustomers(smtp)).toHaveLength(expected.length)
  })
})
