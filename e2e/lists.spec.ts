import { openPage } from './world/pages-of-example.ts'
import { expect, expectAccessible, test } from './world/world.ts'

test('a list kept under a name opens again with its filters, order and columns, and counts its rows', async ({
  page,
}) => {
  await openPage(page, '/factures?vue=en-retard&retard=30&suivi=moi&tri=reste&sens=decroissant', /Factures en retard/)
  const keys = page.keyboard

  await test.step('add a column and move it, by keyboard', async () => {
    await page.getByRole('button', { name: 'Colonnes', exact: true }).press('Enter')
    const box = page.getByRole('dialog', { name: 'Colonnes' }).getByRole('checkbox', { name: 'Commercial' })
    await box.press('Space')
    await box.press('Alt+ArrowUp')
    await expect(box).toBeFocused()
    await keys.press('Escape')
    const heads = page.getByRole('table').getByRole('columnheader')
    await expect(async () => {
      const words = await heads.allInnerTexts()
      expect(words.slice(-2).map((head) => head.trim())).toEqual(['Commercial', 'Suivi'])
    }).toPass()
  })

  await test.step('save it', async () => {
    await page.getByRole('button', { name: 'Enregistrer cette vue' }).press('Enter')
    await page.getByRole('dialog').getByRole('textbox', { name: 'Nom' }).fill('Mes gros retards')
    await keys.press('Control+Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Mes gros retards' })).toBeVisible()
  })

  const rows = page.getByRole('table').getByRole('rowheader')
  const views = page.getByRole('navigation', { name: 'Vues', exact: true })
  await test.step('its count is the number of its rows, also from elsewhere', async () => {
    const count = await rows.count()
    expect(count).toBeGreaterThan(0)
    await openPage(page, '/factures?vue=toutes', /Toutes les factures/)
    await views.getByRole('link', { name: `Mes gros retards ${count}` }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Mes gros retards' })).toBeVisible()
    await expect(rows).toHaveCount(count)
    await expect(page.getByRole('columnheader', { name: 'Commercial' })).toBeVisible()
    await expect(page.getByRole('columnheader', { name: 'Reste à payer' })).toHaveAttribute('aria-sort', 'descending')
  })

  await test.step('remove it, and take that back', async () => {
    await page.getByRole('button', { name: /^Vue « Mes gros retards/ }).click()
    await page.getByRole('menuitem', { name: 'Supprimer la vue' }).click()
    await expect(views.getByRole('link', { name: /Mes gros retards/ })).toBeHidden()
    await keys.press('z')
    await expect(views.getByRole('link', { name: /Mes gros retards/ })).toBeVisible()
  })
})

