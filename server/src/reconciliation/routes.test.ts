import { describe, expect, it } from 'vitest'
import { founder, testApplication } from '../main/testing/test-application.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { camtText } from './testing/camt-text.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const claire = await founder(app)

const boundary = 'xxPARTxx'
const bring = (content: string, name = 'releve.xml', said = '') => {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/xml\r\n\r\n`
  const body = Buffer.from(`${head}${content}\r\n--${boundary}--\r\n`)
  return claire.send<Brought>('POST', `/api/v1/bank-statements${said}`, body, {
    'content-type': `multipart/form-data; boundary=${boundary}`,
  })
}

interface Brought {
  readonly statements: { readonly id: number; readonly difference: unknown; readonly warnings: readonly string[] }[]
  readonly newLines: number
  readonly knownLines: number
  readonly error?: { readonly code: string; readonly message: string; readonly details: object }
}
interface Listed {
  readonly rows: { readonly id: number; readonly title: string; readonly subtitle: string; readonly state: string }[]
  readonly counts: object
  readonly total: object[]
  readonly nextCursor: string | null
}

const lines = (query: string) => claire.get<Listed>(`/api/v1/bank-lines?${query}`)

describe('the bank over HTTP', () => {
  it('takes a statement, twice, and shows it with its account and lines', async () => {
    const text = camtText({
      on: '2026-11-20',
      opening: '1000.00',
      closing: '1474.00',
      entries: [
        { amount: '484.00', name: 'CORDONNERIE MODERNE', text: 'F20260953', reference: 'A1' },
        { amount: '-10.00', name: 'BANQUE', text: 'COMMISSION', reference: 'A2' },
      ],
    })
    const { status, body } = await bring(text)
    expect([status, body]).toMatchObject([
      200,
      {
        newLines: 2,
        knownLines: 0,
        statements: [{ fileName: 'releve.xml', format: 'camt', difference: null, warnings: [] }],
      },
    ])
    expect((await bring(text, 'encore.xml')).body).toMatchObject({
      newLines: 0,
      knownLines: 2,
      statements: [{ id: body.statements[0]?.id }],
    })
    expect((await claire.get('/api/v1/bank-accounts')).body).toMatchObject({
      matchesByItself: false,
      rows: [
        {
          name: 'La Banque Postale ··2606',
          balance: { amount: 147_400, currency: 'EUR' },
          lastStatementOn: '2026-11-20',
          gaps: [],
        },
      ],
    })
    expect((await claire.get('/api/v1/bank-statements')).body).toMatchObject({ rows: [{ lines: 2, newLines: 2 }] })
    expect((await lines('view=toMatch')).body).toMatchObject({
      rows: [{ title: 'CORDONNERIE MODERNE', state: 'toMatch', match: null, isReturned: false }],
      counts: { toMatch: 1, matched: 0, notACustomer: 1 },
      total: [{ amount: 48_400, currency: 'EUR' }],
    })
  })

  it('tells which days are missing, and balances that do not join', async () => {
    const later = camtText({
      on: '2026-11-26',
      opening: '1500.00',
      closing: '1600.00',
      entries: [{ amount: '80.00', name: 'CASTEL', text: 'X', reference: 'B1' }],
    })
    const { body } = await bring(later)
    expect(body.statements[0]?.difference).toEqual({ amount: 2_000, currency: 'EUR' })
    expect(body.statements[0]?.warnings[0]).toMatch(/^Les soldes et les lignes ne se joignent pas.*20,00/)
    const { body: accounts } = await claire.get<{ rows: { gaps: { sentence: string }[] }[] }>('/api/v1/bank-accounts')
    expect(accounts.rows[0]?.gaps).toMatchObject([
      {
        from: '2026-11-23',
        to: '2026-11-25',
        missing: { amount: 2_600, currency: 'EUR' },
        sentence: expect.stringContaining('du 23 au 25/11/2026'),
      },
    ])
  })

  it('finds lines by amount, by name and by words of the label, and says the sum of what it found', async () => {
    for (const q of ['484', '484,00', '484.00 €', 'cordonnerie', 'f20260953']) {
      const { body } = await lines(`view=toMatch&q=${encodeURIComponent(q)}`)
      expect([q, body.rows.map(({ title }) => title), body.total]).toEqual([
        q,
        ['CORDONNERIE MODERNE'],
        [{ amount: 48_400, currency: 'EUR' }],
      ])
    }
    expect((await lines('view=notACustomer&q=10')).body.rows).toHaveLength(1)
    expect((await lines('view=toMatch&q=%25')).body.rows).toEqual([])
  })

  it('goes on where a page ended', async () => {
    const first = (await lines('view=toMatch&limit=1')).body
    const second = (await lines(`view=toMatch&limit=1&cursor=${first.nextCursor}`)).body
    expect([...first.rows, ...second.rows].map(({ title }) => title)).toEqual(['CASTEL', 'CORDONNERIE MODERNE'])
    expect(second.nextCursor).toBeNull()
  })

  it('refuses what is no statement, with what to do', async () => {
    expect(await bring('Bonjour', 'note.txt')).toMatchObject({ status: 422, body: { error: { code: 'noStatement' } } })
    expect(await bring('', 'vide.xml')).toMatchObject({ status: 422, body: { error: { code: 'empty' } } })
    expect((await lines('view=toMatch')).body.counts).toMatchObject({ toMatch: 2 })
  })

  it('names an account before its statements come, renames it, and refuses an IBAN with a mistake or twice', async () => {
    const named = await claire.send<{ id: number }>('POST', '/api/v1/bank-accounts', {
      name: 'Compte d’épargne',
      iban: 'FR76 3000 6000 0112 3456 7890 189',
    })
    expect(named).toMatchObject({
      status: 200,
      body: { iban: 'FR7630006000011234567890189', isActive: true, balance: null, gaps: [] },
    })
    const url = `/api/v1/bank-accounts/${named.body.id}`
    expect((await claire.send('PATCH', url, { name: 'Livret', isActive: false })).body).toMatchObject({
      name: 'Livret',
      isActive: false,
    })
    expect(await claire.send('PATCH', url, { iban: 'FR7630006000011234567890188' })).toMatchObject({
      status: 422,
      body: { error: { code: 'wrongIban' } },
    })
    expect(await claire.send('PATCH', url, { iban: 'FR1420041010050500013M02606' })).toMatchObject({
      status: 409,
      body: { error: { code: 'accountIsThere' } },
    })
    expect((await claire.send('PATCH', '/api/v1/bank-accounts/999', { name: 'X' })).status).toBe(404)
  })
})

describe('a list of movements', () => {
  it('asks what the columns of a list hold that nothing tells, and reads it once a person said so', async () => {
    const list = 'A;B;C;D\n18/11/2026;VIR DUPONT;12,00;x\n19/11/2026;VIR DURAND;30,00;y\n'
    const refused = await bring(list, 'liste.csv')
    expect([refused.status, refused.body.error]).toMatchObject([
      422,
      {
        code: 'noStatement',
        details: { columns: [{ header: 'A', samples: ['18/11/2026', '19/11/2026'] }, { header: 'B' }, {}, {}] },
      },
    ])
    const half = await bring(list, 'liste.csv', '?columns=bookedOn,label')
    expect([half.status, half.body.error?.message]).toMatchObject([400, expect.stringContaining('montant')])
    const [account] = (await claire.get<Listed>('/api/v1/bank-accounts')).body.rows
    const said = `?account=${account?.id}&columns=bookedOn,label,amount,`
    expect((await bring(list, 'liste.csv', said)).body).toMatchObject({ newLines: 2, knownLines: 0 })
    expect((await bring(list, 'liste.csv', said)).body).toMatchObject({ newLines: 0, knownLines: 2 })
  })

  it('does not ask it of a list without days and amounts', async () => {
    const { body } = await bring('A;B;C\nun;deux;trois\n', 'liste.csv')
    expect(body.error).toMatchObject({ code: 'noStatement', details: {} })
  })
})
