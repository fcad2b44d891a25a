import { openPage, pagesOfExample } from './world/pages-of-example.ts'
import { claire, expect, expectAccessible, test } from './world/world.ts'

test('a scenario is changed from a day on, goes out as a file and comes back', async ({ page }) => {
  await openPage(page, '/relances/scenarios', /Scénarios/)
  await page.getByRole('row', { name: /Standard/ }).click()
  await expect(page.getByRole('heading', { name: /Scénario Standard/ })).toBeVisible()

  await page.getByRole('button', { name: /En copie/ }).click()
  await page.getByRole('option', { name: 'le commercial' }).click()
  await page.keyboard.press('Escape')
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
  await expect(page.getByRole('heading', { name: /Scénario Grands comptes/ })).toBeVisible()
})

test('a scenario of one’s own is begun on one of the house, and two pages do not save over each other', async ({
  page,
  context,
}) => {
  await openPage(page, '/relances/scenarios', /Scénarios/)
  await page.getByRole('button', { name: 'Ajouter un scénario' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ajouter un scénario' })
  await dialog.getByText('Ferme').click()
  await dialog.getByRole('textbox', { name: 'Nom du scénario' }).fill('Standard')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Un autre scénario s’appelle/)).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Nom du scénario' }).fill('Grands comptes')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Scénario Grands comptes' })).toBeVisible()

  const other = await context.newPage()
  await openPage(other, new URL(page.url()).pathname, /Grands comptes/)
  await other.getByRole('textbox', { name: 'Entre deux contacts' }).fill('9')
  await other.keyboard.press('Control+s')
  await expect(other.getByText(/Version 2 enregistrée/)).toBeVisible()
  await other.close()

  await page.getByRole('textbox', { name: 'Départ' }).fill('4')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/La version 2 a été enregistrée pendant que vous travailliez/)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Départ' })).toHaveValue('4')
  await expectAccessible(page, 'light')
  await page.getByRole('button', { name: 'Garder ce que j’ai écrit' }).click()
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/Version 3 enregistrée/)).toBeVisible()
})

test('a scenario is held against the last twelve months, and a step is given its own words', async ({ page }) => {
  await openPage(page, '/relances/scenarios', /Scénarios/)
  await page.getByRole('row', { name: /Standard/ }).click()
  await expect(page.getByRole('heading', { name: /Scénario Standard/ })).toBeVisible()

  await page.getByRole('radio', { name: '12 derniers mois' }).click()
  await expect(page.getByText(/^Réellement\s:\s\d+ e-mails/)).toBeVisible()
  await expect(page.getByText(/personne ne sait si ces relances auraient fait payer plus tôt/)).toBeVisible()
  await page.getByRole('region', { name: 'Semaines les plus chargées' }).getByRole('button').first().click()
  const week = page.getByRole('dialog', { name: /^semaine du/ })
  await expect(week.getByRole('region', { name: 'Serait parti' }).getByRole('link').first()).toBeVisible()
  await expectAccessible(page, 'light')
  await page.keyboard.press('Escape')

  await page.getByRole('radio', { name: '30 prochains jours' }).click()
  await page.getByRole('textbox', { name: 'Départ' }).fill('3')
  await page.getByRole('button', { name: 'Quels clients' }).click()
  await expect(
    page.getByRole('dialog', { name: 'Clients contactés autrement' }).getByRole('listitem').first(),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Annuler les modifications' }).click()

  await page.getByRole('button', { name: 'Écrire un texte pour cette étape' }).click()
  await page.getByRole('textbox', { name: 'Objet' }).fill('Un mot pour {{ customer.name }}')
  await page.getByRole('button', { name: 'Voir l’aperçu' }).click()
  await expect(page.getByText(/^Un mot pour (?!\{)/)).toBeVisible()
  await expectAccessible(page, 'light')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/Version 2 enregistrée/)).toBeVisible()
  await expect(page.getByText('texte propre')).toBeVisible()
})

