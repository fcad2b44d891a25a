import type { Page } from '@playwright/test'
import { openPage } from './world/pages-of-example.ts'
import { expect, expectAccessible, test } from './world/world.ts'

const call = 'Appeler Mme Gauthier, Menuiseries Castel'
const toasts = (page: Page) => page.getByRole('region', { name: 'Messages' })
const group = (page: Page, name: string) => page.getByRole('region', { name })
const task = (page: Page, title: string) => page.getByRole('button', { name: new RegExp(`^${title}`) })

test.beforeEach(async ({ page }) => {
  await openPage(page, '/a-faire', /À faire/)
})

test('each answer of a call says what will happen before it is confirmed, and can be taken back', async ({ page }) => {
  const panel = group(page, 'Action')
  const follows = panel.getByRole('region', { name: 'Ce qui va se passer' })
  await task(page, call).click()
  await expect(panel.getByText(/^Pas joint.*L’appel revient le 25\/11\/2026, l’après-midi/)).toBeVisible()

  await panel.getByRole('button', { name: 'Mauvais contact' }).click()
  await expect(follows).toContainText('L’appel reste à faire.')
  await expectAccessible(page, 'light')
  await expectAccessible(page, 'dark')
  await panel.getByRole('button', { name: 'Marquer ce contact' }).click()
  await expect(group(page, 'À pointer').getByRole('button', { name: /^Corriger un contact/ })).toBeVisible()
  await expect(group(page, 'À appeler').getByRole('button', { name: new RegExp(`^${call}`) })).toHaveCount(0)
  await page.keyboard.press('z')
  await expect(task(page, 'Corriger un contact')).toHaveCount(0)

  await task(page, call).click()
  await panel.getByRole('button', { name: 'Dit avoir payé' }).click()
  await expect(follows).toContainText('jusqu’au 30/11/2026')
  await panel.getByRole('group', { name: 'Pour quelles factures' }).getByText('F-2026-0911').click()
  await panel.getByRole('button', { name: 'Attendre le virement' }).click()
  await expect(toasts(page)).toContainText('Chercher le règlement')
  await expect(task(page, call)).toHaveCount(0)
  await page.keyboard.press('z')
  await expect(task(page, call)).toBeVisible()

  await task(page, call).click()
  await panel.getByRole('button', { name: 'Demande une copie' }).click()
  await expect(follows).toContainText('Aucun PDF ici pour F-2026-0764 et F-2026-0911')
  await panel.getByRole('button', { name: 'Demander la copie' }).click()
  await expect(task(page, 'Envoyer la copie de F-2026-0764')).toBeVisible()
})

test('a decision agrees on a payment plan, then on a hand-over with to whom', async ({ page }) => {
  const panel = group(page, 'Action')
  const decide = task(page, 'Décider de la suite : Groupe Hélianthe')
  await decide.click()
  await panel.getByText('Convenir d’un échéancier', { exact: true }).click()
  await panel.getByRole('button', { name: 'Choisir les dates' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Convenir de l’échéancier' }).click()
  await expect(page.getByRole('dialog', { name: 'Confirmer l’échéancier au client' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(toasts(page)).toContainText('en 3 dates')
  await expect(decide).toHaveCount(0)
  await page.keyboard.press('z')
  await decide.click()
  await panel.getByText('Confier le dossier', { exact: true }).click()
  await panel.getByRole('textbox', { name: 'Son nom' }).fill('Recouvrement Roche')
  await panel.getByRole('button', { name: 'Enregistrer la décision' }).click()
  await expect(toasts(page)).toContainText('Dossier confié à Recouvrement Roche')
})

test('a task comes back every Monday until somebody stops it', async ({ page }) => {
  await page.getByRole('button', { name: 'Ajouter une action' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Quoi' }).fill('Regarder les retards')
  await dialog.getByText('Chaque semaine', { exact: true }).click()
  await expect(dialog).toContainText('Revient chaque lundi.')
  await dialog.getByRole('button', { name: 'Ajouter', exact: false }).last().click()
  await task(page, 'Regarder les retards').click()
  await group(page, 'Action').getByRole('button', { name: 'C’est fait' }).click()
  await expect(task(page, 'Regarder les retards')).toHaveCount(0)

  await page.getByRole('button', { name: 'Actions répétées' }).click()
  await expect(dialog).toContainText('chaque lundi · Claire Besson · prochaine : lun. 30/11')
  await expect(dialog).toContainText('faite 1 fois')
  await dialog.getByRole('button', { name: 'Arrêter' }).click()
  await expect(dialog).toContainText('Aucune action ne revient d’elle-même')
})

test('the calls of the day are on one sheet, and the reminders received are counted with their list', async ({
  page,
}) => {
  await page.getByRole('link', { name: 'Feuille d’appels' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Feuille d’appels' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(3)
  await expect(page.getByRole('region', { name: 'Quoi dire' }).first()).toContainText('Bonjour Mme Gauthier')
  await expectAccessible(page, 'light')
  await expectAccessible(page, 'dark')

  await openPage(page, '/relances/modeles?canal=appel&ton=ferme', /Modèles/)
  const text = page.getByRole('textbox', { name: 'Texte' })
  await text.click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Bien le bonjour. ')
  await page.keyboard.press('Control+s')
  await expect(toasts(page)).toContainText('enregistré')
  await openPage(page, '/a-faire/appels', /Feuille d’appels/)
  await expect(page.getByRole('region', { name: 'Quoi dire' }).nth(1)).toContainText(
    'Bien le bonjour. Bonjour M. Lopez',
  )

  await openPage(page, '/a-faire', /À faire/)
  await task(page, call).click()
  const counted = group(page, 'Action').getByRole('button', { name: /relances reçues$/ })
  const count = Number.parseInt((await counted.textContent()) ?? '', 10)
  await counted.click()
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(count)
})
