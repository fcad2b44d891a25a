import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { startTestSmtp, type TestSmtp } from '../../server/src/platform/mail/testing/start-test-smtp.ts'
import { type RunningServer, startServer } from './start-server.ts'

/** Monday 23 November 2026, five minutes before the departure of ten. */
export const demoMorning = '2026-11-23T09:55:00+01:00'

export const claire = {
  name: 'Claire Besson',
  email: 'claire@vauquelin.example',
  password: 'papier-et-encre-26',
  company: 'Atelier Vauquelin',
}

interface World {
  /** A fresh installation, with nobody in it. */
  readonly server: RunningServer
  /** A mail server on loopback that keeps what it receives. */
  readonly smtp: TestSmtp
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

export const test = base.extend<World & { serverAt: string }>({
  serverAt: [demoMorning, { option: true }],
  server: async ({ serverAt }, use) => {
    const server = await startServer(serverAt)
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

/** Creates company and first account through the door every program has, so that a journey can begin elsewhere. */
export async function foundCompany(page: Page): Promise<void> {
  const answer = await page.request.post('/api/v1/welcome', {
    data: { organizationName: claire.company, personName: claire.name, email: claire.email, password: claire.password },
  })
  expect(answer.ok()).toBe(true)
}

/** The example company of the mock-ups, on its demo day. */
export async function openExample(page: Page): Promise<void> {
  await foundCompany(page)
  const answer = await page.request.post('/api/v1/demo')
  expect(answer.ok()).toBe(true)
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const colourRules = ['color-contrast', 'link-in-text-block']

/**
 * No violation of WCAG 2.2 A and AA on the page as it stands, in the theme given. The themes differ by their colours
 * alone: everything is looked at in the light one, what depends on colours in both.
 */
export async function expectAccessible(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate((chosen) => {
    document.documentElement.dataset.theme = chosen
  }, theme)
  const axe = new AxeBuilder({ page }).setLegacyMode() // else each look opens a page more
  const { violations } = await (theme === 'light' ? axe.withTags(standards) : axe.withRules(colourRules)).analyze()
  expect.soft(violations.flatMap(inWords), `${page.url()} in the ${theme} theme`).toEqual([])
}

const inWords = ({ id, nodes }: Violation): string[] =>
  nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.slice(0, 240)}`)
