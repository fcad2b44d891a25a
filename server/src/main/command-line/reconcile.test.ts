import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterAll, expect, it } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { readConfig } from '../../platform/config.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { runCommand } from './run-command.ts'
import { openTerminal } from './terminal.ts'

const database = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'quittance reconcile '))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function type(...args: string[]) {
  let said = ''
  let remarked = ''
  const into = (add: (text: string) => void) =>
    new Writable({
      write: (chunk, _, done) => {
        add(String(chunk))
        done()
      },
    })
  const terminal = openTerminal({
    stdout: into((text) => {
      said += text
    }),
    stderr: into((text) => {
      remarked += text
    }),
    stdin: Readable.from(['']),
    environment: { LANG: 'en_GB.UTF-8' },
  })
  const code = await runCommand(args, {
    terminal,
    clock: fixedClock('2026-11-23T07:00:00Z'),
    config: readConfig({}),
    open: async () => ({ database, secrets: { session: 'for tests' }, close: async () => undefined }),
  })
  return { code, remarked, lines: said.split('\n').filter(Boolean), json: () => JSON.parse(said) }
}

interface Entry {
  readonly id: string
  readonly amount: string
  readonly payer: string
  readonly text: string
}

/** A day of the bank as CAMT.053. */
const camt = (day: string, entries: readonly Entry[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>${day}</Id>
<Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>
${entries
  .map(
    ({ id, amount, payer, text }) => `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><Dt>${day}</Dt></BookgDt><AcctSvcrRef>${id}</AcctSvcrRef><NtryDtls><TxDtls>
<RltdPties><Dbtr><Nm>${payer}</Nm></Dbtr></RltdPties><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  )
  .join('\n')}</Stmt></BkToCstmrStmt></Document>`

const customers = `customer_id,name,trade_name,siren,city,country,iban,account_code,parent_customer_id,terms_days,end_of_month,early_discount_pct,early_discount_days
C001,Nordelec Industrie,,,Lille,FR,,411NORDELEC,,30,0,2,10
C002,Castel Menuiserie,,,Rennes,FR,,411CASTEL,,30,0,,
`
const invoices = `invoice_id,customer_id,type,issue_date,due_date,amount,open_amount_at_eval_start,po_number,currency
F-2026-0101,C001,invoice,2026-10-01,2026-10-31,1200.00,1200.00,,EUR
F-2026-0102,C001,invoice,2026-10-05,2026-11-04,800.00,800.00,,EUR
A-2026-0009,C001,credit_note,2026-10-06,2026-10-06,-100.00,-100.00,,EUR
F-2026-0201,C002,invoice,2026-10-07,2026-11-06,450.50,450.50,PO-77,EUR
`
const days: readonly [string, readonly Entry[]][] = [
  ['2026-11-05', [{ id: 'L1', amount: '1200.00', payer: 'NORDELEC INDUSTRIE', text: 'FACT F-2026-0101' }]],
  [
    '2026-11-06',
    [
      { id: 'L2', amount: '450.50', payer: 'CASTEL MENUISERIE', text: 'F-2026-0201' },
      { id: 'L3', amount: '37.10', payer: 'TRESOR PUBLIC', text: 'REMBOURSEMENT TVA' },
    ],
  ],
]

const due = async (): Promise<Record<string, number>> => {
  const { rows } = await database.owner.query<{ number: string; due: string }>(
    'select i.number, o.amount_due as due from open_item o join invoice i using (organization_id) where i.id = o.invoice_id order by 1',
  )
  return Object.fromEntries(rows.map((row) => [row.number, Number(row.due)]))
}

it('lives a bank as its files say: past learnt, days proposed and applied, verdicts that replace', async () => {
  expect((await type('import', file('customers.csv', customers), '--organization', 'Vauquelin')).code).toBe(0)
  expect((await type('import', file('invoices.csv', invoices))).code).toBe(0)
  const past = {
    date: '2026-09-03',
    payer_name: 'NORDELEC INDUSTRIE',
    payer_iban: '',
    end_to_end_id: '',
    customers: ['C001'],
  }
  const history = [
    {
      ...past,
      line_id: 'H1',
      amount: 300,
      remittance: 'F-2026-0033',
      allocations: [{ invoice_id: 'F-2026-0033', amount: '300.00' }],
      writeoff: null,
    },
  ]
  expect((await type('reconcile', '--learn', file('history.json', history), '--json')).json()).toMatchObject({
    learnt: { lines: 1, unknownCustomers: [] },
  })

  for (const [day, entries] of days) await type('import', file(`${day}.xml`, camt(day, entries)))
  const first = (await type('reconcile', '--until', '2026-11-05', '--json')).json()
  expect(first).toMatchObject([
    {
      line_id: 'L1',
      decision: 'auto',
      customer_id: 'C001',
      allocations: [{ invoice_id: 'F-2026-0101', amount: '1200.00' }],
      writeoff: null,
      applied: false,
    },
  ])
  expect((await due())['F-2026-0101']).toBe(120_000)
  const applied = (await type('reconcile', '--until', '2026-11-06', '--json', '--apply')).json()
  expect(applied.map((one: { line_id: string; applied: boolean }) => [one.line_id, one.applied])).toEqual([
    ['L1', true],
    ['L2', true],
    ['L3', false],
  ])
  expect(await due()).toEqual({ 'A-2026-0009': -10_000, 'F-2026-0101': 0, 'F-2026-0102': 80_000, 'F-2026-0201': 0 })

  // The first line paid the other invoice and part of this one, a credit note deducted; the third concerns nobody.
  const truth = [
    {
      line_id: 'L1',
      customers: ['C001'],
      allocations: [
        { invoice_id: 'F-2026-0102', amount: 800 },
        { invoice_id: 'A-2026-0009', amount: -100 },
        { invoice_id: 'F-2026-0101', amount: '500,00' },
      ],
      writeoff: null,
    },
    { line_id: 'L2', customers: ['C002'], allocations: [{ invoice_id: 'F-2026-0201', amount: 450.5 }], writeoff: null },
    { line_id: 'L3', customers: [], allocations: [], writeoff: null },
    { line_id: 'L9', customers: [], allocations: [], writeoff: null },
  ]
  const confirmed = await type('reconcile', '--confirm', file('truth.json', truth), '--json')
  expect(confirmed.code).toBe(1)
  expect(confirmed.json().confirmed).toEqual({
    right: 1,
    replaced: 1,
    settled: 1,
    problems: [{ line_id: 'L9', sentence: 'No bank line has this reference: import its statement first.' }],
  })
  const after = { 'A-2026-0009': 0, 'F-2026-0101': 70_000, 'F-2026-0102': 0, 'F-2026-0201': 0 }
  expect(await due()).toEqual(after)
  const again = (await type('reconcile', '--confirm', file('truth.json', truth), '--json')).json()
  expect(again.confirmed).toMatchObject({ right: 3, replaced: 0, settled: 0 })
  expect(await due()).toEqual(after)
  expect((await type('reconcile', '--until', '2026-11-06', '--json')).json()).toEqual([])
  expect((await type('check')).code).toBe(0)
}, 60_000)

it('brings a list that names no account to the account that is said', async () => {
  await type('organizations', 'add', '--name', 'Deux comptes')
  const named = ['--organization', 'Deux comptes'] as const
  const other = camt('2026-11-05', [{ id: 'B1', amount: '2.00', payer: 'A', text: 'B' }])
  const iban = /<IBAN>(\w+)<\/IBAN>/.exec(other)?.[1] ?? ''
  await type('import', file('one.xml', other), ...named)
  await type('import', file('two.xml', other.replaceAll(iban, 'DE89370400440532013000')), ...named)
  const list = file('list.csv', 'Date;Libellé;Débit;Crédit\n06/11/2026;VIR CASTEL;;12,00\n')
  const unknown = await type('import', list, '--account', 'FR00', ...named)
  expect([unknown.code, unknown.remarked]).toEqual([2, expect.stringContaining(`${iban}, DE89370400440532013000`)])
  const brought = await type('import', list, '--account', 'DE89 3704 0044 0532 0130 00', '--json', ...named)
  expect(brought.json().written).toEqual({ newLines: 1, knownLines: 0 })
})

it('lives many days of a file in one process, a line of JSON each', async () => {
  await type('import', file('customers.csv', customers), '--organization', 'Autre maison')
  await type('organizations', 'add', '--name', 'Autre maison')
  const named = ['--organization', 'Autre maison'] as const
  await type('import', file('customers.csv', customers), ...named)
  await type('import', file('invoices.csv', invoices), ...named)
  const discount = [
    {
      line_id: 'L4',
      customers: ['C001'],
      allocations: [{ invoice_id: 'F-2026-0101', amount: 1200 }],
      writeoff: { reason: 'escompte', amount: 24 },
    },
  ]
  file('truth-4.json', discount)
  const asked = [
    { import: [file('2026-11-06.xml', camt(...(days[1] ?? ['', []])))], until: '2026-11-06', apply: true },
    {
      import: [
        file('d4.xml', camt('2026-11-09', [{ id: 'L4', amount: '1176.00', payer: 'INCONNU', text: 'VIREMENT' }])),
      ],
      until: '2026-11-09',
      confirm: 'truth-4.json',
    },
  ]
  const { code, lines } = await type('reconcile', '--days', file('days.json', asked), ...named)
  expect(code).toBe(0)
  const [one, two] = lines.map((line) => JSON.parse(line))
  expect(one).toMatchObject({ until: '2026-11-06', confirmed: null })
  expect(one.proposals[0]).toMatchObject({ line_id: 'L2', applied: true })
  expect(two.confirmed).toMatchObject({ settled: 1, problems: [] })
  const { rows } = await database.owner.query<{ difference: string; amount: string }>(
    'select difference, amount from allocation where difference is not null',
  )
  expect(rows.map(({ difference, amount }) => [difference, Number(amount)])).toEqual([['discount', 2400]])

  // The invoice has no room for it: what the line brings is matched, and the rest is not passed over in silence.
  const tooMuch = [{ line_id: 'L2', customers: ['C002'], allocations: [{ invoice_id: 'F-2026-0201', amount: 99_999 }] }]
  const refused = await type('reconcile', '--confirm', file('too-much.json', tooMuch), '--json', ...named)
  expect(refused.code).toBe(1)
  expect(refused.json().confirmed.problems).toMatchObject([
    { line_id: 'L2', sentence: expect.stringContaining('more than the line') },
  ])
}, 60_000)

it.each([
  [['reconcile'], 'Say one of: --until DATE'],
  [['reconcile', '--until', '2026-02-30'], 'there is no such day'],
  [['reconcile', '--learn', 'nowhere.json'], 'There is no file nowhere.json'],
  [['reconcile', '--learn', file('broken.json', '{')], 'The file has no readable JSON'],
  [
    [
      'reconcile',
      '--confirm',
      file('amount.json', [{ line_id: 'L1', allocations: [{ invoice_id: 'F', amount: '12.345' }] }]),
    ],
    'Line no. 1 of the file has no readable amount',
  ],
  [['remind', '--apply'], '--apply means nothing to "remind"'],
])('%j is refused with the next move', async (args, sentence) => {
  const { code, remarked } = await type(...args, ...(args[0] === 'reconcile' ? ['--organization', 'Vauquelin'] : []))
  expect(code).toBe(2)
  expect(remarked).toContain(sentence)
})
