import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { typist } from './testing/type-command.ts'

const database = await testDatabase()
const type = typist(database)
const folder = mkdtempSync(join(tmpdir(), 'quittance session '))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, ...lines: string[]): string => {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

interface Answered<Answer> {
  readonly exitCode: number
  readonly answer: Answer
  readonly remarks: readonly string[]
}

interface Imported {
  readonly organization: { readonly name: string }
  readonly summary: Record<string, unknown>
  readonly written: Record<string, number>
  readonly refusalCount: number
}

async function answers<Answer = Imported>(...lines: string[]): Promise<Answered<Answer>[]> {
  const { said } = await type(`${lines.join('\n')}\n`, 'session')
  return said
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Answered<Answer>)
}

const customers = file(
  'customers.csv',
  'customer_id,name,trade_name,siren,city,country,iban,account_code,parent_customer_id,terms_days,end_of_month,early_discount_pct,early_discount_days',
  'C1,Brun SARL,Chez Brun,732829320,Lyon,FR,FR7630006000011234567890189,411BRUN,,30,0,2.0,10',
  'C2,Noir SA,,552100554,Paris,FR,,411NOIR,C1,45,1,,',
)
const invoices = file(
  'invoices.csv',
  'invoice_id,customer_id,type,issue_date,due_date,amount,open_amount_at_eval_start,po_number,currency',
  'F-1,C1,invoice,2025-12-01,2025-12-31,1200.00,1200.00,PO-11,EUR',
  'F-2,C1,invoice,2025-12-05,2026-01-04,800.50,300.50,,EUR',
  'F-3,C2,invoice,2025-11-05,2026-01-04,99.90,0.00,,EUR',
  'AV-1,C1,credit_note,2025-12-06,2025-12-06,-50.00,-50.00,,EUR',
  'AV-2,C2,credit_note,2025-12-06,,70.00,70.00,,EUR',
  'F-4,C2,invoice,2027-06-01,2027-07-31,500.00,500.00,PO-77,EUR',
)

describe('from nothing to invoices, without a screen', () => {
  it('an organisation is made once, by its name', async () => {
    const [added, again, listed] = await answers<Record<string, unknown>>(
      'organizations add --name "Atelier Martin"',
      'organizations add --name "Atelier Martin"',
      'organizations',
    )
    expect([added?.answer.isNew, again?.answer.isNew]).toEqual([true, false])
    expect(listed?.answer.organizations).toMatchObject([{ name: 'Atelier Martin', isDemo: false, today: '2026-11-23' }])
    const nameless = await type('', 'organizations', 'add')
    expect([nameless.code, nameless.remarked]).toEqual([2, expect.stringContaining('--name "Votre entreprise"')])
  })

  it('lists of customers and of invoices go in, and going in again changes nothing', async () => {
    const [first, second, third, fourth] = await answers(
      '# customers first',
      `import "${customers}"`,
      JSON.stringify(['import', invoices]),
      `import "${invoices}"`,
      `import "${customers}"`,
    )
    expect(first).toMatchObject({
      exitCode: 0,
      remarks: [],
      answer: { written: { customers: 2, changedCustomers: 0 } },
    })
    expect(second).toMatchObject({
      exitCode: 0,
      answer: { refusalCount: 0, written: { invoices: 6, customers: 0, payments: 2 } },
    })
    expect(third).toMatchObject({
      answer: { summary: { unchangedInvoices: 6 }, written: { invoices: 0, payments: 0 } },
    })
    expect(fourth).toMatchObject({
      answer: { summary: { customers: { added: 0, changed: 0, unchanged: 2 } }, written: { changedCustomers: 0 } },
    })
  })

  it('what is left of each is what the file says, orders and days to come included', async () => {
    const { rows } = await database.owner.query(`
      select i.number, c.code, i.kind, o.issue_date::text as issued, o.amount, o.amount_due as due, i.order_reference as po
      from quittance.open_item o
      join quittance.invoice i using (organization_id)
      join quittance.customer c using (organization_id)
      where i.id = o.invoice_id and c.id = i.customer_id order by 1`)
    expect(rows.map((row) => Object.values(row).map(String).join(' '))).toEqual([
      'AV-1 C1 creditNote 2025-12-06 -5000 -5000 null',
      'AV-2 C2 creditNote 2025-12-06 -7000 -7000 null',
      'F-1 C1 invoice 2025-12-01 120000 120000 PO-11',
      'F-2 C1 invoice 2025-12-05 80050 30050 null',
      'F-3 C2 invoice 2025-11-05 9990 0 null',
      'F-4 C2 invoice 2027-06-01 50000 50000 PO-77',
    ])
  })

  it('a bank statement is known by what it holds, and each of its lines goes in once', async () => {
    const statement = file(
      'releve.xml',
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr>',
      '<Stmt><Id>1</Id><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>',
      '<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-05</Dt></Dt></Bal>',
      '<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1200.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-05</Dt></Dt></Bal>',
      '<Ntry><Amt Ccy="EUR">1200.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-01-05</Dt></BookgDt>',
      '<AcctSvcrRef>L-1</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>FACTURE F-1</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>',
      '</Stmt></BkToCstmrStmt></Document>',
    )
    const told = await answers<Record<string, unknown>>(
      `import "${statement}" --dry-run`,
      `import "${statement}"`,
      `import "${statement}"`,
    )
    expect(told.map(({ exitCode, answer }) => [exitCode, answer.kind, answer.written])).toEqual([
      [0, 'statement', null],
      [0, 'statement', { newLines: 1, knownLines: 0 }],
      [0, 'statement', { newLines: 0, knownLines: 1 }],
    ])
    expect((await type('', 'import', statement)).said).toContain('lignes : 1.')
  })
})

describe('a session', () => {
  it('answers what it cannot do, and goes on', async () => {
    const told = await answers(
      'chase',
      'import "',
      'session',
      `import ${join(folder, 'absent.csv')}`,
      '["import", 1]',
      'password claire@example.com',
      'sources',
      'exit',
      'chase',
    )
    expect(told.map(({ exitCode }) => exitCode)).toEqual([2, 2, 2, 2, 2, 2, 0])
    expect(told[0]?.remarks).toEqual(['« chase » n’est pas une commande. Voir : quittance help'])
    expect(told.every(({ exitCode, remarks }) => exitCode === 0 || remarks.length === 1)).toBe(true)
  })

  it('reads its lines from a file, for the organisation said once, and ends with the highest code', async () => {
    const commands = file('commands.txt', `import "${customers}"`, 'aged-balance --on 2026-01-10', 'organizations')
    const { code, said } = await type('', 'session', '--commands', commands, '--organization', 'Atelier Martin')
    const names = said
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as Answered<Partial<Imported>>).answer.organization?.name)
    expect([code, names]).toEqual([0, ['Atelier Martin', 'Atelier Martin', undefined]])
    expect((await type('nonsense\n', 'session')).code).toBe(2)
    const none = await type('', 'session', '--commands', join(folder, 'absent.txt'))
    expect([none.code, none.remarked]).toEqual([2, expect.stringContaining('Il n’y a pas de fichier')])
  })
})
