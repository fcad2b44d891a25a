import { openPage } from './world/pages-of-example.ts'
import { expect, openExample, test } from './world/world.ts'

test.beforeEach(async ({ page }) => {
  await openExample(page)
})

test('a scenario is changed from a day on, goes out as a file and comes back', async ({ page }) => {
  await openPage(page, '/relances/scenarios', /Scénarios/)
  await page.getByRole('row', { name: /Standard/ }).click()
  await expect(page.getByRole('heading', { name: /Scénario Standard/ })).toBeVisible()

  await page.getByRole('textbox', { name: 'En copie' }).fill('commercial')
  await page.getByRole('textbox', { name: 'Heure' }).fill('midi')
  await expect(page.getByText('Écrivez une heure comme 10:30.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Heure' }).fill('9h30')
  await page.getByRole('textbox', { name: 'À approuver au-dessus de' }).fill('5000')
  const day = page.getByRole('textbox', { name: 'Prend effet le' })
  await day.fill('01/12/2026')
  await day.blur()
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/La version 2 prend effet le/)).toBeVisible()

  const scenarios = (await (await page.request.get('/api/v1/scenarios')).json()) as { id: number; name: string }[]
  const standard = scenarios.find(({ name }) => name === 'Standard')
  const file = await (await page.request.get(`/api/v1/scenarios/${standard?.id}/file.yaml`)).text()
  expect(file).toContain('format: quittance-scenario/1')

  await openPage(page, '/relances/scenarios', /Scénarios/)
  await page.getByRole('button', { name: 'Importer' }).click()
  const dialog = page.getByRole('dialog', { name: 'Importer un scénario' })
  const text = dialog.getByRole('textbox', { name: 'Le fichier' })
  await text.fill(file.replace('name: Standard', 'name: Grands comptes').replace('channel: call', 'channel: téléphone'))
  await dialog.getByRole('button', { name: /^Importer/ }).click()
  await expect(dialog.getByText(/Ligne \d+, steps\[5\]\.channel/)).toBeVisible()
  await text.fill(file.replace('name: Standard', 'name: Grands comptes').replace(/holdsFor:\n {2}- company\n/, ''))
  await dialog.getByRole('button', { name: /^Importer/ }).click()
  await expect(page.getByRole('row', { name: /Grands comptes/ })).toBeVisible()
})
