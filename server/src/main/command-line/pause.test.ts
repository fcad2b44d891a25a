import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import type { ReportedCustomer } from './remind-report.ts'
import { typist } from './testing/type-command.ts'

const typeWith = typist(await testDatabase())
const type = (...args: string[]) => typeWith('', ...args)
const folder = mkdtempSync(join(tmpdir(), 'quittance pause '))
afterAll(() => rmSync(folder, { recursive: true }))

const invoices = join(folder, 'invoices.csv')
writeFileSync(
  invoices,
  [
    'invoice_id,customer_id,customer,email,issue_date,due_date,amount',
    'F-1,C1,Alpha,a@alpha.example,2026-09-01,2026-11-09,1000.00',
    'F-2,C1,Alpha,a@alpha.example,2026-09-01,2026-11-10,200.00',
    'F-3,C2,Beta,b@beta.example,2026-09-01,2026-10-14,300.00',
    'F-4,C3,Twin,t@twin.example,2026-09-01,2026-11-09,100.00',
    'F-5,C4,Twin,u@twin.example,2026-09-01,2026-11-09,100.00',
  ].join('\n'),
)
beforeAll(async () => {
  expect((await type('import', invoices, '--organization', 'Firm')).code).toBe(0)
})

/** What is decided of a customer on a day, in a few words. */
async function decided(customer: string, on = '2026-11-24'): Promise<string> {
  const { json } = await type('remind', '--dry-run', '--json', '--customer', customer, '--on', on)
  const [one, another] = json<{ customers: ReportedCustomer[] }>().customers
  expect(another).toBeUndefined()
  return one ? `${one.decision} ${one.reason} ${one.step?.level ?? '-'} ${one.toPay[0]?.amount ?? 0}` : 'nothing'
}

describe('a pause', () => {
  it('holds one invoice, then the customer, until it is lifted, and is told as JSON', async () => {
    expect(await decided('C1')).toBe('take stepDue 1 120000')
    const held = await type('pause', 'c1', '--invoice', 'F-2', '--json')
    expect([held.code, held.json()]).toEqual([
      0,
      {
        command: 'pause',
        organization: { id: expect.any(Number), name: 'Firm' },
        customer: { id: expect.any(Number), code: 'C1', name: 'Alpha' },
        invoice: 'F-2',
        until: 'furtherNotice',
      },
    ])
    expect(await decided('C1')).toBe('take stepDue 1 100000')
    expect((await type('pause', 'Alpha')).said).toBe('Alpha : aucune relance jusqu’à : quittance resume.\n')
    expect(await decided('C1')).toBe('hold paused 1 0')
    expect((await type('resume', 'C1', '--json')).json()).toMatchObject({
      command: 'resume',
      invoice: null,
      until: null,
    })
    expect(await decided('C1')).toBe('take stepDue 1 100000')
    expect((await type('resume', 'C1', '--invoice', 'F-2')).said).toBe('Alpha, F-2 : plus de pause.\n')
    expect(await decided('C1')).toBe('take stepDue 1 120000')
  })

  it('ends by itself on its day', async () => {
    expect((await type('pause', 'C1', '--until', '26/11/2026')).said).toContain('avant le 2026-11-26')
    expect(await decided('C1', '2026-11-25')).toBe('hold paused 1 0')
    expect(await decided('C1', '2026-11-26')).toBe('take stepDue 1 120000')
    await type('resume', 'C1')
  })

  it('of days behind us holds the days it lasted, and no day since', async () => {
    expect((await type('pause', 'C1', '--on', '2026-11-10', '--until', '2026-11-20')).code).toBe(0)
    expect(await decided('C1', '2026-11-19')).toContain('hold paused')
    expect(await decided('C1')).toBe('take stepDue 1 120000')
    expect((await type('pause', 'C1', '--on', '2026-11-24', '--until', '2026-11-25', '--json')).code).toBe(0)
    expect(await decided('C1')).toBe('hold paused 1 0')
    await type('resume', 'C1')
  })

  it.each([
    [['pause'], 'Dites de qui : quittance pause CLIENT'],
    [['pause', 'C9'], 'Aucun client, ou plusieurs, pour « C9 »'],
    [['pause', 'Twin'], 'Aucun client, ou plusieurs'],
    [['pause', 'C1', '--invoice', 'F-3'], 'Ce client n’a pas de facture « F-3 »'],
    [['pause', 'C1', '--until', '31/02/2027'], 'ce jour n’existe pas'],
    [['pause', 'C1', '--until', '2026-11-23'], 'déjà passée'],
    [['pause', 'C1', '--on', '2026-11-20', '--until', '2026-11-20'], 'déjà passée'],
    [['resume', 'C1', '--until', '2026-12-01'], '--until ne veut rien dire pour « resume »'],
    [['remind', '--dry-run', '--customer', 'C9', '--json'], 'Aucun client, ou plusieurs'],
    [['remind', '--dry-run', '--done'], '--done ne veut rien dire pour « remind --dry-run »'],
    [['remind', '--customer', 'C1'], '--customer ne veut rien dire pour « remind »'],
  ])('%j is refused with the next move, and changes nothing', async (args, sentence) => {
    const { code, said, remarked } = await type(...args)
    expect([code, said]).toEqual([2, ''])
    expect(remarked).toContain(sentence)
    expect(await decided('C1')).toBe('take stepDue 1 120000')
  })
})

describe('what was sent by other means', () => {
  it('is behind from that day on, counts as a contact, and is counted once', async () => {
    const done = await type('remind', '--done', '--customer', 'C2', '--on', '2026-11-23', '--json')
    expect([done.code, done.json()]).toMatchObject([
      0,
      { command: 'remind', on: '2026-11-23', dryRun: false, done: true, customers: 1, contacts: 1, tasks: 0, steps: 1 },
    ])
    expect(await decided('C2')).toBe('hold tooSoon 2 0')
    expect(await decided('C2', '2026-11-30')).toBe('take stepDue 2 30000')
    const again = await type('remind', '--done', '--customer', 'C2', '--on', '2026-11-23', '--json')
    expect(again.json()).toMatchObject({ contacts: 0, tasks: 0, steps: 0 })
  })

  it('is said of everybody who is due that day, and takes the message that waited back', async () => {
    expect((await type('remind', '--json')).json()).toMatchObject({ waiting: 3 })
    expect((await type('remind', '--done')).said).toContain('Comptés comme faits : 3 contacts')
    expect((await type('remind', '--json')).json()).toMatchObject({ waiting: 0 })
    expect((await type('check')).code).toBe(0)
  })
})
