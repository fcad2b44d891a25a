import type { Page } from '@playwright/test'
import { openPage } from './world/pages-of-example.ts'
import { expect, test } from './world/world.ts'

const messages = 'Messages'

async function late(page: Page, number: string): Promise<{ invoiceId: number; customer: { id: number } }> {
  const answer = await page.request.get(`/api/v1/open-items?view=late&q=${number}`)
  const { rows } = (await answer.json()) as { rows: { invoiceId: number; customer: { id: number } }[] }
  const [row] = rows
  if (!row) throw new Error(`The example company has no late invoice ${number}`)
  return row
}

const menu = async (page: Page, act: RegExp) => {
  await page.getByRole('button', { name: 'Autres actions' }).click()
  await page.getByRole('menuitem', { name: act }).click()
}

test('late interest is waived with its reason, and comes back by Z', async ({ page }) => {
  const { invoiceId } = await late(page, 'F-2026-0764')
  await openPage(page, `/factures/${invoiceId}`, /F-2026-0764/)
  const document = page.getByRole('region', { name: 'Document' }).filter({ visible: true })
  await expect(document).toContainText('40,00')
  await expect(document).toContainText('Non ajoutés au reste à payer')
  await document.getByText('Voir le calcul').click()
  await expect(document.getByRole('listitem').first()).toContainText('2026')
  await expect(document).toContainText(/Taux annuel\s: 12,15\s%/)
  await document.getByRole('button', { name: 'Demander ou abandonner…' }).click()
  const dialog = page.getByRole('dialog', { name: /Pénalités de F-2026-0764/ })
  await dialog.getByRole('radio', { name: /Abandonner/ }).press('Space')
  await dialog.getByRole('textbox', { name: 'Pourquoi' }).fill('Geste commercial')
  await page.keyboard.press('Control+Enter')
  await expect(document).toContainText('Abandonnées')
  await expect(document).toContainText('Geste commercial')
  await page.keyboard.press('z')
  await expect(document).toContainText('Non ajoutés au reste à payer')
})

test('a customer is handed over, and taken back; an invoice is written off and leaves the late ones', async ({
  page,
}) => {
  const { customer } = await late(page, 'F-2026-0764')
  await openPage(page, `/clients/${customer.id}`, /Menuiseries Castel/)
  await menu(page, /Confier le dossier/)
  const handover = page.getByRole('dialog', { name: /Confier le dossier/ })
  await handover.getByRole('textbox', { name: 'Son nom' }).fill('Recouv 44')
  await page.keyboard.press('Control+Enter')
  const notice = page.getByRole('region', { name: /Dossier confié à Recouv 44/ })
  await expect(notice).toContainText('F-2026-0764')
  await notice.getByRole('button', { name: 'Reprendre le dossier' }).click()
  await expect(notice).toHaveCount(0)

  await menu(page, /Passer en perte/)
  const dialog = page.getByRole('dialog', { name: /Passer en perte/ })
  await dialog.getByRole('checkbox', { name: /F-2026-0911/ }).press('Space')
  await expect(dialog).toContainText('article 272')
  await dialog.getByRole('button', { name: /^Passer 8\s208,00\s€ en perte/ }).click()
  await expect(page.getByRole('region', { name: messages })).toContainText('plus rien n’est attendu')
  await openPage(page, '/factures?vue=en-perte', /Passées en perte/)
  await expect(page.getByRole('row', { name: /F-2026-0911/ })).toContainText('En perte')
})

test('the legal file is made, sealed and verified', async ({ page }) => {
  const { customer } = await late(page, 'F-2026-0764')
  await openPage(page, `/clients/${customer.id}?onglet=droit`, /Menuiseries Castel/)
  const file = page.getByRole('region', { name: 'Dossier de créance' })
  await file.getByRole('button', { name: 'Constituer le dossier' }).click()
  const link = file.getByRole('link', { name: /^dossier-/ })
  await expect(link).toBeVisible()
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  const buffer = await answer.body()
  expect(buffer.subarray(0, 2).toString()).toBe('PK')
  await file.locator('input[type=file]').setInputFiles({ name: 'dossier.zip', mimeType: 'application/zip', buffer })
  await expect(file.getByRole('status')).toContainText('Intact')
})

test.describe('in a half-year whose rate nobody entered', () => {
  test.use({ serverAt: '2027-01-05T09:55:00+01:00' })

  test('the settings say so, and take it', async ({ page }) => {
    await openPage(page, '/reglages/penalites', /./)
    const alert = page.getByRole('alert').filter({ hasText: '1er semestre 2027' })
    await alert.getByRole('button', { name: /Ajouter le taux d.* 1er semestre 2027/ }).click()
    const dialog = page.getByRole('dialog', { name: /1er semestre 2027/ })
    await dialog.getByRole('textbox', { name: /Taux BCE/ }).fill('2,40')
    await dialog.getByRole('textbox', { name: /intérêt légal/ }).fill('2,75')
    await dialog.getByRole('textbox', { name: 'Source' }).fill('ecb.europa.eu')
    await page.keyboard.press('Control+Enter')
    await expect(alert).toHaveCount(0)
    await expect(page.getByRole('row', { name: /1er semestre 2027/ })).toContainText('12,40')
  })
})
