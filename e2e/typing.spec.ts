import type { Page } from '@playwright/test'
import { pagesOfExample } from './world/pages-of-example.ts'
import { claire, expect, test } from './world/world.ts'

/** A pile as it comes: part of a name or a code, then the amount in any writing. */
const slip = [
  ['nordelec', '27 900,00'],
  ['castel', '1 234,56 €'],
  ['C-0142', '7344'],
  ['sodibio', '6960.00'],
  ['corbin', '9 744,00'],
  ['remparts', '1548'],
  ['belleval', '1 320'],
  ['leroux', '1188,00 €'],
  ['ponthieu', '1 104'],
  ['ormes', '100,5'],
] as const

test('ten payments are typed and saved without a mouse, against the total of the slip', async ({ page }) => {
  await page.goto('/reglements/saisir')
  const keys = page.keyboard
  await expect(page.getByRole('textbox', { name: 'Montant' })).toBeFocused()
  await keys.press('Shift+Tab')
  for (const [place, [who, amount]] of slip.entries()) {
    await keys.type(who)
    await keys.press('Tab')
    await keys.type(amount)
    if (place < slip.length - 1) await keys.press('Enter')
  }
  const rows = page.getByRole('row', { name: /^Ligne \d+$/ })
  await expect(rows).toHaveCount(slip.length)
  await expect(rows.filter({ hasText: 'prêt' })).toHaveCount(slip.length)
  await page.getByRole('textbox', { name: 'Total du bordereau' }).fill('58 443,06')
  await expect(page.getByText('Le compte est bon.')).toBeVisible()
  await keys.press('Control+Enter')
  await expect(rows.filter({ hasText: 'enregistré' })).toHaveCount(slip.length)
})

async function fillPayment(page: Page): Promise<void> {
  await page.goto('/reglements')
  await page.getByRole('button', { name: 'Saisir un règlement' }).click()
  const form = page.getByRole('dialog', { name: 'Saisir un règlement' })
  await expect(form.getByRole('combobox', { name: 'Client' })).toBeFocused()
  await page.keyboard.type('castel')
  await page.keyboard.press('Tab')
  await page.keyboard.type('1 000')
  await expect(form.getByText(/^restera .* à payer$/)).toBeVisible()
}

test('a session that ends under a form is taken up again, and nothing typed is lost', async ({ page, context }) => {
  await fillPayment(page)
  await context.clearCookies()
  await page.keyboard.press('Control+Enter')
  const again = page.getByRole('alertdialog', { name: 'Votre session a pris fin' })
  await again.getByRole('textbox', { name: 'E-mail' }).fill(claire.email)
  await again.getByRole('textbox', { name: 'Mot de passe' }).fill(claire.password)
  await page.keyboard.press('Enter')
  await expect(again).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Montant reçu' })).toHaveValue(/1\s000,00/)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(/1\s000,00\s€ enregistré/)
})

test('a form closed by mistake comes back with Z', async ({ page }) => {
  await fillPayment(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('z')
  await expect(page.getByRole('textbox', { name: 'Montant reçu' })).toHaveValue(/1\s000,00/)
})

test('who may only read finds every page whole, and no act that would be refused', async ({ page }) => {
  const odile = { email: 'odile@vauquelin.example', password: claire.password }
  await page.request.post('/api/v1/people', { data: { name: 'Odile', role: 'readonly', ...odile } })
  const pages = await pagesOfExample(page)
  await page.request.delete('/api/v1/session')
  await page.request.post('/api/v1/session', { data: odile })
  const refused: string[] = []
  page.on('response', (answer) => {
    if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()} on ${page.url()}`)
  })
  for (const address of pages.keys()) {
    await page.goto(address)
    await page.waitForLoadState('networkidle')
  }
  expect(refused).toEqual([])
  await page.goto('/relances?vue=mises-de-cote')
  await expect(page.getByRole('button', { name: 'Envoyer quand même' })).toHaveAttribute('aria-disabled', 'true')
  await page.goto('/reglements/saisir')
  await expect(page.getByText(/ne permet pas de saisir un règlement/)).toBeVisible()
  await page.getByRole('button', { name: /Mon compte/ }).click()
  await page.getByRole('link', { name: 'Mon compte' }).click()
  await expect(page.getByRole('button', { name: 'Changer mon mot de passe' })).toBeVisible()
})
