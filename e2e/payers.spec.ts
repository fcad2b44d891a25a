import { openPage, pagesOfExample } from './world/pages-of-example.ts'
import { expect, expectAccessible, test } from './world/world.ts'

test('a rule sends late payers to a firm scenario, and a person says otherwise of one of them', async ({ page }) => {
  await openPage(page, '/clients?profil=a-risque', /Clients/)
  await expect(page.getByRole('row', { name: /Groupe Hélianthe/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Menuiseries Castel/ })).toHaveCount(0)

  await openPage(page, '/relances/affectation', /Règles d’affectation/)
  await page.getByRole('button', { name: 'Ajouter une règle' }).click()
  const rule = page.getByRole('listitem', { name: 'Règle 1' })
  await rule.getByRole('button', { name: /Profil/ }).click()
  await page.getByRole('option', { name: 'Retardataire' }).click()
  await rule.getByRole('button', { name: /Suit le scénario/ }).click()
  await page.getByRole('option', { name: 'Ferme' }).click()
  await page.getByRole('combobox', { name: 'Client' }).fill('castel')
  await page.getByRole('option', { name: /Menuiseries Castel/ }).click()
  await expect(page.getByText(/Selon la règle : entreprises, profil Retardataire\./)).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Règles enregistrées. Elles valent dès maintenant.')).toBeVisible()

  const castel = [...(await pagesOfExample(page)).keys()].find((address) => /clients\/\d+$/.test(address)) ?? ''
  await openPage(page, castel, /Menuiseries Castel/)
  const card = page.getByRole('region', { name: 'Profil et stratégie' })
  await expect(card.getByText(/Choisi par Claire Besson le 02\/11\/2026/)).toBeVisible()
  await expect(card.getByText(/Selon la règle : entreprises, profil Retardataire\./)).toBeVisible()
  await card.getByRole('button', { name: 'Modifier' }).click()
  const dialog = page.getByRole('dialog', { name: 'Profil de Menuiseries Castel' })
  await dialog.getByText('Distrait').click()
  await dialog.getByRole('textbox', { name: 'Raison' }).fill('Nouveau logiciel comptable : cela se règle.')
  await expectAccessible(page, 'light')
  await expectAccessible(page, 'dark')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Profil : Distrait.')).toBeVisible()
  await expect(card.getByText(/Celui de l’organisation/)).toBeVisible()

  await page.keyboard.press('z')
  await expect(card.getByText(/Selon la règle : entreprises, profil Retardataire\./)).toBeVisible()
  await card.getByRole('button', { name: 'Modifier' }).click()
  await dialog.getByRole('button', { name: 'Revenir au profil calculé' }).click()
  await expect(card.getByText(/^À risque\. Une échéance attend depuis 74 jours/)).toBeVisible()
})
