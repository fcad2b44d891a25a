import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { programFolder, readConfig } from '../../platform/config.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { claire, founder, testApplication, visitor } from '../testing/test-application.ts'
import type { RemindTotals, ReportedCustomer } from './remind-report.ts'
import { runCommand } from './run-command.ts'
import { openTerminal } from './terminal.ts'
import { typist } from './testing/type-command.ts'

const database = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'quittance command line '))
afterAll(() => rmSync(folder, { recursive: true }))

const typeWith = typist(database)
const type = (...args: string[]) => typeWith('', ...args)

describe('what was typed', () => {
  it('with nothing after it, says what can be typed', async () => {
    const { code, said } = await type()
    expect(code).toBe(0)
    expect(said).toContain('quittance remind [--on DATE]')
  })

  it.each([
    [['chase'], '« chase » n’est pas une commande. Voir : quittance help'],
    [['backup'], 'Dites quel fichier : quittance backup FICHIER'],
    [['restore', join(folder, 'absent')], 'Il n’y a pas de fichier'],
    [['check', '--on', '2026-11-23'], '--on ne veut rien dire pour « check »'],
    [['backup', 'a b', 'c'], 'Une chose à la fois'],
    [['import', folder], 'n’est pas un fichier'],
    [['import', import.meta.filename, '--organization', 'x'.repeat(5000)], '200 caractères au plus'],
    [['password'], 'Dites à qui : quittance password E-MAIL'],
    [['remind', '--nope'], 'Voir : quittance help'],
  ])('%j is refused with the next move', async (args, sentence) => {
    const { code, said, remarked } = await type(...args)
    expect([code, said]).toEqual([2, ''])
    expect(remarked).toContain(sentence)
  })

  it('an installation without organisation says how to get one', async () => {
    const { code, remarked } = await type('remind')
    expect(code).toBe(2)
    expect(remarked).toContain('Il n’y a pas encore d’entreprise')
  })
})

