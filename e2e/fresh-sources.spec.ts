import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { APIRequestContext, Page } from '@playwright/test'
import { expect, expectAccessible, foundCompany, test } from './world/world.ts'

test.use({ beginning: 'nobody' })

const header = 'N° facture;Client;E-mail facturation;Date facture;Échéance;Total TTC;Reste à payer\n'
const alizes = 'FA-1;Hôtel des Alizés;factures@alizes.example;01/10/2026;31/10/2026;1200,00;1200,00\n'
const emile = 'FA-2;Boulangerie Émile;compta@emile.example;01/10/2026;31/10/2026;480,00;480,00\n'

/** A file as an accounting program leaves it: whole, says the file beside it. */
async function leave(folder: string, name: string, rows: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, name), header + rows)
  await writeFile(join(folder, `${name}.done`), '')
}

const reminders = async (request: APIRequestContext): Promise<string[]> => {
  const { rows } = (await (await request.get('/api/v1/reminders?view=ready')).json()) as {
    rows: { customer: { name: string }; state: string; sentence: string }[]
  }
  return rows
    .map(({ customer, state, sentence }) => `${customer.name} ${state} ${sentence.includes('vérifiez avant')}`)
    .toSorted()
}

const waitingFiles = async (request: APIRequestContext): Promise<string[]> => {
  const { sources } = (await (await request.get('/api/v1/sources')).json()) as {
    sources: { waiting: { name: string }[] }[]
  }
  return sources.flatMap(({ waiting }) => waiting.map(({ name }) => name))
}

async function addFolder(page: Page): Promise<void> {
  await page.goto('/reglages/sources')
  await expect(page.getByText('Aucune source pour l’instant')).toBeVisible()
  await page.keyboard.press('c')
  const form = page.getByRole('dialog')
  await form.getByLabel('Nom', { exact: true }).fill('Sage')
  await form.getByText('Importer sans moi').click()
  await form.getByRole('button', { name: 'Essayer' }).click()
  await expect(form.getByText(/sera lu/)).toBeVisible()
  await expectAccessible(page, 'light')
  await expectAccessible(page, 'dark')
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('list', { name: 'Sources' })).toContainText('est regardé dans la minute')
}

test('a folder is watched; too old, its customers’ reminders wait for a person, and go again once it came', async ({
  page,
  server,
  smtp,
}) => {
  test.setTimeout(240_000)
  const { request } = page
  await foundCompany(page)
  const inbox = join(server.dataFolder, 'inbox', '1')
  await leave(inbox, 'ventes-1.csv', alizes + emile)
  await addFolder(page)

  const smtpSettings = { host: '127.0.0.1', port: smtp.port, security: 'none', username: null, fromName: 'Claire' }
  const sender = { ...smtpSettings, fromAddress: 'claire@vauquelin.example', replyTo: null }
  expect((await request.put('/api/v1/legal-entities/1/smtp', { data: sender })).ok()).toBe(true)
  expect((await request.patch('/api/v1/organization', { data: { automaticSending: true } })).ok()).toBe(true)

  // The first file waits: a person looks at its columns, says that it holds all open invoices, and lets it in.
  await server.restart('2026-11-24T07:30:00+01:00')
  await expect.poll(() => waitingFiles(request), { timeout: 90_000 }).toEqual(['ventes-1.csv'])
  await page.goto('/reglages/import')
  await page
    .getByRole('list', { name: /qui attendent/ })
    .getByRole('link', { name: 'ventes-1.csv' })
    .click()
  await page.getByRole('button', { name: /Ce fichier contient/ }).click()
  await page.getByRole('option', { name: 'Toutes les factures ouvertes' }).click()
  await page.getByRole('button', { name: 'Importer 2 lignes' }).click()
  await expect(page.getByText('2 factures enregistrées')).toBeVisible()

  // Five working days later nothing has come: what was to leave by itself waits, and says why.
  await server.restart('2026-12-01T08:35:00+01:00')
  const waits = ['Boulangerie Émile pendingApproval true', 'Hôtel des Alizés pendingApproval true']
  await expect.poll(() => reminders(request), { timeout: 60_000 }).toEqual(waits)
  await page.goto('/relances')
  await expect(page.getByText(/Les factures de ce client viennent de «\sSage\s»/).first()).toBeVisible()

  // A new file, in which one invoice is no longer: that one waits on, the other leaves by itself again.
  await leave(inbox, 'ventes-2.csv', alizes)
  await server.restart('2026-12-01T08:52:00+01:00')
  await expect
    .poll(async () => (await (await request.get('/api/v1/imports')).json()).length, { timeout: 90_000 })
    .toBe(2)
  await server.restart('2026-12-01T08:55:00+01:00')
  await expect
    .poll(() => reminders(request), { timeout: 90_000 })
    .toEqual(['Boulangerie Émile pendingApproval true', 'Hôtel des Alizés ready false'])
  await page.goto('/factures?vue=disparues')
  await expect(page.getByRole('row', { name: /FA-2/ })).toBeVisible()
  await page.goto('/reglages/sources')
  await expect(page.getByRole('list', { name: 'Sources' })).toContainText('1 facture a disparu du dernier export.')
  await expectAccessible(page, 'light')
  await expectAccessible(page, 'dark')
})

test('a list said to be complete tells first which invoices it would flag, and a person lifts the flag', async ({
  page,
}) => {
  await foundCompany(page)
  const drop = async (name: string, rows: string): Promise<void> => {
    await page.goto('/reglages/import')
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'choisissez un fichier' }).click()
    await (await choosing).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(header + rows) })
  }
  await drop('ventes-1.csv', alizes + emile)
  await page.getByRole('button', { name: 'Importer 2 lignes' }).click()
  await expect(page.getByText('2 factures enregistrées')).toBeVisible()

  await drop('ventes-2.csv', alizes)
  const holds = page.getByRole('region', { name: 'Ce fichier contient' })
  await holds.getByRole('button', { name: /Ce fichier contient/ }).click()
  await page.getByRole('option', { name: 'Toutes les factures ouvertes' }).click()
  await expect(holds).toContainText('1 facture ouverte de cette source, sur 2, n’est pas dans ce fichier.')
  await expect(holds).toContainText('FA-2')
  for (const theme of ['light', 'dark'] as const) await expectAccessible(page, theme)
  await page.getByRole('button', { name: 'Importer 1 ligne' }).click()
  await expect(page.getByText('0 facture enregistrée')).toBeVisible()

  const { rows } = (await (await page.request.get('/api/v1/open-items?view=missing')).json()) as {
    rows: { invoiceId: number; invoiceNumber: string }[]
  }
  expect(rows.map(({ invoiceNumber }) => invoiceNumber)).toEqual(['FA-2'])
  await page.goto(`/factures/${rows[0]?.invoiceId}`)
  const flag = page.getByText('Disparue du dernier export')
  await page.getByRole('button', { name: 'Elle est toujours due' }).press('Enter')
  await expect(page.getByText('FA-2 n’est plus signalée comme disparue.')).toBeVisible()
  await expect(flag).toBeHidden()
  await page.keyboard.press('z')
  await expect(flag).toBeVisible()
})
