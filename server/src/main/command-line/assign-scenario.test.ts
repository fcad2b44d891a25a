import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import type { ReportedCustomer } from './remind-report.ts'
import { typist } from './testing/type-command.ts'

const typeWith = typist(await testDatabase())
const type = (...args: string[]) => typeWith('', ...args)
const folder = mkdtempSync(join(tmpdir(), 'quittance assign '))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, lines: readonly string[]): string => {
  writeFileSync(join(folder, name), lines.join('\n'))
  return join(folder, name)
}

const scenario = (name: string, day: number, holdsFor = '[]'): string =>
  file(`${name}.yaml`, [
    'format: quittance-scenario/1',
    `name: ${name}`,
    ...(holdsFor === '[]' ? [] : [`holdsFor: ${holdsFor}`]),
    'rules: { everyDay: true, daysBetweenContacts: 0 }',
    'steps:',
    `  - { key: one, day: ${day}, channel: email, tone: friendly }`,
  ])

beforeAll(async () => {
  for (const args of [
    ['organizations', 'add', '--name', 'Firm'],
    ['scenarios', 'import', scenario('Slow', 30, '[company]')],
    ['scenarios', 'import', scenario('Quick', 3)],
    [
      'import',
      file('invoices.csv', [
        'invoice_id,customer_id,customer,email,issue_date,due_date,amount',
        'F-1,C1,Alpha,a@alpha.example,2026-09-01,2026-11-01,1000.00',
        'F-2,C1,Alpha,a@alpha.example,2026-09-01,2026-11-01,200.00',
        'F-3,C2,Beta,b@beta.example,2026-09-01,2026-11-01,300.00',
      ]),
    ],
  ]) {
    const { code, remarked } = await type(...args)
    expect([code, remarked]).toEqual([0, ''])
  }
})

/** What each customer is asked for on 24 November, 23 days after its due dates. */
async function asked(): Promise<Record<string, string>> {
  const { json } = await type('remind', '--dry-run', '--json', '--on', '2026-11-24')
  const { customers } = json<{ customers: ReportedCustomer[] }>()
  return Object.fromEntries(
    customers.map(({ customer, decision, scenario: followed, toPay }) => [
      customer.code,
      `${followed} ${decision} ${toPay[0]?.amount ?? 0}`,
    ]),
  )
}

it('a customer, or one of its invoices, follows the scenario it is given, until it gets the usual one again', async () => {
  expect(await asked()).toEqual({ C1: 'Slow rest 0', C2: 'Slow rest 0' })
  const { code, json } = await type('scenarios', 'assign', 'quick', '--customer', 'C2', '--json')
  expect([code, json()]).toEqual([
    0,
    {
      command: 'scenarios',
      organization: { id: expect.any(Number), name: 'Firm' },
      assigned: {
        customer: { id: expect.any(Number), code: 'C2', name: 'Beta' },
        scenario: { id: expect.any(Number), name: 'Quick' },
        invoice: null,
      },
    },
  ])
  expect(await asked()).toEqual({ C1: 'Slow rest 0', C2: 'Quick take 30000' })
  const one = await type('scenarios', 'assign', 'Quick', '--customer', 'Alpha', '--invoice', 'F-1')
  expect(one.said).toBe('Alpha, F-1 : le scénario « Quick ».\n')
  expect((await asked()).C1).toContain('take 120000')
  expect((await type('scenarios', 'assign', '--customer', 'C2')).said).toBe('Beta : de nouveau le scénario habituel.\n')
  expect((await asked()).C2).toBe('Slow rest 0')
})

it.each([
  [['assign', 'Quick'], 'Dites lequel et à qui'],
  [['assign', 'Nowhere', '--customer', 'C1'], 'Il n’y a pas de scénario « Nowhere »'],
  [['assign', 'Quick', '--customer', 'C9'], 'Aucun client'],
  [['assign', 'Quick', '--customer', 'C1', '--invoice', 'F-3'], 'Ce client n’a pas de facture « F-3 »'],
  [['export', 'Quick', '--customer', 'C1'], 'Dites lequel et à qui'],
  [['assign', 'Quick', '--customer', 'C1', '--dry-run'], '--dry-run'],
])('scenarios %j is refused with what to say instead', async (args, sentence) => {
  const { code, remarked } = await type('scenarios', ...args)
  expect([code, remarked]).toEqual([2, expect.stringContaining(sentence)])
})