describe('the example company, from the command line', () => {
  it('is made once', async () => {
    const made = await type('demo', '--json')
    expect([made.code, made.json<{ isNew: boolean }>().isNew]).toEqual([0, true])
    expect(made.remarked).toContain('Aucun compte n’existe encore : celui de la première visite la trouvera')
    expect((await type('demo', '--json')).json<{ isNew: boolean }>().isNew).toBe(false)
  })

  it('remind --dry-run --json says every decision with its items, and writes nothing', async () => {
    const { code, json } = await type('remind', '--dry-run', '--json')
    const answer = json<{ customers: ReportedCustomer[]; totals: RemindTotals; on: string }>()
    const of = (code: string) => answer.customers.find((one) => one.customer.code === code)
    expect(code).toBe(0)
    expect(answer.on).toBe('2026-11-23')
    expect(answer.totals).toEqual({
      customers: 46,
      emails: 11,
      invoices: 13,
      tasks: 0,
      held: 9,
      rest: 26,
      toPay: [{ amount: 3_720_400, currency: 'EUR' }],
      fees: [],
    })
    expect(of('C-0154')).toMatchObject({
      decision: 'take',
      reason: 'stepDue',
      sentence: expect.stringContaining('F-2026-0851'),
      scenario: 'Douce',
      step: { key: 'email-40', delayDays: 40, channel: 'email', tone: 'neutral' },
      sentAs: 'email',
      carrying: { invoice: 'F-2026-0851', dueDate: '2026-10-05', daysLate: 49 },
      toPay: [{ amount: 1_095_600, currency: 'EUR' }],
    })
    expect(of('C-0154')?.openItems.slice(0, 2)).toMatchObject([
      { invoice: 'F-2026-0851', state: 'listed', climbs: 'email-40', taken: ['email-7', 'email-14', 'email-30'] },
      { invoice: 'F-2026-0929', daysLate: 14, state: 'listed', climbs: 'email-10', taken: [] },
    ])
    expect(of('C-0176')).toMatchObject({ decision: 'hold', reason: 'promise', until: '2026-12-01' })
    expect(of('C-0176')?.openItems[0]).toMatchObject({ state: 'excluded', because: 'promise' })
  })

  it('every field of it is told in the manual, in both languages', async () => {
    const { json } = await type('remind', '--dry-run', '--json')
    const { customers, totals } = json<{ customers: ReportedCustomer[]; totals: RemindTotals }>()
    const [row] = customers
    const fields = [...Object.keys(row ?? {}), ...Object.keys(row?.openItems[0] ?? {}), ...Object.keys(totals)]
    expect(fields.length).toBeGreaterThan(30)
    for (const page of ['docs/command-line.md', 'docs/fr/command-line.md']) {
      const text = readFileSync(join(programFolder, page), 'utf8')
      const told = (field: string) => text.includes(`\`${field}`) || text.includes(`\`${field}[]\``)
      expect(fields.filter((field) => !told(field))).toEqual([])
    }
  })

  it('the same in sentences, on another day', async () => {
    const { said } = await type('remind', '--dry-run', '--on', '26/11/2026')
    expect(said).toContain('jeudi 26 novembre 2026')
    expect(said).toMatch(/Garage Perreau · e-mail/)
  })

  it('aged-balance gives the figures of the dashboard, and those of another day', async () => {
    const { code, json } = await type('aged-balance', '--json')
    const { currencies } = json<{ currencies: { currency: string; totals: object; items: object }[] }>()
    expect(code).toBe(0)
    expect(currencies).toMatchObject([
      {
        currency: 'EUR',
        totals: { notDue: 33_740_780, d1_30: 7_120_430, d31_60: 4_231_890, d61_90: 2_114_940, d90plus: 1_424_000 },
        items: { notDue: 75, d1_30: 26, d31_60: 6, d61_90: 3, d90plus: 2 },
      },
    ])
    const { said } = await type('aged-balance', '--on', '30/09/2026')
    expect(said).toContain('Atelier Vauquelin, balance âgée au 30/09/2026, EUR')
    expect(said).toMatch(/Menuiseries Castel +\d/)
  })

  it('remind writes what is new since, once', async () => {
    const first = await type('remind', '--on', '2026-11-26', '--json')
    expect(first.json<{ messages: number }>().messages).toBeGreaterThan(0)
    expect((await type('remind', '--on', '2026-11-26', '--json')).json()).toMatchObject({ messages: 0, tasks: 0 })
  })

  it('check proves that all agrees, and says with 1 what does not', async () => {
    expect((await type('check', '--json')).code).toBe(0)
    await database.owner.query(
      `update open_item o set amount_due = amount_due - 100 from invoice i where i.id = o.invoice_id and i.number = 'F-2026-0911'`,
    )
    const { code, said } = await type('check')
    expect(code).toBe(1)
    expect(said).toContain(
      'Reste à payer de F-2026-0911 : gardé 8\u00a0207,00\u00a0€, les faits disent 8\u00a0208,00\u00a0€',
    )
    await database.owner.query(
      `update open_item o set amount_due = amount_due + 100 from invoice i where i.id = o.invoice_id and i.number = 'F-2026-0911'`,
    )
  })

  it('a backup says what it holds', async () => {
    const file = join(folder, 'sauvegarde du jour')
    const { code, json } = await type('backup', file, '--json')
    expect(code).toBe(0)
    expect(json()).toMatchObject({ command: 'backup', file, tables: { 'quittance.customer': 46 } })
  })

  it('a restore over people’s data is refused', async () => {
    const { code, remarked } = await type('restore', join(folder, 'sauvegarde du jour'))
    expect(code).toBe(2)
    expect(remarked).toContain('n’est pas vide')
  })

  it('goes away with all that was in it', async () => {
    expect((await type('demo', '--remove')).said).toContain('sont retirés')
    expect((await type('demo', '--remove', '--json')).json()).toEqual({ command: 'demo', removed: [] })
  })
})

/** The names of all fields of an answer, however deep. */
const fieldsOf = (answer: unknown): string[] =>
  typeof answer !== 'object' || answer === null
    ? []
    : Array.isArray(answer)
      ? answer.flatMap(fieldsOf)
      : Object.entries(answer).flatMap(([name, value]) => [name, ...fieldsOf(value)])

