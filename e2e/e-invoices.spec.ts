import type { Page } from '@playwright/test'
import { aCii, aFacturX, aPdf } from '../server/src/imports/testing/invoice-files.ts'
import { claire, expect, expectAccessible, foundCompany, test } from './world/world.ts'

test.use({ beginning: 'nobody' })

const seller = { name: claire.company }

/** Drops files as one, by the button. */
async function drop(page: Page, files: Readonly<Record<string, Buffer | string>>): Promise<void> {
  await page.goto('/reglages/import')
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'choisissez un fichier' }).click()
  const payloads = Object.entries(files).map(([name, content]) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  }))
  await (await choosing).setFiles(payloads)
}

test('a folder of electronic invoices goes in with its PDFs, and is undone', async ({ page }) => {
  await foundCompany(page)
  await drop(page, {
    'FA-1.pdf': await aFacturX({ seller, number: 'FA-1', buyer: { name: 'Farine & Cie' } }),
    'AV-2.xml': aCii({ seller, number: 'AV-2', type: '381', total: '120.00' }),
    'achat.xml': aCii({ number: 'X-9', seller: { name: 'Fournitures SA' }, buyer: seller }),
    'casse.xml': '<Invoice><ID>3',
    'scan FA-1 signé.pdf': await aPdf(['Bon pour accord']),
    'scan AV-2.pdf': await aPdf(['Avoir AV-2']),
  })
  const read = page.getByRole('region', { name: 'Factures électroniques' })
  await expect(read).toContainText('3 factures dans 6 fichiers')
  await expect(read.getByRole('row').filter({ hasText: 'scan AV-2.pdf' })).toContainText('Sera joint à AV-2')
  await expect(read.getByRole('row').filter({ hasText: 'signé' })).toContainText('FA-1 a déjà un autre fichier')
  await expect(page.getByRole('region', { name: '2 lignes à corriger' })).toContainText('Facture d’achat')

  await page.getByRole('button', { name: 'Importer 2 lignes' }).click()
  const result = page.getByRole('region', { name: '2 factures enregistrées' })
  await expect(result).toBeVisible()
  await expect(read).toContainText('2 PDF joints à leurs factures')

  const found = await page.request.get('/api/v1/open-items?view=all')
  const { rows } = (await found.json()) as { rows: readonly { invoiceId: number; invoiceNumber: string }[] }
  await page.goto(`/factures/${rows.find(({ invoiceNumber }) => invoiceNumber === 'FA-1')?.invoiceId}`)
  await expect(page.getByRole('region', { name: 'Ce que dit la facture électronique' })).toContainText('RF-FA-1')
  await expect(page.getByRole('region', { name: 'Document' }).first()).toContainText('FA-1.pdf')

  await page.goto('/reglages/import')
  await page.getByRole('link', { name: 'FA-1.pdf + 5' }).click()
  await page.getByRole('button', { name: 'Annuler tout l’import' }).click()
  await expect(page.getByRole('heading', { name: 'Cet import est annulé' })).toBeVisible()
})

test('a list of files longer than the screen is read and walked through by keyboard', async ({ page }) => {
  await foundCompany(page)
  const many = Array.from({ length: 40 }, (_, index) => `FA-${index + 1}`)
  await drop(page, Object.fromEntries(many.map((number) => [`${number}.xml`, aCii({ seller, number })])))
  const read = page.getByRole('region', { name: 'Factures électroniques' })
  await expect(read).toContainText('40 factures dans 40 fichiers')
  for (const theme of ['light', 'dark'] as const) await expectAccessible(page, theme)
  await read.getByRole('row').first().focus()
  await page.keyboard.press('End')
  await expect(read.getByRole('row').filter({ hasText: 'FA-40.xml' })).toBeFocused()
})
