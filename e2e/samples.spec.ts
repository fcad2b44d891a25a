import type { Locator, Page } from '@playwright/test'
import {
  amountRead,
  countRead,
  hasSamples,
  type SampleFile,
  samplesIn,
  wantsAll,
  withoutDoubles,
} from './world/samples.ts'
import { expect, foundCompany, test } from './world/world.ts'

test.use({ beginning: 'nobody' })

test.skip(!hasSamples, 'no files of the world beside the project: put them into ../shared/samples')
test.setTimeout(600_000)
// Each has a server of its own.
test.describe.configure({ mode: 'parallel' })

/** A company that has one invoice already, so that undoing has something to leave alone. */
async function aCompany(page: Page): Promise<void> {
  await foundCompany(page)
  const { request } = page
  const customer = await request.post('/api/v1/customers', { data: { code: 'TEMOIN', name: 'Zygomar et fils' } })
  const { id } = (await customer.json()) as { id: number }
  const dueLines = [{ dueDate: '2026-12-31', amount: 12_345 }]
  const total = { amount: 12_345, currency: 'EUR' }
  const invoice = { customerId: id, number: 'T-1', issueDate: '2026-10-01', total, dueLines }
  expect((await request.post('/api/v1/invoices', { data: invoice })).ok()).toBe(true)
}

/** What leaves the program: due lines, customers and payments. What is decided from them follows in its own time. */
async function exported(page: Page): Promise<string> {
  const urls = ['/api/v1/open-items/export.csv?view=all', '/api/v1/customers', '/api/v1/payments?limit=100']
  const answers = await Promise.all(urls.map((url) => page.request.get(url)))
  expect(answers.map((answer) => answer.status())).toEqual([200, 200, 200])
  const [items = '', customers = '', payments = ''] = await Promise.all(answers.map((answer) => answer.text()))
  const stated = JSON.parse(customers, (key, value: unknown) => (key === 'next' ? undefined : value)) as unknown
  return [withoutNextStep(items), JSON.stringify(stated), payments].join('\n')
}

/** The list without its column of what comes next. */
function withoutNextStep(csv: string): string {
  const rows = csv.trimEnd().split(/\r?\n/)
  const columns = rows.map((row) => row.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/))
  const next = columns[0]?.indexOf('Prochaine étape') ?? -1
  expect(next).toBeGreaterThan(0)
  return columns.map((cells) => cells.toSpliced(next, 1).join(';')).join('\n')
}

async function drop(page: Page, files: readonly SampleFile[]): Promise<void> {
  await page.goto('/reglages/import')
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'choisissez un fichier' }).click()
  await (await choosing).setFiles(files.map(({ path }) => path))
  await page.waitForURL(/\/reglages\/import\/\d+/)
}

const check = (page: Page): Locator => page.getByRole('region', { name: 'Vérification' })
const saved = (page: Page): Locator => page.getByRole('region', { name: /factures? enregistrées?$/ })

/** Imports, imports the same files again, which changes nothing, and undoes: what leaves the program is as before. */
async function comesAndGoes(page: Page, files: readonly SampleFile[], before: string): Promise<void> {
  const importing = page.getByRole('button', { name: /^Importer [\d\s]+ / })
  const first = page.url()
  await importing.click()
  await expect(saved(page)).toBeVisible({ timeout: 30_000 })
  const once = await exported(page)
  await drop(page, files)
  const isNews = /\b[1-9][\d\s]* (?:nouvelles? factures?|mises? à jour)/
  await expect(check(page)).not.toContainText(isNews)
  await importing.click()
  await expect(page.getByRole('region', { name: '0 facture enregistrée' })).toBeVisible({ timeout: 30_000 })
  expect(await exported(page)).toBe(once)
  const again = page.url().match(/\d+$/)?.[0]
  await page.goto(first)
  await page.getByRole('button', { name: 'Annuler tout l’import' }).click()
  await expect(page.getByRole('heading', { name: 'Cet import est annulé' })).toBeVisible({ timeout: 30_000 })
  // The second, which brought nothing of its own, goes with it.
  expect(await (await page.request.get(`/api/v1/imports/${again}`)).json()).toMatchObject({ state: 'undone' })
  expect(await exported(page)).toBe(before)
}

test('every ledger: debit, credit and the balance of each customer are those of the file', async ({ page }) => {
  await aCompany(page)
  const before = await exported(page)
  for (const file of samplesIn('fec'))
    await test.step(file.name, async () => {
      await drop(page, [file])
      await showsLedger(page, file)
      await comesAndGoes(page, [file], before)
    })
})

async function showsLedger(page: Page, { facts }: SampleFile): Promise<void> {
  const ledger = page.getByRole('region', { name: 'Grand livre (FEC)' })
  const sums = ledger.getByRole('table', { name: 'Totaux du fichier' })
  const { data_lines = 0, customers = 0, sum_debit = '', sum_credit = '', balance_411 = '' } = facts
  await expect(ledger.getByText(new RegExp(`^${countRead(data_lines)} lignes$`))).toBeVisible()
  const isUtf8 = facts.encoding === 'utf-8' || facts.encoding === 'ascii'
  await expect(ledger.getByText(isUtf8 ? 'UTF-8' : 'Windows-1252', { exact: true })).toBeVisible()
  await expect(sums.getByRole('row', { name: /^Débit/ })).toContainText(amountRead(sum_debit))
  await expect(sums.getByRole('row', { name: /^Crédit/ })).toContainText(amountRead(sum_credit))
  await expect(
    sums
      .getByRole('row', { name: /^Solde/ })
      .getByRole('cell')
      .last(),
  ).toHaveText(amountRead(balance_411))
  const balances = ledger.getByRole('region', { name: 'Solde par client' })
  const counted = /^(\d+) clients?(?:, dont (\d+) hors du 411)?$/
  const [, all, besides = '0'] = counted.exec((await balances.getByText(counted).textContent()) ?? '') ?? []
  expect(Number(all) - Number(besides)).toBe(customers)
  await expect(balances).toContainText('Au centime près')
  if (facts.lettered_groups_not_zero !== 0) return
  const rows = (await balances.getByRole('row').allInnerTexts()).join('\n')
  for (const balance of Object.values(facts.unlettered_balance_by_auxiliary ?? {}))
    expect(rows).toMatch(amountRead(balance))
}