/** How many rows each table holds. */
async function everyRow(): Promise<string[]> {
  const { rows: tables } = await database.owner.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'quittance' and table_type = 'BASE TABLE' order by 1`,
  )
  const counted = tables.map(({ name }) =>
    database.owner
      .query<{ line: string }>(`select concat('${name} ', count(*)) as line from quittance."${name}"`)
      .then(({ rows }) => rows[0]?.line ?? ''),
  )
  return Promise.all(counted)
}

describe('a file, from the command line', () => {
  const file = join(folder, 'factures.csv')
  writeFileSync(
    file,
    [
      'Numéro facture;Client;Date facture;Échéance;Montant TTC;E-mail',
      'A-1;Menuiseries Castel;01/09/2026;01/10/2026;1 200,00;compta@castel.example',
      'A-2;Menuiseries Castel;01/10/2026;31/10/2026;800,00;compta@castel.example',
      'A-3;Cave Montrésor;01/10/2026;31/02/2026;50,00;',
    ].join('\n'),
  )

  /** Letters A leave 200,00 open. */
  const unbalanced = join(folder, '123456789FEC20261231.txt')
  writeFileSync(
    unbalanced,
    [
      'JournalCode|EcritureNum|EcritureDate|CompteNum|CompAuxNum|PieceRef|Debit|Credit|EcritureLet',
      'VE|1|20260901|411000|NORD42|L-1|1200,00|0,00|A',
      'VE|1|20260901|706000||L-1|0,00|1200,00|',
      'BQ|2|20260930|411000|NORD42|VIR|0,00|1000,00|A',
      'BQ|2|20260930|512000||VIR|1000,00|0,00|',
    ].join('\n'),
  )

  it('an empty installation asks for the name of the firm', async () => {
    const { code, remarked } = await type('import', file)
    expect(code).toBe(2)
    expect(remarked).toContain('--organization')
  })

  it('a dry run checks it as if the firm named were there, and leaves nothing at all', async () => {
    const before = await everyRow()
    const { code, said, remarked } = await type('import', file, '--organization', 'Mon atelier', '--dry-run')
    expect(code).toBe(1)
    expect(remarked).toContain('« Mon atelier » n’existe pas : un import la créerait')
    expect(said).toContain('3 lignes lues, 2 prêtes, 1 à corriger')
    expect(said).toContain('rien n’a été écrit')
    const { json } = await type('import', file, '--organization', 'Mon atelier', '--dry-run', '--json')
    expect(json()).toMatchObject({ organization: { id: null, name: 'Mon atelier' }, dryRun: true, written: null })
    expect(await everyRow()).toEqual(before)
  })

  it('the firm named is founded, the rows that are right go in, the others are said with their line', async () => {
    const { code, said, remarked } = await type('import', file, '--organization', 'Mon atelier')
    expect(code).toBe(1)
    expect(remarked).toContain('« Mon atelier » n’existait pas')
    expect(said).toContain('3 lignes lues, 2 prêtes, 1 à corriger')
    expect(said).toMatch(/ligne 4/i)
    expect(said).toContain('2 factures ajoutées')
  })

  it('the same file again changes nothing', async () => {
    const { code, json } = await type('import', file, '--json')
    expect(code).toBe(1)
    expect(json()).toMatchObject({
      command: 'import',
      organization: { name: 'Mon atelier' },
      dryRun: false,
      rows: 3,
      refusalCount: 1,
      written: { invoices: 0, changedInvoices: 0, customers: 0 },
      refusals: [{ line: 4, field: 'dueDate' }],
    })
  })

  it('every field of its answer is told in the manual, and no other', async () => {
    const { json } = await type('import', file, '--json')
    const ofLedger = await type('import', unbalanced, '--dry-run', '--json')
    const warned = ['code', 'count', 'firstLine', 'sentence']
    const shown = new Set([...fieldsOf(json()), ...fieldsOf(ofLedger.json()), ...warned, 'currency', 'amount'])
    for (const page of ['docs/command-line.md', 'docs/fr/command-line.md']) {
      const text = readFileSync(join(programFolder, page), 'utf8')
      const told = [...text.matchAll(/^### import\n(.*?)^### /gms)].flatMap(([, section = '']) =>
        [...section.matchAll(/`(\w+)(\[\])?`/g)].map(([, field = '']) => field),
      )
      const always = ['command', 'organization', 'id', 'name', 'amount', 'currency']
      expect([...new Set([...told, ...always])].toSorted()).toEqual([...shown].toSorted())
    }
  })

  it('a ledger is told with its totals, to set beside those of its software', async () => {
    const { code, said } = await type('import', unbalanced, '--dry-run')
    expect(code).toBe(0)
    const plain = said.replaceAll(/[\u00a0\u202f]/g, ' ')
    expect(plain).toContain('Grand livre : débit 2 200,00 €, crédit 2 200,00 € ; solde des clients (411) 200,00 €.')
    expect(plain).toContain('Règlements : 1, 1 000,00 €.')
    expect(plain).toContain('Lettrages qui ne tombent pas à zéro et restent ouverts : 1.')
    const { json } = await type('import', unbalanced, '--dry-run', '--json')
    expect(json()).toMatchObject({
      ledger: { debit: 220_000, credit: 220_000, customerDebit: 120_000, customerCredit: 100_000, paid: 100_000 },
    })
  })

  it('a dry run says what would happen and leaves nothing', async () => {
    const { said } = await type('import', file, '--dry-run')
    expect(said).toContain('rien n’a été écrit')
  })

  it('then who would be reminded, and of what', async () => {
    const { json } = await type('remind', '--dry-run', '--json')
    expect(json()).toMatchObject({
      totals: { emails: 1, invoices: 2 },
      customers: [{ customer: { name: 'Menuiseries Castel' }, decision: 'take', step: { key: 'email-7' } }],
    })
  })

  it('another name is a slip, not a second firm', async () => {
    const { code, remarked } = await type('import', file, '--organization', 'Mon atelyer')
    expect(code).toBe(2)
    expect(remarked).toContain('Mon atelier')
  })

  it('what cannot be read as invoices is refused whole', async () => {
    const other = join(folder, 'vide.csv')
    writeFileSync(other, 'a;b\n1;2\n')
    const { code, remarked } = await type('import', other)
    expect(code).toBe(2)
    expect(remarked).not.toBe('')
  })
})

describe('what a file holds, from the command line', () => {
  const ledger = join(folder, 'ledger.txt')
  writeFileSync(
    ledger,
    'JournalCode|EcritureNum|EcritureDate|CompteNum|CompAuxNum|Debit|Credit\nVE|1|20260115|411000|C001|12,00|0,00\n',
  )

  it('is said in sentences and as JSON, its fields told in the manual', async () => {
    expect((await type('inspect', ledger)).said).toMatch(/^kind +fec\n/)
    const { code, json } = await type('inspect', ledger, '--json')
    expect(code).toBe(0)
    const answer = json<Record<string, unknown>>()
    expect(answer).toMatchObject({
      command: 'inspect',
      kind: 'fec',
      balance_411: '12.00',
      warnings: [{ code: 'notBalanced' }, { code: 'entriesOutOfBalance' }, { code: 'missingColumns' }],
    })
    for (const manual of ['docs/command-line.md', 'docs/fr/command-line.md']) {
      const told = readFileSync(join(programFolder, manual), 'utf8')
      for (const field of Object.keys(answer).slice(1)) expect(told, `${field} in ${manual}`).toContain(`\`${field}`)
    }
  })

  it('or why it is refused, with 1', async () => {
    const broken = join(folder, 'broken.xml')
    writeFileSync(broken, '<Invoice>\n<ID>')
    const { code, json } = await type('inspect', broken, '--json')
    expect(code).toBe(1)
    expect(json<{ error: unknown }>().error).toMatchObject({ code: 'brokenXml', line: 2 })
    expect((await type('inspect', broken)).remarked).toContain('mal formé (ligne 2)')
  })

  it('needs no database', async () => {
    const code = await runCommand(['inspect', ledger], {
      terminal: openTerminal({
        stdout: new Writable({ write: (_, __, done) => done() }),
        stderr: process.stderr,
        stdin: Readable.from([]),
        environment: {},
      }),
      clock: fixedClock('2026-11-23T07:00:00Z'),
      config: readConfig({}),
      open: () => Promise.reject(new Error('the database was opened')),
    })
    expect(code).toBe(0)
  })
})

