import { join } from 'node:path'
import { expect, foundCompany, test } from './world/world.ts'

test.use({ beginning: 'nobody' })

test('an aged balance goes in as its invoices, each with its customer', async ({ page }) => {
  await foundCompany(page)
  await page.goto('/reglages/import')
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'choisissez un fichier' }).click()
  await (await choosing).setFiles(join(import.meta.dirname, 'testdata/balance-agee.csv'))

  const columns = page.getByRole('region', { name: 'Vos colonnes, nos informations' })
  await expect(columns).toContainText('client sur une ligne à part')
  await expect(columns).toContainText('titres sur deux lignes')
  await expect(columns).toContainText('reste à payer par tranche d’âge')
  await expect(page.getByRole('region', { name: 'Vérification' })).toContainText(/Prêtes à importer\s*4/)
  await page.getByRole('button', { name: 'Importer 4 lignes' }).click()
  await expect(page.getByRole('region', { name: /factures enregistrées/ })).toBeVisible()

  await page.goto('/clients')
  await expect(page.getByRole('main')).toContainText(/Brun & Fils[\s\S]*1\s500,50/)
  await expect(page.getByRole('main')).toContainText(/Menuiseries Castel[\s\S]*80,00/)
})
