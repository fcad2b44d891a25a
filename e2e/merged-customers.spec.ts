import { expect, expectAccessible, test } from './world/world.ts'

interface Made {
  readonly id: number
}

test('a customer known under two names becomes one, and two again, by keyboard alone', async ({ page }) => {
  const { rows } = await (await page.request.get('/api/v1/customers?q=Perreau')).json()
  const [garage] = rows as { id: number; name: string }[]
  const added = await page.request.post('/api/v1/customers', {
    data: { code: 'PERREAU-2', name: 'GARAGE PERREAU SARL', siren: '404833048', phone: '03 80 00 00 00' },
  })
  const double: Made = await added.json()
  await page.request.post('/api/v1/invoices', {
    data: {
      customerId: double.id,
      number: 'GP-1',
      issueDate: '2026-09-01',
      total: { amount: 123_456, currency: 'EUR' },
      dueLines: [{ dueDate: '2026-10-01', amount: 123_456 }],
    },
  })
  const keys = page.keyboard
  const dialog = page.getByRole('dialog')
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true })
  const toast = page.getByText('Garage Perreau est fusionné avec GARAGE PERREAU SARL')

  await test.step('the list says that two look alike', async () => {
    await page.goto('/clients')
    const hint = page.getByRole('note').filter({ hasText: '2 clients semblent être le même' })
    await expect(hint).toContainText('GARAGE PERREAU SARL (PERREAU-2)')
    await hint.getByRole('button', { name: 'Comparer' }).press('Enter')
    await expect(dialog.getByRole('table', { name: 'Ce que chacun doit' })).toContainText('1 234,56 €')
    await keys.press('Escape')
    await expect(dialog).toBeHidden()
  })

  await test.step('from its page, the other is found by its code, and is the one kept', async () => {
    await page.goto(`/clients/${garage?.id}`)
    await heading('Garage Perreau').waitFor()
    await page.getByRole('button', { name: 'Autres actions' }).first().press('Enter')
    await page.getByRole('menuitem', { name: 'Fusionner avec…' }).press('Enter')
    await keys.type('PERREAU-2')
    await expect(page.getByRole('option', { name: /GARAGE PERREAU SARL/ })).toBeVisible()
    await keys.press('Enter')
    await dialog.getByRole('radio', { name: 'Garage Perreau', exact: true }).press('ArrowRight')
    await expect(dialog.getByText('passent de « Garage Perreau » à « GARAGE PERREAU SARL »')).toBeVisible()
    await expectAccessible(page, 'light')
    await keys.press('Control+Enter')
    await expect(toast).toBeVisible()
  })

  await test.step('its address leads to the one kept, which says so', async () => {
    await expect(heading('GARAGE PERREAU SARL')).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`/clients/${double.id}`))
    await expect(page.getByRole('region', { name: 'Aussi connu sous' })).toContainText('Garage Perreau')
    await expectAccessible(page, 'dark')
  })

  await test.step('Z takes it back', async () => {
    await keys.press('z')
    await expect(page.getByRole('region', { name: 'Aussi connu sous' })).toBeHidden()
    await page.goto(`/clients/${garage?.id}`)
    await expect(heading('Garage Perreau')).toBeVisible()
  })

  await test.step('two selected rows are merged from the list, and separated later from the page', async () => {
    await page.goto('/clients?q=perreau')
    await expect(page.getByRole('rowheader')).toHaveCount(2)
    await keys.press('Control+a')
    await page.getByRole('button', { name: 'Fusionner', exact: true }).press('Enter')
    await expect(dialog.getByText('Ce qui va se passer')).toBeVisible()
    await keys.press('Control+Enter')
    await expect(page.getByRole('rowheader')).toHaveCount(1)
    await page.goto(`/clients/${double.id}`)
    await page.getByRole('button', { name: /^Séparer/ }).press('Enter')
    await expect(dialog.getByText('retrouve sa fiche')).toBeVisible()
    await keys.press('Control+Enter')
    await expect(page.getByText(/est séparé de/)).toBeVisible()
    await page.goto('/clients?q=perreau')
    await expect(page.getByRole('rowheader')).toHaveCount(2)
  })
})
