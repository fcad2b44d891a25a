import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { startTestSmtp, type TestSmtp } from '../../server/src/platform/mail/testing/start-test-smtp.ts'
import { type Beginning, claire, demoMorning, exampleThrough, folderOf, foundThrough, sessionOf } from './prepared.ts'
import { type RunningServer, startServer } from './start-server.ts'

export { claire, demoMorning }

interface World {
  /** An installation as it begins: by itself the example company on its demo day. */
  readonly server: RunningServer
  /** A mail server on loopback that keeps what it receives. */
  readonly smtp: TestSmtp
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

export const test = base.extend<World & { serverAt: string; beginning: Beginning }>({
  serverAt: [demoMorning, { option: true }],
  beginning: ['example', { option: true }],
  storageState: async ({ beginning }, use) => use(await sessionOf(beginning)),
  server: async ({ serverAt, beginning }, use) => {
    const server = await startServer(serverAt, folderOf(beginning))
    await use(server)
    await server.stop()
  },
  smtp: async ({ browserName: _ }, use) => {
    const smtp = await startTestSmtp()
    await use(smtp)
    await smtp.stop()
  },
  baseURL: async ({ server }, use) => use(server.address),
})

export { expect }

/** Creates company and first account where there is nobody, so that a journey can begin elsewhere. */
export const foundCompany = (page: Page): Promise<void> => foundThrough(page.request)

/** The example company made where there is nobody, on another day than its own. */
export async function makeExample(page: Page): Promise<void> {
  await foundCompany(page)
  await exampleThrough(page.request)
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const colourRules = ['color-contrast', 'link-in-text-block']

/**
 * No violation of WCAG 2.2 A and AA on the page as it stands, in the theme given. The themes differ by their colours
 * alone: everything is looked at in the light one, what depends on colours in both.
 */
export async function expectAccessible(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate((chosen) => {
    // Colours on their way from one theme to the other belong to neither.
    const still = new CSSStyleSheet()
    still.replaceSync('*, *::before, *::after { transition: none !important }')
    document.adoptedStyleSheets = [still]
    document.documentElement.dataset.theme = chosen
  }, theme)
  const axe = new AxeBuilder({ page }).setLegacyMode() // else each look opens a page more
  const { violations } = await (theme === 'light' ? axe.withTags(standards) : axe.withRules(colourRules)).analyze()
  expect.soft(violations.flatMap(inWords), `${page.url()} in the ${theme} theme`).toEqual([])
}

const inWords = ({ id, nodes }: Violation): string[] =>
  nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.slice(0, 240)}`)
