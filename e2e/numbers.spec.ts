import type { Locator, Page } from '@playwright/test'
import { openPage } from './world/pages-of-example.ts'
import { expect, test } from './world/world.ts'

/** « 37 », « 1 234 » as numbers. */
const wholeNumber = (text: string): number => Number(text.replaceAll(/\s/g, ''))

/** The amounts of a text in cents, in their order: « 148 912,60 € » is 14891260. */
const centsIn = (text: string): number[] =>
  [...text.matchAll(/(−?)(\d[\d\s]*),(\d\d)\s€/g)].map(([, minus, units = '', cents]) =>
    Number(`${minus ? '-' : ''}${units.replaceAll(/\s/g, '')}${cents}`),
  )

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

const centsOf = async (place: Locator): Promise<number[]> => centsIn((await place.textContent()) ?? '')

type Cells = readonly string[]

/** The cells of every row, scrolled to until the list has no more of them: a long one draws only those in sight. */
async function wholeList(page: Page, count: number): Promise<readonly Cells[]> {
  const rows = page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
  const seen = new Map<string, Cells>()
  await expect(async () => {
    if ((await page.locator('[aria-rowcount]').count()) === 0) seen.clear()
    const drawn = await rows.evaluateAll((all) =>
      all.map((row, index) => ({
        place: row.getAttribute('aria-rowindex') ?? String(index + 2), // the heads are the first row
        cells: [...row.children].map((cell) => cell.textContent ?? ''),
      })),
    )
    for (const { place, cells } of drawn) seen.set(place, cells)
    if (drawn.length > 0) await rows.last().scrollIntoViewIfNeeded()
    expect(seen.size).toBe(count)
  }).toPass({ intervals: [100] })
  return [...seen.values()]
}

/** What stands in one column, in cents. */
async function column(page: Page, rows: readonly Cells[], name: string): Promise<number[]> {
  const heads = await page.getByRole('table').getByRole('columnheader').allInnerTexts()
  const at = heads.findIndex((head) => head.trim().startsWith(name))
  return rows.flatMap((cells) => centsIn(cells[at] ?? ''))
}

const note = (page: Page): Locator => page.getByRole('main').getByRole('paragraph').first()

/** The saved views with the number each announces, once all have one. */
async function tabsOf(page: Page): Promise<readonly (readonly [name: string, count: number])[]> {
  const links = page.getByRole('navigation', { name: 'Vues', exact: true }).getByRole('link')
  await expect(links.filter({ hasNotText: /\d$/ })).toHaveCount(0)
  const texts = await links.allInnerTexts()
  return texts.flatMap((text) => {
    const found = /^(.*?)\s+([\d\s]+)$/s.exec(text.trim())
    return found?.[1] && found[2] ? [[found[1], wholeNumber(found[2])] as const] : []
  })
}

async function openTab(page: Page, name: string, count: number): Promise<void> {
  const tab = page
    .getByRole('navigation', { name: 'Vues', exact: true })
    .getByRole('link', { name: `${name} ${count}` })
  await tab.click()
  await expect(tab).toHaveAttribute('aria-current', 'page')
}

test('each count of the invoices opens as many rows, and their total stands above and below', async ({ page }) => {
  await openPage(page, '/factures', /Factures/)
  const tabs = await tabsOf(page)
  expect(tabs).toHaveLength(10)
  for (const [name, count] of tabs)
    await test.step(name, async () => {
      await openTab(page, name, count)
      // Another list of as many rows may stand there until this one has come.
      await expect(async () => {
        const rows = await wholeList(page, count)
        if (count === 0) return
        await expect(note(page)).toContainText(new RegExp(`^${count} factures?`))
        const total = sum(await column(page, rows, name === 'Payées' ? 'Montant TTC' : 'Reste à payer'))
        const below = page.getByText(/Total des \d+ factures|Reste à payer de la facture/).locator('..')
        expect((await centsOf(below)).at(-1)).toBe(total)
        if (name !== 'Payées') expect(await centsOf(note(page))).toEqual([total])
      }).toPass()
    })
})

