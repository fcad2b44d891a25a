import type { Page } from '@playwright/test'
import { claire, expect, foundCompany, test } from './world/world.ts'

test.use({ beginning: 'nobody' })

/** What has the focus shows it: an outline around it, or around what holds it. */
async function expectFocusVisible(page: Page): Promise<void> {
  await expect(async () => {
    const shown = await page.evaluate(() => {
      const focused = document.activeElement
      if (focused === null || focused === document.body) return 'nothing has the focus'
      for (let element: Element | null = focused; element !== null; element = element.parentElement) {
        for (const part of [null, '::after', '::before']) {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part)
          if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) return 'visible'
          if (element === focused && boxShadow !== 'none') return 'visible'
        }
      }
      return `no outline on ${focused.outerHTML.slice(0, 200)}`
    })
    expect(shown).toBe('visible')
  }).toPass({ timeout: 5_000 })
}

test('Claire signs in, enters a payment, undoes it and approves the reminders without a mouse', async ({ page }) => {
  await foundCompany(page)
  await page.request.delete('/api/v1/session')
  const keys = page.keyboard

  await test.step('sign in', async () => {
    await page.goto('/factures?vue=en-retard')
    await expect(page.getByRole('textbox', { name: 'E-mail' })).toBeFocused()
    await expectFocusVisible(page)
    await keys.type(claire.email)
    await keys.press('Tab')
    await keys.type(claire.password)
    await keys.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Factures en retard' })).toBeVisible()
  })
  await page.request.post('/api/v1/demo') // the example company has the invoices
  await page.reload()
  await expect(page.getByRole('table', { name: 'Factures en retard' })).toBeVisible()

  const list = page.getByRole('table', { name: 'Factures en retard' })
  await test.step('go to the invoices, move with J, open one', async () => {
    await keys.press('g')
    await keys.press('a')
    await expect(page.getByRole('heading', { level: 1, name: 'À faire aujourd’hui' })).toBeVisible()
    await keys.press('g')
    await keys.press('f')
    await expect(list.getByRole('rowheader')).toHaveCount(37)
    for (const customer of ['Garage Perreau', 'Groupe Hélianthe', 'Menuiseries Castel']) {
      await keys.press('j')
      const row = list.getByRole('row', { name: customer }).first()
      await expect(row.getByRole('link', { name: customer })).toBeFocused()
      await expectFocusVisible(page)
    }
    await keys.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Facture F-2026-0764' })).toBeVisible()
  })

  await test.step('enter a payment and take it back', async () => {
    await keys.press('r')
    const drawer = page.getByRole('dialog', { name: 'Saisir un règlement' })
    await expect(drawer.getByRole('textbox', { name: 'Montant reçu' })).toBeFocused()
    await expectFocusVisible(page)
    await keys.press('Control+a')
    await keys.type('1 000,50')
    await keys.press('Tab')
    await expectFocusVisible(page)
    await expect(drawer.getByRole('button', { name: 'Enregistrer', exact: true })).toBeEnabled()
    await keys.press('Control+Enter')
    await expect(drawer).toBeHidden()
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText(/1\s000,50\s€/)
    await expect(page.getByRole('main')).toContainText(/Reste à payer\s*11\s449,50\s€/)
    await keys.press('z')
    await expect(page.getByRole('main')).toContainText(/Reste à payer\s*12\s450,00\s€/)
  })

  await test.step('read and approve the reminders', async () => {
    await keys.press('g')
    await keys.press('l')
    const messages = page.getByRole('list', { name: 'Relances prêtes à partir' })
    await expect(messages.getByRole('listitem')).toHaveCount(11)
    await keys.press('j')
    await expect(page.getByRole('region', { name: 'Message' }).getByRole('heading', { level: 2 })).toHaveText(
      'Domaine Corbin-Latour',
    )
    await expectFocusVisible(page)
    await keys.press('Control+Enter')
    const question = page.getByRole('alertdialog', { name: 'Approuver les 11 e-mails ?' })
    await expect(question).toBeVisible()
    await keys.press('Tab')
    await expectFocusVisible(page)
    await keys.press('Control+Enter')
    await expect(question).toBeHidden()
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText(/11 messages dans la boîte d’essai/)
  })
})
