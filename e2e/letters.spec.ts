import { startFakeGateway } from '../server/src/dunning/channels/sms/testing/fake-gateway.ts'
import { openPage } from './world/pages-of-example.ts'
import { expect, expectAccessible, test } from './world/world.ts'

test('a formal notice is printed, posted with its number and proof, and recorded as such', async ({ page }) => {
  await openPage(page, '/relances/courriers', /Courriers à imprimer/)
  await expect(page.getByRole('checkbox', { name: 'Optique Marchetti' })).toBeChecked()
  const read = page.getByRole('link', { name: 'Lire le courrier : Optique Marchetti' })
  const letter = await page.request.get((await read.getAttribute('href')) ?? '')
  expect((await letter.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await page.getByRole('button', { name: 'Imprimer le courrier' }).click()
  await expect(page.getByText('Aucun courrier à imprimer').first()).toBeVisible()
  const sheets = page.getByRole('link', { name: 'Courriers (PDF)' })
  const printed = await page.request.get((await sheets.getAttribute('href')) ?? '')
  expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await expectAccessible(page, 'dark')

  await page.getByRole('link', { name: 'Noter le dépôt' }).click()
  const panel = page.getByRole('region', { name: 'Action' })
  await panel.getByRole('textbox', { name: 'Numéro du recommandé' }).fill('1A 234 567 8901 9')
  await panel.getByRole('button', { name: 'Noter le dépôt' }).click()
  await expect(panel).toContainText('n° 1A 234 567 8901 9')
  await expect(panel).toContainText('l’action reste ouverte')
  const proof = { name: 'depot.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 depot') }
  await panel.locator('input[type=file]').setInputFiles(proof)
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Preuve de dépôt jointe.')
  await panel.getByRole('button', { name: 'Corriger' }).click()
  await panel.getByRole('textbox', { name: 'Numéro du recommandé' }).fill('1A 234 567 8901 2')
  await panel.getByRole('button', { name: 'Corriger le dépôt' }).click()
  await expect(panel).toContainText('n° 1A 234 567 8901 2')
  await expect(panel.getByRole('link', { name: 'depot.pdf' })).toBeVisible()

  const { customers } = await (await page.request.get('/api/v1/search?q=Marchetti')).json()
  await openPage(page, `/clients/${customers[0].id}?onglet=droit`, /Optique Marchetti/)
  await page.getByRole('button', { name: 'Noter une mise en demeure…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Une mise en demeure envoyée' })
  await expect(dialog.getByRole('textbox', { name: /Numéro de recommandé/ })).toHaveValue('1A 234 567 8901 2')
  await dialog.getByRole('button', { name: 'Noter la mise en demeure' }).click()
  const notices = page.getByRole('region', { name: 'Mises en demeure' })
  await expect(notices).toContainText('1A 234 567 8901 2')
})

test('the SMS gateway is set, switched on and tried', async ({ page }) => {
  const gateway = await startFakeGateway()
  try {
    await openPage(page, '/reglages/envoi', /./)
    await page.getByText('Envoyer des SMS').click()
    await page.getByRole('textbox', { name: 'Adresse de la passerelle' }).fill(gateway.url)
    const save = page.getByRole('button', { name: 'Enregistrer', exact: true }).last()
    await save.click()
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Passerelle SMS enregistrée.')
    await page.getByRole('textbox', { name: 'Votre mobile' }).fill('06 12 34 56 78')
    await page.getByRole('button', { name: 'M’envoyer un SMS' }).click()
    await expect.poll(() => gateway.asked.length).toBe(1)
    expect(gateway.asked[0]?.body).toContain('33612345678')
  } finally {
    await gateway.stop()
  }
})