describe('a lost password', () => {
  it('is given anew by who runs the machine, and closes the sessions', async () => {
    const app = await testApplication({ database })
    const claires = await founder(app)
    await claires.get('/api/v1/session')
    const signIn = async (password: string) =>
      (await visitor(app, '10.4.0.1').send('POST', '/api/v1/session', { email: claire.email, password })).status
    for (let n = 0; n < 6; n++) await signIn('faux, faux')
    expect(await signIn(claire.password)).toBe(429)

    const short = await typeWith('court\n', 'password', claire.email)
    expect([short.code, short.remarked]).toEqual([2, expect.stringContaining('10 à 200 caractères')])
    expect((await claires.get('/api/v1/session')).status).toBe(200)

    const given = await typeWith('une toute autre phrase\nrien', 'password', claire.email.toUpperCase(), '--json')
    expect(given.code).toBe(0)
    expect(given.json()).toEqual({
      command: 'password',
      email: claire.email,
      organizations: [{ id: expect.any(Number), name: claire.organizationName }],
      closedSessions: 1,
    })
    expect(given.said + given.remarked).not.toContain('autre phrase')
    expect((await claires.get('/api/v1/session')).status).toBe(401)
    expect(await signIn('une toute autre phrase')).toBe(200)
    const { rows } = await database.owner.query(
      `select origin, person_id, details from journal where act = 'person.newPassword'`,
    )
    expect(rows).toEqual([{ origin: 'commandLine', person_id: null, details: { name: claire.personName } }])
  })

  it('of nobody says who there is', async () => {
    const { code, remarked } = await typeWith('une toute autre phrase', 'password', 'personne@x.example')
    expect(code).toBe(2)
    expect(remarked).toContain(`Personne ne se connecte avec personne@x.example. Se connectent :\n  ${claire.email}`)
  })
})