test('the name of the customer keeps its place at every width', async ({ page }) => {
  for (const width of [768, 1024, 1280, 1440])
    for (const [address, heading] of [
      ['/factures?vue=en-retard', /Factures en retard/],
      ['/clients?vue=en-retard', /Clients en retard/],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await openPage(page, address, heading)
      const box = await page.getByRole('rowheader').first().boundingBox()
      expect(box?.width, `${address} at ${width} px`).toBeGreaterThanOrEqual(140)
    }
})

test('the count of a view of customers opens exactly its list, whatever was filtered', async ({ page }) => {
  await openPage(page, '/clients?suivi=moi', /Clients/)
  const late = page.getByRole('navigation', { name: 'Vues', exact: true }).getByRole('link', { name: /^En retard/ })
  await expect(late).toHaveText(/\d+$/)
  const count = Number(/(\d+)$/.exec((await late.textContent()) ?? '')?.[1])
  await late.click()
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(count)
})

test('nothing is saved while offline, and the page says so', async ({ page, context }) => {
  await openPage(page, '/factures?vue=en-retard', /Factures en retard/)
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await context.setOffline(true)
  await expect(page.getByText('Vous êtes hors connexion.')).toBeVisible()
  for (const name of ['Relancer…', 'Planifier une action', 'Affecter', 'Mettre en pause'])
    await expect(page.getByRole('toolbar').getByRole('button', { name })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Saisir un règlement' })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('r')
  await expect(page.getByRole('dialog')).toBeHidden()
  await context.setOffline(false)
  await expect(page.getByRole('button', { name: 'Saisir un règlement' })).not.toHaveAttribute('aria-disabled')

  await openPage(page, '/factures?vue=en-retard&q=F-2026-0764', /Factures en retard/)
  await page.getByRole('link', { name: 'Menuiseries Castel' }).click()
  const pause = page.getByRole('button', { name: 'Pause' })
  await expect(pause).not.toHaveAttribute('aria-disabled')
  await context.setOffline(true)
  await expect(pause).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('main').getByRole('button', { name: 'Autres actions' }).click()
  await expect(page.getByRole('menuitem', { name: /Noter une promesse/ })).toHaveAttribute('aria-disabled', 'true')
})

test('a task planned from the list and a pause ended on an invoice are both taken back by Z', async ({ page }) => {
  await openPage(page, '/factures?vue=en-retard', /Factures en retard/)
  const badge = page.getByRole('link', { name: /^À faire \d+ à traiter/ })
  const before = await badge.textContent()
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Planifier une action' }).click()
  await page.getByRole('textbox', { name: 'Action' }).fill('Demander le bon de commande')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Action planifiée pour 1 facture.')).toBeVisible()
  await expect(badge).not.toHaveText(before ?? '')
  await page.keyboard.press('z')
  await expect(badge).toHaveText(before ?? '')

  await openPage(page, '/factures?vue=en-retard&q=F-2026-0764', /Factures en retard/)
  await page.getByRole('link', { name: 'Menuiseries Castel' }).click()
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('textbox', { name: 'Reprise le' }).fill('15/12/2026')
  await page.getByRole('textbox', { name: /Raison/ }).fill('Attend son comptable')
  await page.keyboard.press('Control+Enter')
  const paused = page.getByRole('main').locator('header').getByText('En pause jusqu’au 15/12')
  await expect(paused).toBeVisible()
  await page.getByRole('button', { name: 'Reprendre les relances' }).click()
  await expect(paused).toBeHidden()
  await page.keyboard.press('z')
  await expect(paused).toBeVisible()
})

test('a total in several currencies is written whole above the list', async ({ page }) => {
  const customers = await (await page.request.get('/api/v1/customers?limit=1')).json()
  for (const currency of ['CHF', 'GBP', 'JPY', 'USD'])
    await page.request.post('/api/v1/invoices', {
      data: {
        customerId: customers.rows[0].id,
        number: `F-${currency}`,
        issueDate: '2026-09-01',
        total: { amount: 123456700, currency },
        dueLines: [{ dueDate: '2026-10-01', amount: 123456700 }],
      },
    })
  for (const width of [1024, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await openPage(page, '/factures?vue=en-retard', /Factures en retard/)
    const total = page.getByRole('main').getByRole('paragraph').filter({ hasText: 'à récupérer' })
    await expect(total).toContainText('$US')
    expect(await total.evaluate((words) => words.scrollWidth - words.clientWidth), `at ${width} px`).toBe(0)
  }
})

test('from 1600 px a list shows the page of its current row beside it, and J, K and Enter follow', async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 })
  await openPage(page, '/factures?vue=en-retard', /Factures en retard/)
  const invoice = page.getByRole('region', { name: 'La facture choisie' })
  await expect(invoice.getByRole('heading', { name: 'Facture F-2026-0689' })).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(invoice.getByRole('heading', { name: 'Facture F-2026-0764' })).toBeVisible()
  await page.reload()
  await expect(invoice.getByRole('heading', { name: 'Facture F-2026-0764' })).toBeVisible()
  await expectAccessible(page, 'light')
  await expectAccessible(page, 'dark')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Facture F-2026-0764' })).toBeVisible()

  await openPage(page, '/clients?vue=en-retard', /Clients en retard/)
  await page.getByRole('rowheader', { name: 'Menuiseries Castel' }).click()
  const customer = page.getByRole('region', { name: 'Le client choisi' })
  await expect(customer.getByRole('heading', { name: 'Menuiseries Castel' })).toBeVisible()
  await expectAccessible(page, 'light')
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(customer).toBeHidden()
  await page.getByRole('rowheader', { name: 'Menuiseries Castel' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Menuiseries Castel' })).toBeVisible()
})