const kinds = ['cii', 'edge-fr', 'pdf', 'ubl'].flatMap((kind) => samplesIn(`einvoice/${kind}`))
const broken = kinds.filter(({ facts }) => facts.independent_parser_refused !== undefined)
const rounds = withoutDoubles(kinds.filter((file) => !broken.includes(file)))

/** Read, and to be corrected before it goes in: due before it was issued. */
const toFix = 'DATA-003.pdf'

test('every electronic invoice: its number and what is left to pay, many dropped at once', async ({ page }) => {
  await aCompany(page)
  const before = await exported(page)
  for (const [index, files] of rounds.entries())
    await test.step(`${files.length} files without a number twice`, async () => {
      await drop(page, files)
      await showsInvoices(page, files)
      const goesIn = !files.every(({ name }) => name === toFix)
      if ((index < 2 || wantsAll) && goesIn) await comesAndGoes(page, files, before)
    })
})

async function showsInvoices(page: Page, files: readonly SampleFile[]): Promise<void> {
  const list = page.getByRole('region', { name: 'Factures électroniques' }).getByRole('row')
  await expect(list).toHaveCount(files.length)
  const rows = new Map((await list.allInnerTexts()).map((text) => [text.split('\n')[0]?.trim(), text]))
  for (const { name, facts } of files) {
    const row = rows.get(name) ?? ''
    if (facts.number === undefined) {
      expect.soft(row, name).toMatch(/Aucune facture connue|FA-2026-0001/) // by the text on its page
      continue
    }
    expect.soft(row, name).toContain(facts.number)
    if (name === toFix) {
      expect.soft(row, name).toContain('à corriger')
      await expect(page.getByRole('main')).toContainText('Échéance avant l’émission')
    } else {
      const isCredit = facts.document === 'credit note'
      expect.soft(row, name).toMatch(amountRead(`${isCredit ? '-' : ''}${facts.payable}`))
    }
  }
}

/** Why each file that is no list of invoices is refused. */
const reasons: Readonly<Record<string, RegExp>> = {
  'XML-001.pdf': /incomplet ou mal formé \(ligne 104\)/,
  'XML-003.pdf': /ne se lit pas en UTF-8/,
  'ekylibre_incoming_payments.csv': /liste de règlements/,
  'ekylibre_sales.csv': /détail d’articles vendus/,
  'lloyds.csv': /relevé (?:de banque|bancaire)/,
  'oca_balance.csv': /relevé (?:de banque|bancaire)/,
  'oca_debit_credit.csv': /relevé (?:de banque|bancaire)/,
  'oca_sample_statement_en.csv': /relevé (?:de banque|bancaire)/,
  'oca_sample_statement_en.xlsx': /relevé (?:de banque|bancaire)/,
}
const sheets = samplesIn('spreadsheets')

test('every file that holds no invoice is refused with its reason, and nothing is kept of it', async ({ page }) => {
  await aCompany(page)
  const before = await exported(page)
  const refused = [...broken, ...sheets].filter(({ name }) => reasons[name])
  expect(refused.map(({ name }) => name).toSorted()).toEqual(Object.keys(reasons).toSorted())
  for (const file of refused)
    await test.step(file.name, async () => {
      await drop(page, [file])
      const problem = page.getByRole('region', { name: 'Ce fichier n’entre pas tel quel' })
      await expect(problem).toContainText(reasons[file.name] ?? /^$/)
      await expect(problem).toContainText('Rien n’a été enregistré.')
    })
  expect(await exported(page)).toBe(before)
})

/** Invoices of each list, and what is left of them, counted by hand. */
const lists: Readonly<Record<string, { readonly invoices: number; readonly left: RegExp }>> = {
  'epicea_journals.txt': { invoices: 1, left: /80,59/ },
  'recouvrement_factures.csv': { invoices: 17, left: /./ },
  'socleo_sales.csv': { invoices: 3, left: /9\s057,03/ },
}

test('every list of invoices goes in without help, twice, and out', async ({ page }) => {
  await aCompany(page)
  const before = await exported(page)
  const read = sheets.filter(({ name }) => !reasons[name])
  expect(read.map(({ name }) => name).toSorted()).toEqual(Object.keys(lists).toSorted())
  for (const file of read)
    await test.step(file.name, async () => {
      const expected = lists[file.name]
      await drop(page, [file])
      await expect(check(page)).toContainText(new RegExp(`Prêtes à importer\\s*${expected?.invoices}`))
      await expect(check(page)).toContainText(/À corriger\s*0/)
      await expect(check(page)).toContainText(expected?.left ?? /^$/)
      await comesAndGoes(page, [file], before)
    })
})
