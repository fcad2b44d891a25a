import { describe, expect, it } from 'vitest'
import { founder, testApplication, visitor } from '../../main/testing/test-application.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { sales } from '../testing/a-desk.ts'
import { aProgram, type BatchAnswer, euros, type Program } from './testing/a-program.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const admin = await founder(app)
const calls = visitor(app, '10.4.0.1')

const boundary = 'xxPARTxx'
const field = (name: string, value: string) =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const form = (content: string, before = '') => {
  const head = `${before}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="export.csv"\r\ncontent-type: text/csv\r\n\r\n`
  return Buffer.from(`${head}${content}\r\n--${boundary}--\r\n`)
}
const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` }
const send = (program: Program, content: string, { query = '', before = '' } = {}) =>
  program.send<{ id: number; error: { code: string } }>(
    'POST',
    `/api/v1/imports${query}`,
    form(content, before),
    multipart,
  )

const file = (number: string) =>
  sales(
    `${number}-1;Menuiseries Castel;15/09/2026;15/10/2026;1000,00;400,00;compta@castel.example;;;`,
    `${number}-2;Brun & Fils;15/09/2026;15/10/2026;500,00;500,00;;;;`,
  )
const invoicesLike = async (pattern: string) =>
  (await database.owner.query(`select number from invoice where number like $1`, [pattern])).rows.length

async function facts(): Promise<string> {
  const texts: string[] = []
  for (const table of ['customer', 'invoice', 'open_item', 'payment', 'allocation', 'journal', 'import_change']) {
    const { rows } = await database.owner.query<{ line: string }>(`select t::text as line from ${table} t order by 1`)
    texts.push(...rows.map(({ line }) => line))
  }
  return texts.join('\n')
}

describe('a file that a program sends', () => {
  it('is checked and waits for a person, unless the key may do without', async () => {
    const program = await aProgram({ admin, calls })
    const { status, body } = await send(program, file('A'))
    expect(status).toBe(200)
    const { body: report } = await program.get<Record<string, unknown>>(`/api/v1/imports/${body.id}`)
    expect(report).toMatchObject({
      state: 'checked',
      uploadedBy: null,
      program: { name: 'Sage 100', pushedOn: null },
      summary: { ready: 2, newInvoices: 2 },
    })
    expect((await send(program, file('A'), { query: '?apply=true' })).body.error.code).toBe('mayNotApply')
    expect((await send(program, file('A'), { before: field('apply', 'true') })).body.error.code).toBe('mayNotApply')
    expect(await invoicesLike('A-%')).toBe(0)
    expect((await admin.send('POST', `/api/v1/imports/${body.id}/application`, {})).status).toBe(204)
    expect(await invoicesLike('A-%')).toBe(2)
  })

  it('goes in without a person where the key may, and the very same file again changes nothing', async () => {
    const program = await aProgram({ admin, calls }, { mayApply: true })
    const { body } = await send(program, file('B'), { query: '?apply=true' })
    expect((await program.get(`/api/v1/imports/${body.id}`)).body).toMatchObject({
      state: 'imported',
      summary: { newInvoices: 2, toFix: 0 },
    })
    const [listed] = (await admin.get<{ from: string }[]>('/api/v1/imports')).body
    expect(listed).toMatchObject({ from: 'Sage 100' })
    const journal = (await admin.get<{ act: string; person: string | null; details: object }[]>('/api/v1/journal')).body
    expect(journal.find(({ act }) => act === 'imported')).toMatchObject({
      person: null,
      details: { program: 'Sage 100' },
    })
    const before = await facts()
    const again = await send(program, file('B'), { before: field('apply', 'true') })
    expect((await program.get(`/api/v1/imports/${again.body.id}`)).body).toMatchObject({
      state: 'imported',
      summary: { newInvoices: 0, changedInvoices: 0, unchangedInvoices: 2 },
    })
    expect(await facts()).toBe(before)
  })

  it('brings its ready rows in once: what a person corrects later waits for that person', async () => {
    const program = await aProgram({ admin, calls }, { mayApply: true })
    const spoiled = file('C').replace('500,00;500,00', '500,OO;500,00')
    const { body } = await send(program, spoiled, { query: '?apply=true' })
    expect((await program.get(`/api/v1/imports/${body.id}`)).body).toMatchObject({
      state: 'imported',
      summary: { newInvoices: 1, toFix: 1 },
      refusals: [{ line: 3, field: 'totalAmount', suggestion: '500,00' }],
    })
    const correction = { line: 3, field: 'totalAmount', value: '500,00' }
    await admin.send('PUT', `/api/v1/imports/${body.id}/corrections`, correction)
    await send(program, file('D'), { query: '?apply=true' })
    expect(await invoicesLike('C-%')).toBe(1)
    expect(await invoicesLike('D-%')).toBe(2)
  })

  it('that comes while another goes in has its turn after it', async () => {
    const program = await aProgram({ admin, calls }, { mayApply: true })
    const first = await send(program, file('E'))
    await database.owner.query(`update source_file set state = 'importing' where id = $1`, [first.body.id])
    const { body } = await send(program, file('F'), { query: '?apply=true' })
    expect((await program.get(`/api/v1/imports/${body.id}`)).body).toMatchObject({ state: 'checked' })
    await database.owner.query(`update source_file set state = 'checked' where id = $1`, [first.body.id])
    await admin.send('POST', `/api/v1/imports/${first.body.id}/application`, {})
    expect((await program.get(`/api/v1/imports/${body.id}`)).body).toMatchObject({ state: 'imported' })
  })

  it('is read by the program that sent it and by people, by no other program', async () => {
    const [one, two] = [await aProgram({ admin, calls }), await aProgram({ admin, calls })]
    const { body: sent } = await send(one, file('G'))
    const { body: pushed } = await one.send<BatchAnswer>('PUT', '/api/v1/invoices', {
      invoices: [{ externalId: 'x', number: 'X-1', customer: { name: 'X' }, dueDate: '2026-10-15', total: euros(1) }],
    })
    for (const id of [sent.id, pushed.importId]) {
      expect((await one.get(`/api/v1/imports/${id}`)).status).toBe(200)
      expect((await admin.get(`/api/v1/imports/${id}`)).status).toBe(200)
      expect((await two.get(`/api/v1/imports/${id}`)).status).toBe(404)
    }
  })
})
