import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, foundCompany, test } from './world/world.ts'

const statement = join(import.meta.dirname, 'testdata/releve-2026-11-23.xml')

const lines = (page: Page): Locator => page.getByRole('list', { name: 'À pointer' }).getByRole('listitem')
const line = (page: Page, words: string): Locator => lines(page).filter({ hasText: words })
const toast = (page: Page, words: string | RegExp): Locator => page.getByText(words)

async function bring(page: Page, file: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Importer un relevé' }).first().click()
  await (await choosing).setFiles(file)
}

/** What is left of an invoice, on its own page. */
async function openInvoice(page: Page, number: string): Promise<void> {
  const found = await page.request.get(`/api/v1/search?q=${number}`)
  const { invoices } = (await found.json()) as { invoices: { id: number }[] }
  await page.goto(`/factures/${invoices[0]?.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number)
}

async function openCustomer(page: Page, name: string): Promise<void> {
  const found = await page.request.get(`/api/v1/search?q=${encodeURIComponent(name)}`)
  const { customers } = (await found.json()) as { customers: { id: number }[] }
  await page.goto(`/clients/${customers[0]?.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
}

test.use({ trace: 'on' })

test('a day at the bank: a statement comes, what is certain goes at once, the rest by hand', async ({ page }) => {
  test.setTimeout(180_000)
  await page.goto('/reglements/banque')
  await expect(lines(page)).toHaveCount(12)
  await expectAccessible(page, 'light')
  await expectAccessible(page, 'dark')

  // The statement of the morning, twice: each line once.
  await bring(page, statement)
  await expect(toast(page, '2 nouvelles lignes.')).toBeVisible()
  await expect(lines(page)).toHaveCount(14)
  await bring(page, statement)
  await expect(toast(page, /2 étaient déjà là/)).toBeVisible()
  await expect(lines(page)).toHaveCount(14)

  // Until it is settled, the customer is not written to.
  await openCustomer(page, 'Menuiseries Castel')
  await expect(page.getByRole('main')).toContainText('à pointer')
  await page.goto('/reglements/banque')
  await line(page, 'Menuiseries Castel').click()
  const proposal = page.getByRole('region', { name: 'Proposition', exact: true })
  await expect(proposal).toContainText('F-2026-0764')
  await expect(proposal).toContainText('Quasi certain')
  await expect(page.getByRole('main')).toContainText('Les relances de Menuiseries Castel attendent')

  // All that is certain, by the keyboard alone.
  const before = await lines(page).count()
  const certain = await page.getByRole('button', { name: /^Valider les \d+ quasi certaines/ }).textContent()
  const count = Number(/\d+/.exec(certain ?? '')?.[0])
  expect(count).toBeGreaterThanOrEqual(5)
  await page.keyboard.press('Control+Enter')
  await expect(toast(page, `${count} lignes pointées.`)).toBeVisible()
  await expect(lines(page)).toHaveCount(before - count)

  await openInvoice(page, 'F-2026-0764')
  await expect(page.getByRole('main')).toContainText(/0,00\s€/)
  await openCustomer(page, 'Menuiseries Castel')
  await expect(page.getByRole('main')).not.toContainText('virement à pointer')

  // The promise of Kerval was kept by its transfer.
  await openInvoice(page, 'F-2026-0948')
  await expect(page.getByRole('main')).toContainText(/Tenue\s*5\s712,90\s€ pour le 27\/11\/2026/)

  // One line corrected by hand: nobody's number, a customer found by name.
  await page.goto('/reglements/banque')
  await line(page, 'M ROUSSEL P').click()
  await expect(page.getByRole('region', { name: 'Ligne de la banque' })).toContainText('ROUSSEL')
  await page.keyboard.press('f')
  const split = page.getByRole('dialog', { name: 'Répartir la ligne' })
  await split.getByRole('combobox', { name: 'Qui paie' }).fill('Roussel')
  await page
    .getByRole('option', { name: /Roussel/ })
    .first()
    .click()
  await expect(split.getByText(/Reste à répartir|Rien n’est dû/).first()).toBeVisible()
  const keep = split.getByRole('checkbox', { name: /avance/ })
  if (await keep.isVisible()) await keep.check({ force: true })
  await page.keyboard.press('Control+Enter')
  await expect(line(page, 'M ROUSSEL P')).toHaveCount(0)

  // One accepted, then undone: the line waits again, the invoice is due again.
  await line(page, 'F-2026-0919').click()
  await expect(proposal).toContainText('F-2026-0919')
  await page.keyboard.press('Enter')
  await expect(line(page, 'F-2026-0919')).toHaveCount(0)
  await expect(toast(page, /règle F-2026-0919/)).toBeVisible()
  await page.keyboard.press('z')
  await expect(line(page, 'F-2026-0919')).toHaveCount(1)
  await openInvoice(page, 'F-2026-0919')
  await expect(page.getByRole('main')).toContainText(/4\s320,00\s€/)

  // What concerns no customer goes aside with X.
  await page.goto('/reglements/banque')
  await line(page, 'VIRT 774120 DIVERS').click()
  await expect(page.getByRole('region', { name: 'Ligne de la banque' })).toContainText(/373,10/)
  await page.keyboard.press('x')
  await expect(line(page, 'VIRT 774120 DIVERS')).toHaveCount(0)
  await page.getByRole('link', { name: /^Hors clients/ }).click()
  await expect(page.getByRole('list', { name: 'Hors clients' })).toContainText('VIRT 774120 DIVERS')
})

test.describe('where there is nobody yet', () => {
  test.use({ beginning: 'nobody' })

  test('what is no statement is refused in words, and the page stands', async ({ page }) => {
    await foundCompany(page)
    await page.goto('/reglements/banque')
    await expect(page.getByText('Aucun relevé pour le moment')).toBeVisible()
    await expectAccessible(page, 'light')
    await bring(page, join(import.meta.dirname, 'bank.spec.ts'))
    await expect(page.getByText(/relevé/).last()).toBeVisible()
    await expect(page.getByText('Aucun relevé pour le moment')).toBeVisible()
  })
})

test('a list with titles of its own is read once a person said what its columns hold', async ({ page }) => {
  await page.goto('/reglements/banque')
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Importer un relevé' }).first().click()
  const list = 'A;B;C\n20/11/2026;VIR INCONNU SARL;12,00\n23/11/2026;VIR AUTRE SARL;30,00\n'
  await (await choosing).setFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  const question = page.getByRole('dialog', { name: /^Que contiennent les colonnes/ })
  await expect(question).toContainText('20/11/2026 · 23/11/2026')
  await expectAccessible(page, 'light')
  await expect(question.getByRole('button', { name: 'Importer le relevé' })).toHaveAttribute('aria-disabled', 'true')
  for (const [column, holds] of [
    ['A', 'Jour de l’opération'],
    ['B', 'Libellé'],
    ['C', 'Montant avec signe'],
  ] as const) {
    await question.getByRole('button', { name: `Contenu de la colonne ${column}` }).click()
    await page.getByRole('option', { name: holds, exact: true }).click()
  }
  await question.getByRole('button', { name: 'Importer le relevé' }).click()
  await expect(page.getByText('2 nouvelles lignes')).toBeVisible()
})

test('cheques of one slip are one credit of the bank, in a list that does not say of which account it is', async ({
  page,
}) => {
  const savings = { name: 'Livret', iban: 'FR7630006000011234567890189' }
  expect((await page.request.post('/api/v1/bank-accounts', { data: savings })).ok()).toBe(true)

  await page.goto('/reglements/saisir')
  const keys = page.keyboard
  await page.getByRole('textbox', { name: 'Numéro du bordereau' }).fill('0048900')
  await page.getByRole('textbox', { name: 'Montant' }).focus()
  await keys.press('Shift+Tab')
  const cheques = [
    ['castel', '1 000'],
    ['nordelec', '600'],
    ['roussel', '250'],
  ] as const
  for (const [place, [who, amount]] of cheques.entries()) {
    await keys.type(who)
    await keys.press('Tab')
    await keys.type(amount)
    if (place < cheques.length - 1) await keys.press('Enter')
  }
  const rows = page.getByRole('row', { name: /^Ligne \d+$/ })
  await expect(rows.filter({ hasText: 'prêt' })).toHaveCount(cheques.length)
  await keys.press('Control+Enter')
  await expect(rows.filter({ hasText: 'enregistré' })).toHaveCount(cheques.length)
  const slips = (await (await page.request.get('/api/v1/deposit-slips')).json()) as { rows: object[] }
  expect(slips.rows).toMatchObject([
    { number: '0048900', depositedOn: '2026-11-23', total: [{ amount: 185_000, currency: 'EUR' }] },
  ])

  await page.goto('/reglements/banque')
  const list = 'Date;Libellé;Débit;Crédit\n23/11/2026;REMISE CHEQUES 0048900;;1850,00\n'
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Importer un relevé' }).first().click()
  await (await choosing).setFiles({ name: 'mouvements.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  const question = page.getByRole('dialog', { name: /De quel compte est ce fichier/ })
  await expect(question).toContainText('mouvements.csv')
  await question.getByText('Compte courant pro').click()
  await question.getByRole('button', { name: 'Importer sur ce compte' }).click()
  await expect(toast(page, '1 nouvelle ligne.')).toBeVisible()

  await line(page, '1 850,00').click()
  const proposal = page.getByRole('region', { name: 'Proposition', exact: true })
  await expect(proposal).toContainText('3 règlements déjà saisis')
  await expect(proposal).toContainText('Rien n’est saisi une seconde fois')
  await keys.press('Enter')
  await expect(toast(page, /3 règlements déjà saisis/)).toBeVisible()
  const all = (await (await page.request.get('/api/v1/payments?q=0048900')).json()) as { rows: object[] }
  expect(all.rows.length).toBeLessThanOrEqual(cheques.length)
})
