import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, foundCompany, test } from './world/world.ts'

test.use({ beginning: 'nobody' })

/** Files of the world, where somebody put them beside the project. */
const samples = join(import.meta.dirname, '../../shared/samples')

test.skip(!existsSync(samples), 'no real files beside the project')

async function drop(page: Page, name: string): Promise<void> {
  await page.goto('/reglages/import')
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'choisissez un fichier' }).click()
  await (await choosing).setFiles(join(samples, name))
}

const check = (page: Page): Locator => page.getByRole('region', { name: 'Vérification' })

test('a list kept in a spreadsheet goes in, invoice by invoice', async ({ page }) => {
  await foundCompany(page)
  await drop(page, 'spreadsheets/recouvrement_factures.csv')
  await expect(check(page)).toContainText(/Prêtes à importer\s*17/)
  await page.getByRole('button', { name: 'Importer 17 lignes' }).click()
  await expect(page.getByRole('region', { name: '17 factures enregistrées' })).toBeVisible()
  await page.goto('/factures?vue=toutes')
  await expect(page.getByRole('main').getByRole('paragraph').first()).toHaveText(/^17 factures/)
})

test('half a year of receivables in two currencies goes in while one does something else', async ({ page }) => {
  await foundCompany(page)
  await drop(page, 'receivables/highradius_open_half.csv')
  await expect(check(page)).toContainText(/19\s759\s160,94\s\$CA/, { timeout: 60_000 })
  await expect(check(page)).toContainText(/147\s094\s295,11\s\$US/)
  await page.getByRole('button', { name: /^Importer [\d\s]+ lignes$/ }).click()
  await expect(page.getByText(/lignes sur|Import en cours/).first()).toBeVisible()

  await page
    .getByRole('navigation', { name: 'Navigation principale' })
    .getByRole('link', { name: /^Clients/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Clients' })).toBeVisible()
  await page.goto('/reglages/import')
  await page.getByRole('link', { name: 'highradius_open_half.csv' }).click()
  await expect(page.getByRole('region', { name: /factures enregistrées/ })).toBeVisible({ timeout: 60_000 })

  await page.goto('/factures?vue=toutes')
  const note = page.getByRole('main').getByRole('paragraph').first()
  await expect(note).toContainText(/19\s759\s160,94\s\$CA/)
  await expect(note).toContainText(/147\s094\s295,11\s\$US/)
})