test('each count of the customers opens as many rows, and what they owe adds up', async ({ page }) => {
  await openPage(page, '/clients', /Clients/)
  const tabs = await tabsOf(page)
  expect(tabs).toHaveLength(5)
  for (const [name, count] of tabs)
    await test.step(name, async () => {
      await openTab(page, name, count)
      await expect(async () => {
        const rows = await wholeList(page, count)
        if (count === 0) return
        const outstanding = sum(await column(page, rows, 'À encaisser'))
        const late = sum(await column(page, rows, 'En retard'))
        const below = await centsOf(page.getByText(/lignes? affichées? sur/).locator('..'))
        expect(below.slice(-2)).toEqual([outstanding, late])
      }).toPass()
    })
})

test('the example company owes what its invoices say', async ({ page }) => {
  await openPage(page, '/factures?vue=en-retard', /Factures en retard/)
  await expect(note(page)).toHaveText(/37 factures · 21 clients · 148\s912,60\s€ à récupérer/)
  await openPage(page, '/clients', /Clients/)
  await expect(note(page)).toHaveText(/486\s320,40\s€ à encaisser/)
})

test('the figures of a customer are the totals of their invoices', async ({ page }) => {
  await openPage(page, '/clients?vue=en-retard', /Clients en retard/)
  await page.getByRole('link', { name: 'Menuiseries Castel' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Menuiseries Castel' })).toBeVisible()
  const open = page.getByRole('table', { name: 'Factures à payer' })
  await expect(open.getByRole('rowheader')).toHaveCount(3)
  const rows = await open.getByRole('row').allInnerTexts()
  const due = rows.flatMap((row) => centsIn(row))
  const late = rows.filter((row) => row.includes('jours de retard')).flatMap((row) => centsIn(row))
  expect([sum(due), sum(late)]).toEqual([2_719_800, 2_065_800])
  await page
    .getByRole('main')
    .getByRole('link', { name: /20\s658,00\s€/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Factures en retard' })).toBeVisible()
  await expect(note(page)).toHaveText(/2 factures · 1 client · 20\s658,00\s€/)
  await page.goBack()
  await page
    .getByRole('main')
    .getByRole('link', { name: /27\s198,00\s€/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Factures à encaisser' })).toBeVisible()
  await expect(note(page)).toHaveText(/3 factures · 1 client · 27\s198,00\s€/)
})

test('the badge of reminders is the number of messages to approve, and the heading their total', async ({ page }) => {
  await openPage(page, '/a-faire', /À faire/)
  await page.getByRole('link', { name: 'Relances 11 à traiter' }).click()
  const list = page.getByRole('list', { name: 'Relances prêtes à partir' })
  await expect(list.getByRole('listitem')).toHaveCount(11)
  const amounts = (await list.getByRole('listitem').allInnerTexts()).flatMap((row) => centsIn(row))
  await expect(note(page)).toHaveText(/11 e-mails · 13 factures · 37\s204,00\s€/)
  expect(await centsOf(note(page))).toEqual([sum(amounts)])
  const held = page.getByRole('region', { name: 'Mises de côté, et pourquoi' })
  await expect(held.getByRole('listitem').first()).toBeVisible()
  const each = (await held.getByRole('listitem').allInnerTexts()).flatMap((row) => centsIn(row))
  await page.getByRole('link', { name: `Mises de côté ${each.length}` }).click()
  await expect(note(page)).toContainText(`${each.length} clients`)
  expect(await centsOf(note(page))).toEqual([sum(each)])
})

test('the badge of tasks is the number of tasks left', async ({ page }) => {
  await openPage(page, '/a-faire', /À faire/)
  const countIn = (name: string) => page.getByRole('region', { name }).getByRole('listitem').count()
  await expect(async () => {
    const left = await countIn('À faire aujourd’hui')
    expect(left).toBeGreaterThan(0)
    const badge = `À faire ${left - (await countIn('Terminées aujourd’hui'))} à traiter`
    await expect(page.getByRole('link', { name: badge })).toBeVisible({ timeout: 500 })
  }).toPass()
})
