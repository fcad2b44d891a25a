import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { startServer } from './world/start-server.ts'
import { claire, demoMorning } from './world/world.ts'

/**
 * Takes the pictures of the README from the running product: `node e2e/take-pictures.ts` (Node 24, after a build of the
 * web). CHROMIUM_PATH says which browser.
 */
const folder = join(import.meta.dirname, '../docs/images')
const pages: readonly (readonly [name: string, path: string])[] = [
  ['a-faire', '/a-faire'],
  ['factures', '/factures?vue=en-retard'],
  ['relances', '/relances?vue=pretes'],
]

await mkdir(folder, { recursive: true })
const server = await startServer(demoMorning)
const { CHROMIUM_PATH: executablePath } = process.env
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const context = await browser.newContext({
    baseURL: server.address,
    viewport: { width: 1440, height: 900 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  })
  const page = await context.newPage()
  await page.request.post('/api/v1/welcome', {
    data: { organizationName: claire.company, personName: claire.name, email: claire.email, password: claire.password },
  })
  await page.request.post('/api/v1/demo')
  const search = async (text: string) =>
    (await (await page.request.get(`/api/v1/search?q=${text}`)).json()) as Record<
      'customers' | 'invoices',
      { id: number }[]
    >
  const customer = (await search('castel')).customers[0]?.id
  const invoice = (await search('F-2026-0764')).invoices[0]?.id
  const shown = [...pages, ['client', `/clients/${customer}`], ['facture', `/factures/${invoice}`]] as const
  for (const [name, path] of shown) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    if (name === 'facture') await page.keyboard.press('r')
    await page.waitForTimeout(800)
    await page.screenshot({ path: join(folder, `${name}.png`) })
  }
} finally {
  await browser.close()
  await server.stop()
}
