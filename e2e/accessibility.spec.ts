import type { Page } from '@playwright/test'
import { openPage, pagesOfExample } from './world/pages-of-example.ts'
import { expect, expectAccessible, foundCompany, test } from './world/world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })
test.setTimeout(300_000)

const themes = ['light', 'dark'] as const

/** Opens each page once, and changes its theme under the eyes of its reader, as the setting does. */
async function expectAllAccessible(
  page: Page,
  pages: Iterable<readonly [string, RegExp]>,
  also: (address: string) => Promise<void> = async () => undefined,
): Promise<void> {
  for (const [address, heading] of pages) {
    await openPage(page, address, heading)
    for (const theme of themes) await expectAccessible(page, theme)
    await also(address)
  }
}

test('every page of the example company is accessible in both themes', async ({ page }) => {
  await expectAllAccessible(page, await pagesOfExample(page))
})

test('every page is accessible on a phone in both themes, and loses nothing at 320 pixels', async ({ page }) => {
  const phone = { width: 390, height: 844 }
  await page.setViewportSize(phone)
  await expectAllAccessible(page, await pagesOfExample(page), async (address) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.waitForFunction(() => window.innerWidth === 320)
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect.soft(beyond, `${address} scrolls sideways by ${beyond} px at 320 px`).toBeLessThanOrEqual(0)
    await page.setViewportSize(phone)
  })
})

test.describe('where there is nobody yet', () => {
  test.use({ beginning: 'nobody' })

  test('the first visit and the way in are accessible in both themes', async ({ page }) => {
    await expectAllAccessible(page, [['/bienvenue', /Bienvenue dans Quittance/]])
    await foundCompany(page)
    await expectAllAccessible(page, [
      ['/bienvenue', /Vos factures ouvertes/],
      ['/bienvenue?etape=rythme', /À quel rythme relancer/],
      ['/bienvenue?etape=envoi', /De quelle adresse/],
      ['/bienvenue?etape=equipe', /Qui travaille avec vous/],
    ])
    await page.request.delete('/api/v1/session')
    await expectAllAccessible(page, [['/connexion', /Se connecter/]])
  })
})

test('dialogs and drawers are accessible in both themes', async ({ page }) => {
  await openPage(page, '/factures?vue=en-retard', /Factures en retard/)
  await page.getByRole('button', { name: 'Saisir un règlement' }).click()
  await expect(page.getByRole('dialog', { name: 'Saisir un règlement' })).toBeVisible()
  for (const theme of themes) await expectAccessible(page, theme)
  await openPage(page, '/relances?vue=pretes', /Relances prêtes/)
  await page.getByRole('button', { name: 'Approuver les 11 e-mails' }).click()
  await expect(page.getByRole('alertdialog', { name: 'Approuver les 11 e-mails ?' })).toBeVisible()
  for (const theme of themes) await expectAccessible(page, theme)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alertdialog')).toBeHidden()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Rechercher, agir' }).getByRole('searchbox').fill('castel')
  await expect(page.getByRole('menuitem', { name: /Menuiseries Castel/ }).first()).toBeVisible()
  for (const theme of themes) await expectAccessible(page, theme)
})
