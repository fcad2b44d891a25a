import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import type { ReportedCustomer } from './remind-report.ts'
import { typist } from './testing/type-command.ts'

const type = typist(await testDatabase())
const folder = mkdtempSync(join(tmpdir(), 'quittance levels '))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, lines: readonly string[]): string => {
  writeFileSync(join(folder, name), lines.join('\n'))
  return join(folder, name)
}

const scenario = file('three-levels.yaml', [
  'format: quittance-scenario/1',
  'name: Three levels',
  'holdsFor: [company]',
  'steps:',
  '  - { key: one, day: 7, channel: email, tone: friendly }',
  '  - { key: two, day: 20, channel: email, tone: firm, fee: { fixed: 15, percent: 2 } }',
  '  - { key: three, day: 40, channel: call, tone: firm }',
])
const invoices = file('invoices.csv', [
  'invoice_id,customer_id,customer,email,type,issue_date,due_date,amount,amount_due,dispute,reminder_level',
  'F-1,C1,Alpha,a@alpha.example,invoice,2026-09-01,2026-10-01,1000.00,1000.00,no,0',
  'F-2,C2,Beta,b@beta.example,invoice,2026-09-01,2026-10-01,1000.00,400.00,no,1',
  'F-3,C3,Gamma,c@gamma.example,invoice,2026-09-01,2026-10-01,1000.00,1000.00,yes,0',
  'F-4,C4,Delta,d@delta.example,invoice,2026-09-01,2026-10-01,1000.00,0.00,no,1',
  'F-5,C5,Epsilon,e@epsilon.example,invoice,2026-08-01,2026-08-31,1000.00,1000.00,no,2',
  'F-6,C6,Zeta,z@zeta.example,invoice,2026-08-01,2026-08-31,1000.00,1000.00,no,3',
  'A-1,C1,Alpha,a@alpha.example,credit note,2026-09-05,2026-09-05,-200.00,-200.00,no,0',
])

/** Code of the customer → what is decided of it that day, in one line. */
async function levelsOn(day: string): Promise<Record<string, string>> {
  const { json } = await type('', 'remind', '--dry-run', '--json', '--on', day)
  const { customers } = json<{ customers: ReportedCustomer[] }>()
  return Object.fromEntries(
    customers.map(({ customer, decision, reason, step, toPay, fees }) => [
      customer.code,
      [decision, decision === 'take' ? step?.level : reason, ...[...toPay, ...fees].map(({ amount }) => amount)].join(
        ' ',
      ),
    ]),
  )
}

it('levels are reached on their very day, from files alone, whatever the day they came in', async () => {
  for (const args of [
    ['organizations', 'add', '--name', 'Firm'],
    ['scenarios', 'import', scenario],
    ['import', invoices],
  ]) {
    const { code, remarked } = await type('', ...args)
    expect([code, remarked]).toEqual([0, ''])
  }
  expect(await levelsOn('2026-10-07')).toEqual({
    C1: 'rest noStepDue',
    C2: 'rest noStepDue',
    C3: 'hold dispute',
    C5: 'rest noStepDue',
    C6: 'rest finished',
  })
  expect(await levelsOn('2026-10-08')).toMatchObject({ C1: 'take 1 80000', C2: 'rest noStepDue' })
  expect(await levelsOn('2026-10-12')).toMatchObject({ C5: 'take 3 100000', C6: 'rest finished' })
  expect(await levelsOn('2026-10-21')).toMatchObject({ C1: 'take 1 80000', C2: 'take 2 40000 2300' })
})
