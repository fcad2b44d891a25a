import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, foundCompany, test } from './world/world.ts'

test.use({ beginning: 'nobody' })

const own = join(import.meta.dirname, 'testdata/123456789FEC20261231.txt')
/** A year of a real firm, where somebody put it beside the project. */
const real = join(import.meta.dirname, '../../shared/samples/fec/ekylibre_odicom_123456789FEC20200331.txt')

async function drop(page: Page, file: string): Promise<void> {
  await page.goto('/reglages/import')
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /choisissez/ }).click()
  await (await choosing).setFiles(file)
}

const ledger = (page: Page): Locator => page.getByRole('region', { name: 'Grand livre (FEC)' })
const customer = (page: Page, name: string): Locator =>
  ledger(page).getByRole('table', { name: 'Solde par client' }).getByRole('row', { name })
const importing = (page: Page): Locator =>
  page.getByRole('button', { name: /^Importer \d+ factures? et les règlements/ })

test.use({ trace: 'on' })

test('a year of the books goes in: every customer’s balance is that of the file, to the cent', async ({ page }) => {
  await foundCompany(page)
  await drop(page, own)
  await expect(ledger(page)).toContainText('Windows-1252')
  await expect(ledger(page)).toContainText('12 lignes')
  await expect(ledger(page)).toContainText('Débit = crédit')
  await expect(customer(page, 'Hôtel des Alizés')).toContainText(/600,00\s€.*600,00\s€/)
  await expect(customer(page, 'Boulangerie Émile')).toContainText(/1\s100,00\s€.*1\s100,00\s€/)
  await expect(ledger(page)).toContainText('30 jours de la loi')
  await expectAccessible(page, 'light')
  await expectAccessible(page, 'dark')

  await importing(page).click()
  await expect(page.getByRole('region', { name: '4 factures enregistrées' })).toBeVisible()
  await expect(ledger(page)).toContainText('Au centime près')
  await customer(page, 'Hôtel des Alizés').getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hôtel des Alizés' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(/600,00\s€/)
  await page.getByRole('link', { name: 'FA-2025-090' }).first().click()
  await expect(page.getByRole('main')).toContainText('supposée')

  await drop(page, own)
  await expect(page.getByRole('region', { name: 'Vérification' })).toContainText('4 déjà à jour')
  await importing(page).click()
  await expect(page.getByRole('region', { name: '0 facture enregistrée' })).toBeVisible()
  await expect(ledger(page)).toContainText('Au centime près')
})

test('a real ledger agrees with Quittance customer by customer', async ({ page }) => {
  test.skip(!existsSync(real), 'no real files beside the project')
  await foundCompany(page)
  await drop(page, real)
  await expect(ledger(page)).toContainText('4 916 lignes'.replace(' ', '\u202f'))
  await expect(
    ledger(page)
      .getByRole('row', { name: /^Solde/ })
      .first(),
  ).toContainText(/27\s399,44\s€/)
  await importing(page).click()
  await expect(page.getByRole('region', { name: /factures enregistrées/ })).toBeVisible({ timeout: 30_000 })
  await expect(ledger(page)).toContainText('Au centime près')
})

test('a ledger longer than the screen is read and walked through by keyboard before it goes in', async ({ page }) => {
  await foundCompany(page)
  const titles = 'JournalCode;EcritureNum;EcritureDate;CompteNum;CompAuxNum;CompAuxLib;Debit;Credit'
  const sold = Array.from({ length: 40 }, (_, index) => {
    const customer = `411000;C${index};Client numéro ${index}`
    return `VE;${index};20260115;${customer};12.50;0.00\nVE;${index};20260115;706000;;;0.00;12.50`
  })
  await page.goto('/reglages/import')
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /choisissez/ }).click()
  const buffer = Buffer.from(`${titles}\n${sold.join('\n')}\n`)
  await (await choosing).setFiles({ name: '123456789FEC20261231.txt', mimeType: 'text/plain', buffer })
  await expect(ledger(page)).toContainText('40 clients')
  for (const theme of ['light', 'dark'] as const) await expectAccessible(page, theme)
  const otherwise = ledger(page).getByText('Écrit autrement que ne le demande la loi')
  await otherwise.click()
  await expect(ledger(page)).toContainText('Colonnes séparées par des points-virgules')
  await expect(ledger(page)).toContainText('Centimes après un point')
  await expect(ledger(page)).toContainText('Colonne EcritureLet absente')
  await ledger(page).getByRole('group', { name: 'Grand livre (FEC)' }).focus()
  await page.keyboard.press('End')
  await expect(customer(page, 'Client numéro 9')).toBeInViewport()
})
