import { expect, expectAccessible, foundCompany, test } from './world/world.ts'

test.use({ beginning: 'nobody' })

const list = 'N° facture;Client;Échéance;Total TTC\nFA-1;Hôtel des Alizés;31/10/2026;1200,00\n'

test('a program gets a key by keyboard, sends its file with it, and is shut out when it is revoked', async ({
  page,
}) => {
  await foundCompany(page)
  await page.goto('/reglages/cles')
  await expect(page.getByText('Aucune clé pour l’instant')).toBeVisible()
  for (const theme of ['light', 'dark'] as const) await expectAccessible(page, theme)
  const drawer = page.getByRole('dialog')
  const keys = page.keyboard

  const secret = await test.step('the key is shown once', async () => {
    await keys.press('c')
    await expect(drawer.getByLabel('Nom', { exact: true })).toBeFocused()
    await keys.type('Sage 100')
    await keys.press('Tab')
    await keys.press('Space')
    await expect(drawer.getByRole('checkbox', { name: 'Importer ses fichiers sans attendre quelqu’un' })).toBeChecked()
    await drawer.getByRole('button', { name: 'Créer la clé' }).press('Enter')
    const shown = drawer.getByRole('textbox')
    await expect(shown).toHaveValue(/^qtc_/)
    await expectAccessible(page, 'light')
    return shown.inputValue()
  })
  await drawer.getByRole('button').last().press('Enter')
  await expect(drawer).toBeHidden()
  await expect(page.getByRole('list', { name: 'Clés d’API' })).toContainText('Sage 100')
  await expect(page.getByRole('main')).not.toContainText(secret)

  const send = () =>
    page
      .context()
      .browser()
      ?.newContext({ baseURL: new URL(page.url()).origin })
      .then(async (program) => {
        const file = { name: 'ventes.csv', mimeType: 'text/csv', buffer: Buffer.from(list) }
        const answer = await program.request.post('/api/v1/imports?apply=true', {
          headers: { authorization: `Bearer ${secret}` },
          multipart: { file },
        })
        await program.close()
        return answer.status()
      })

  await test.step('its file goes in by itself, under its name', async () => {
    expect(await send()).toBe(200)
    await page.goto('/reglages/import')
    const sent = page.getByRole('row', { name: 'ventes.csv' })
    await expect(sent).toContainText('Sage 100')
    await expect(sent).toContainText('Importé')
    await page.goto('/reglages/journal')
    await expect(page.getByRole('row', { name: /Import.*ventes\.csv/ }).first()).toContainText('Sage 100')
  })

  await test.step('revoked, it opens nothing', async () => {
    await page.goto('/reglages/cles')
    await page.getByRole('button', { name: 'Révoquer' }).press('Enter')
    await expectAccessible(page, 'light')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Révoquer' }).press('Enter')
    await expect(page.getByRole('list', { name: 'Clés d’API' })).toContainText('Révoquée')
    expect(await send()).toBe(401)
  })
})
