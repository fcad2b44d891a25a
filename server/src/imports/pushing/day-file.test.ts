import { describe, expect, it } from 'vitest'
import { founder, testApplication, visitor } from '../../main/testing/test-application.ts'
import { fixedClock } from '../../platform/clock.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { aProgram, type BatchAnswer, euros, type Program } from './testing/a-program.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const admin = await founder(app)
const calls = visitor(app, '10.3.0.1')
const aNewProgram = (name: string) => aProgram({ admin, calls }, { name })

const anInvoice = (number: string, said: object = {}) => ({
  externalId: number,
  number,
  customer: { code: number, name: `Client de ${number}` },
  issueDate: '2026-09-15',
  dueDate: '2026-10-15',
  total: euros(120_000),
  ...said,
})

async function push(program: Program, ...invoices: object[]): Promise<BatchAnswer> {
  const { status, body } = await program.send<BatchAnswer>('PUT', '/api/v1/invoices', { invoices })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

interface Shown {
  readonly state: string
  readonly program: object | null
  readonly summary: Record<string, number>
  readonly refusals: { line: number; field: string; code: string; sentence: string }[]
}
const shown = async (id: number | null) => (await admin.get<Shown>(`/api/v1/imports/${id}`)).body
const listed = async (id: number | null) =>
  (await admin.get<{ id: number }[]>('/api/v1/imports')).body.find((one) => one.id === id)

const invoicesLike = async (pattern: string) =>
  (await database.owner.query(`select number from invoice where number like $1 order by number`, [pattern])).rows.map(
    ({ number }) => number,
  )

/** Business of the organisation, without the traces of imports and numbers that moved on. */
async function business(): Promise<string> {
  const texts: string[] = []
  for (const table of ['customer', 'contact', 'invoice', 'open_item', 'payment', 'allocation']) {
    const { rows } = await database.owner.query<{ line: string }>(`select t::text as line from ${table} t order by 1`)
    texts.push(...rows.map(({ line }) => `${table} ${line}`))
  }
  return texts.join('\n')
}

describe('what a program pushes in a day', () => {
  it('is one file of the list, with the rows as they were pushed last', async () => {
    const program = await aNewProgram('Sage 100')
    const first = await push(program, anInvoice('A-1'), anInvoice('A-2', { dueDate: '2026-02-30' }))
    const second = await push(program, anInvoice('A-2'), anInvoice('A-3'))
    const third = await push(program, anInvoice('A-1', { total: euros(130_000) }))
    expect([second.importId, third.importId]).toEqual([first.importId, first.importId])
    expect(await listed(first.importId)).toMatchObject({
      name: 'API\u00a0: Sage 100',
      state: 'imported',
      rows: 3,
      invoices: 3,
      canUndo: true,
      canRemove: false,
    })
    expect(await shown(first.importId)).toMatchObject({
      state: 'imported',
      program: { name: 'Sage 100', pushedOn: '2026-11-23' },
      columns: [],
      summary: { newInvoices: 3, changedInvoices: 1, unchangedInvoices: 0, toFix: 0, newCustomers: 3 },
      refusals: [],
    })
  })

  it('is a file of its own for each key and each day', async () => {
    const [one, two] = [await aNewProgram('One'), await aNewProgram('Two')]
    const today = await push(one, anInvoice('B-1'))
    expect((await push(two, anInvoice('B-2'))).importId).not.toBe(today.importId)
    const tomorrow = await testApplication({ database, clock: fixedClock('2026-11-24T08:00:00Z') })
    const later = visitor(tomorrow)
    const { body } = await later.send<BatchAnswer>(
      'PUT',
      '/api/v1/invoices',
      { invoices: [anInvoice('B-1')] },
      { authorization: `Bearer ${one.secret}` },
    )
    expect(body).toMatchObject({ unchanged: 1 })
    expect(body.importId).not.toBe(today.importId)
  })

  it('tells in the journal what it changed, and nothing when it changed nothing', async () => {
    const program = await aNewProgram('EBP')
    const { importId } = await push(program, anInvoice('C-1'))
    await push(program, anInvoice('C-1'))
    await push(program, anInvoice('C-1', { dueDate: '2026-10-31' }))
    const { rows } = await database.owner.query(
      `select act, thing, origin, person_id, host(ip) as ip, details from journal
       where thing_id = $1 and thing = 'source_file' or details ->> 'number' = 'C-1' order by id`,
      [importId],
    )
    expect(rows.map(({ act, thing }) => `${act} ${thing}`)).toEqual([
      'imported source_file',
      'changed invoice',
      'imported source_file',
    ])
    expect(rows[1]).toMatchObject({
      origin: 'api',
      person_id: null,
      ip: '10.3.0.1',
      details: { file: 'API\u00a0: EBP', changes: [{ field: 'dueDate', from: '2026-10-15', to: '2026-10-31' }] },
    })
  })

  it('is undone whole, over all its pushes, and taken up again by the next one', async () => {
    const program = await aNewProgram('Odoo')
    const standing = await aNewProgram('Before')
    await push(standing, anInvoice('D-1'))
    const before = await business()
    const { importId } = await push(program, anInvoice('D-1', { total: euros(150_000) }), anInvoice('D-2'))
    await push(program, anInvoice('D-1', { total: euros(160_000), externalId: 'D-1' }), anInvoice('D-3'))
    await push(program, anInvoice('D-2', { amountDue: euros(0) }))
    expect((await admin.send('DELETE', `/api/v1/imports/${importId}/application`)).status).toBe(204)
    expect(await business()).toBe(before)
    expect(await listed(importId)).toMatchObject({ state: 'undone', invoices: 0 })
    const again = await push(program, anInvoice('D-2'))
    expect(again).toMatchObject({ created: 1 })
    expect(again.importId).not.toBe(importId)
  })

  it('shows a person what was refused, who corrects it there, and brings it in', async () => {
    const program = await aNewProgram('Cegid')
    await push(program, anInvoice('E-1', { customer: { name: 'Menuiserie Lafargue' } }))
    const { importId, results } = await push(program, anInvoice('E-2', { customer: { name: 'Menuiserie Lafarge' } }))
    expect(results[0]?.refusals).toMatchObject([
      {
        field: 'customer.name',
        code: 'unknownCustomer',
        suggestion: { field: 'customer.name', value: 'Menuiserie Lafargue' },
      },
    ])
    const [refusal] = (await shown(importId)).refusals
    expect(refusal).toMatchObject({ code: 'unknownCustomer' })
    const url = `/api/v1/imports/${importId}`
    const corrected = await admin.send('PUT', `${url}/corrections`, {
      line: refusal?.line,
      field: 'customerName',
      value: 'Menuiserie Lafargue',
    })
    expect(corrected.body).toMatchObject({ state: 'checked', summary: { toFix: 0, newInvoices: 1 } })
    expect((await admin.send('POST', `${url}/application`, {})).status).toBe(204)
    expect(await invoicesLike('E-%')).toEqual(['E-1', 'E-2'])
    expect((await shown(importId)).state).toBe('imported')
    expect(await push(program, anInvoice('E-2', { customer: { name: 'Menuiserie Lafargue' } }))).toMatchObject({
      unchanged: 1,
    })
    expect((await admin.get<string>(`${url}/refused.csv`)).status).toBe(200)
  })

  it('is never read again: there are no columns to choose', async () => {
    const program = await aNewProgram('Axonaut')
    const { importId } = await push(program, anInvoice('G-1'))
    const answer = await admin.send('PUT', `/api/v1/imports/${importId}/mapping`, { decimal: ',' })
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'importPushed' } } })
  })
})
