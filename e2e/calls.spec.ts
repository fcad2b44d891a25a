import { openPage } from './world/pages-of-example.ts'
import { expect, test } from './world/world.ts'

const call = 'Appeler Mme Gauthier, Menuiseries Castel'

test.beforeEach(async ({ page }) => {
  await openPage(page, '/a-faire', /À faire/)
})

test('a customer promises a date on the phone: reminders wait, and undoing brings the call back', async ({ page }) => {
  const calls = page.getByRole('region', { name: 'À appeler' })
  const panel = page.getByRole('region', { name: 'Action' })
  await calls.getByRole('button', { name: new RegExp(`^${call}`) }).click()
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(call)
  await expect(panel.getByRole('button', { name: 'Promet une date' })).toBeVisible()
  await page.keyboard.press('p')
  await expect(panel.getByRole('checkbox', { name: /F-2026-0764/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(calls.getByRole('button', { name: new RegExp(`^${call}`) })).toBeFocused()
  await page.keyboard.press('p')
  await panel.getByRole('textbox', { name: 'Date promise' }).fill('30/11/2026')
  await panel.getByText('Par facture', { exact: true }).click()
  await panel.getByRole('textbox', { name: 'Montant promis de F-2026-0911' }).fill('1 000')
  await expect(panel.getByRole('region', { name: 'Ce qui va se passer' })).toContainText(/Promesse de 13.450,00/)
  await panel.getByRole('button', { name: 'Noter la promesse' }).click()
  await expect(calls.getByRole('button', { name: new RegExp(`^${call}`) })).toHaveCount(0)
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Annuler' }).click()
  await expect(calls.getByRole('button', { name: new RegExp(`^${call}`) })).toBeVisible()
})

test('a customer who does not answer is called again two working days later', async ({ page }) => {
  const calls = page.getByRole('region', { name: 'À appeler' })
  await calls.getByRole('button', { name: new RegExp(`^${call}`) }).click()
  await page.getByRole('button', { name: 'Pas joint' }).click()
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('25/11/2026')
  await expect(calls.getByRole('button', { name: new RegExp(`^${call}`) })).toHaveCount(0)
  await page.keyboard.press('z')
  await expect(calls.getByRole('button', { name: new RegExp(`^${call}`) })).toBeVisible()
})

test('the formal notice opens as a PDF, ready to print', async ({ page }) => {
  await page.getByRole('button', { name: /^Relire et poster le courrier : Optique Marchetti/ }).click()
  const letter = page.getByRole('link', { name: 'Ouvrir le courrier (PDF)' })
  const answer = await page.request.get((await letter.getAttribute('href')) ?? '')
  expect(answer.headers()['content-type']).toContain('application/pdf')
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
})