test('a rule of assignment counts its customers while it is written, and an invoice follows its own scenario', async ({
  page,
}) => {
  await openPage(page, '/relances/affectation', /Règles d’affectation/)
  await page.getByRole('button', { name: 'Ajouter une règle' }).click()
  const rule = page.getByRole('listitem', { name: 'Règle 1' })
  await rule.getByRole('button', { name: /Suit le scénario/ }).click()
  await page.getByRole('option', { name: 'Ferme' }).click()
  await rule.getByRole('textbox', { name: 'Doit au moins' }).fill('10000')
  await rule.getByRole('textbox', { name: 'Doit au moins' }).blur()
  await expect(rule.getByText(/^\d+ clients$/)).toBeVisible()
  await page.getByRole('combobox', { name: 'Client' }).fill('castel')
  await page.getByRole('option', { name: /Menuiseries Castel/ }).click()
  await expect(page.getByText(/Selon la règle : entreprises, 10.000,00.€ dus ou plus/)).toBeVisible()
  await expectAccessible(page, 'light')

  // Somebody else saves a rule meanwhile: told, nothing lost, nothing saved over unseen.
  const [standard] = (await (await page.request.get('/api/v1/scenarios')).json()) as { id: number }[]
  const theirs = { scenario: standard?.id, category: 'individual', owesFrom: null, owesBelow: null }
  const rules = [{ ...theirs, profile: null, salesRep: null, collector: null }]
  expect((await page.request.put('/api/v1/scenario-rules', { data: { rules } })).ok()).toBe(true)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('D’autres règles ont été enregistrées pendant que vous travailliez.')).toBeVisible()
  await expect(rule.getByRole('textbox', { name: 'Doit au moins' })).toHaveValue(/^10.000,00$/)
  await page.getByRole('button', { name: 'Garder ce que j’ai écrit' }).click()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Règles enregistrées. Elles valent dès maintenant.')).toBeVisible()

  const invoice = [...(await pagesOfExample(page))].find(([address]) => /factures\/\d/.test(address))
  await openPage(page, invoice?.[0] ?? '', /F-2026-0764/)
  await expect(page.getByText(/Selon la règle : entreprises/)).toBeVisible()
  await page.getByRole('button', { name: 'Changer le scénario de cette facture' }).click()
  const dialog = page.getByRole('dialog', { name: 'Scénario de cette facture' })
  await dialog.getByText('Douce').click()
  await dialog.getByRole('button', { name: 'Choisir ce scénario' }).click()
  await expect(page.getByText('Choisi pour cette facture.')).toBeVisible()
})

test('a text is refused with a hole in it, speaks one language more, and comes to oneself as a test', async ({
  page,
  smtp,
}) => {
  const { legalEntities } = (await (await page.request.get('/api/v1/session')).json()) as {
    legalEntities: { id: number }[]
  }
  const data = {
    ...{ host: '127.0.0.1', port: smtp.port, security: 'none', username: null, replyTo: null },
    ...{ fromName: claire.name, fromAddress: 'compta@vauquelin.example' },
  }
  await page.request.put(`/api/v1/legal-entities/${legalEntities[0]?.id}/smtp`, { data })
  await openPage(page, '/relances/modeles', /Modèles/)
  const body = page.getByRole('textbox', { name: 'Texte', exact: true })
  await body.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect(page.getByText('Le texte est vide : écrivez-le.')).toBeVisible()
  await page.keyboard.type('Avant le {{ deadline.date }}')
  await expect(page.getByText(/« Date demandée » n’a pas toujours de valeur/)).toBeVisible()
  await page.getByRole('button', { name: 'Annuler les modifications' }).click()

  await page.getByRole('button', { name: 'Langues des messages' }).click()
  await page.getByRole('menuitem', { name: /allemand/ }).click()
  const subject = page.getByRole('textbox', { name: 'Objet' })
  await expect(subject).toContainText('a quick reminder')
  await subject.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Rechnung ')
  await page.getByRole('button', { name: 'Numéro de la facture', exact: true }).click()
  await expect(subject).toContainText('Numéro de la facture')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Modèle enregistré. Il vaut pour les prochains départs.')).toBeVisible()
  await page.getByRole('button', { name: 'M’envoyer un test' }).click()
  await expect(page.getByText(`Essai envoyé à ${claire.email}.`)).toBeVisible()
  const test = smtp.received.map(({ raw }) => raw.toString('utf8')).find((raw) => raw.includes('X-Quittance-ID: test'))
  expect(/^Subject: (.*)$/m.exec(test ?? '')?.[1]).toContain('[Essai] Rechnung F-')
})
