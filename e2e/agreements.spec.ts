import type { Page } from '@playwright/test'
import { openPage } from './world/pages-of-example.ts'
import { expect, test } from './world/world.ts'

const messages = 'Messages'

async function openInvoice(page: Page, number: string): Promise<void> {
  const answer = await page.request.get(`/api/v1/open-items?view=late&q=${number}`)
  const { rows } = (await answer.json()) as { rows: { invoiceId: number }[] }
  await openPage(page, `/factures/${rows[0]?.invoiceId}`, new RegExp(number))
}

test('a part of an invoice is contested, followed, resolved and contested again', async ({ page }) => {
  await openInvoice(page, 'F-2026-0911')
  await page.getByRole('button', { name: 'Autres actions' }).click()
  await page.getByRole('menuitem', { name: /litige/i }).click()
  const report = page.getByRole('dialog', { name: 'Signaler un litige' })
  await report.getByRole('button', { name: /Ce que le client signale/ }).click()
  await page.getByRole('option', { name: 'Qualité' }).click()
  await report
    .getByRole('radio', { name: 'Une partie' })
    .or(report.getByRole('button', { name: 'Une partie' }))
    .click()
  await report.getByRole('textbox', { name: 'Montant contesté' }).fill('1 000')
  await report.getByRole('button', { name: /^Signaler le litige/ }).click()
  await expect(page.getByRole('region', { name: messages })).toContainText('Le reste de la facture est relancé')

  await openPage(page, '/litiges', /Litiges/)
  const row = page.getByRole('row', { name: /Menuiseries Castel/ })
  await expect(row).toContainText('1 000,00')
  await expect(row).toContainText('À nous de jouer')
  await row.getByRole('button', { name: 'Menuiseries Castel' }).click()
  const drawer = page.getByRole('dialog', { name: /Qualité, Menuiseries Castel/ })
  await drawer.getByRole('textbox', { name: 'Commentaire' }).fill('Photos reçues, vues avec l’atelier')
  await drawer.getByRole('button', { name: /^Ajouter/ }).click()
  await expect(drawer.getByRole('list')).toContainText(['vues avec l’atelier'])
  await drawer.getByRole('button', { name: /^Résoudre/ }).click()
  const resolve = page.getByRole('dialog', { name: 'Résoudre le litige' })
  await resolve.getByRole('textbox', { name: 'Ce qui a été convenu' }).fill('Livraison conforme')
  await resolve.getByRole('button', { name: /^Résoudre/ }).click()
  await expect(drawer).toContainText('Accord trouvé')
  await drawer.getByRole('button', { name: 'Rouvrir le litige' }).click()
  await page
    .getByRole('dialog', { name: 'Rouvrir le litige' })
    .getByRole('button', { name: /^Rouvrir/ })
    .click()
  await expect(drawer).toContainText('À nous de jouer')
})

test('more time is granted once, and ending it leaves the focus in its card', async ({ page }) => {
  await openInvoice(page, 'F-2026-0911')
  await page.getByRole('button', { name: 'Autres actions' }).click()
  await page.getByRole('menuitem', { name: 'Accorder un délai' }).click()
  const grant = page.getByRole('dialog', { name: /Accorder un délai/ })
  await grant.getByRole('textbox', { name: 'Raison' }).fill('Livré en retard')
  await page.keyboard.press('Control+Enter')
  const card = page.getByRole('region', { name: 'Accords en cours' })
  await expect(card).toContainText('Livré en retard')
  await expect(card).toContainText('échéance légale le 31/10/2026')
  await card.getByRole('button', { name: 'Retirer le délai' }).click()
  await expect(card.getByText('Délai accordé')).toHaveCount(0)
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
})

test('a plan takes the place of a promise, another plan the place of the first, and Z brings each back', async ({
  page,
}) => {
  await openInvoice(page, 'F-2026-0911')
  const card = page.getByRole('region', { name: 'Accords en cours' })
  const promise = page.getByRole('dialog', { name: 'Promesse de Menuiseries Castel' })
  const plan = page.getByRole('dialog', { name: /échéancier avec Menuiseries Castel/i })
  const asks = async (act: RegExp) => {
    await page.getByRole('button', { name: 'Autres actions' }).click()
    await page.getByRole('menuitem', { name: act }).click()
  }
  await asks(/promesse/)
  await promise.getByRole('textbox', { name: 'Date promise' }).fill('27/11')
  await promise.getByRole('textbox', { name: 'Montant promis' }).fill('9 000')
  await expect(promise).toContainText('Au plus 8 208,00 €')
  await promise.getByRole('textbox', { name: 'Montant promis' }).fill('8 208')
  await promise.getByRole('button', { name: /^Noter la promesse/ }).dblclick()
  await expect(card.getByText('Promesse en cours')).toHaveCount(1)

  await asks(/échéancier/)
  await expect(plan).toContainText('Il prend la place de la promesse de 8 208,00 € pour le 27/11/2026.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog', { name: 'Confirmer l’échéancier au client' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card).toContainText('Échéancier en cours')
  await expect(card.getByText('Promesse en cours')).toHaveCount(0)

  await card.getByRole('button', { name: 'Remplacer l’échéancier' }).click()
  await expect(plan).toContainText('Il prend la place de l’échéancier convenu le 23/11/2026.')
  await plan.getByRole('button', { name: /Nombre de dates/ }).click()
  await page.getByRole('option', { name: '2', exact: true }).click()
  await plan.getByRole('button', { name: /^Convenir de l’échéancier/ }).click()
  await expect(page.getByRole('dialog', { name: 'Confirmer l’échéancier au client' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card).toContainText('4 104,00 €')
  await expect(plan).toHaveCount(0)
  await page.keyboard.press('z')
  await expect(card).toContainText('2 736,00 €')
  await expect(card.getByText('Échéancier en cours')).toHaveCount(1)
})
