import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { founder, testApplication, visitor } from '../main/testing/test-application.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { mostBytes } from './stored-bytes.ts'
import { sales } from './testing/a-desk.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const claire = await founder(app)

const boundary = 'xxPARTxx'
const form = (content: Buffer | string, name = 'export_ventes.csv'): readonly [Buffer, Record<string, string>] => {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)])
  return [body, { 'content-type': `multipart/form-data; boundary=${boundary}` }]
}
const send = (content: Buffer | string, name?: string) => {
  const [body, headers] = form(content, name)
  return claire.send<{ id: number }>('POST', '/api/v1/imports', body, headers)
}

const some = sales(
  'F-1;Menuiseries Castel;15/09/2026;15/10/2026;1000,00;400,00;compta@castel.example;CM;;',
  'F-2;Brun & Fils;15/09/2026;15/10/2026;500,OO;500,00;;;;',
  'F-3;Brun & Fils;16/09/2026;16/10/2026;250,00;250,00;;;;',
)

describe('importing over HTTP', () => {
  it('sends, shows, corrects, imports, lists and undoes a file', async () => {
    const { status, body } = await send(some)
    expect(status).toBe(200)
    const url = `/api/v1/imports/${body.id}`
    expect((await claire.get(url)).body).toMatchObject({
      name: 'export_ventes.csv',
      state: 'checked',
      uploadedBy: 'Claire Morel',
      progress: { rows: 3, total: 3 },
      summary: { ready: 2, toFix: 1 },
      refusals: [{ line: 3, field: 'totalAmount', value: '500,OO', suggestion: '500,00' }],
    })
    const corrected = await claire.send('PUT', `${url}/corrections`, { line: 3, field: 'totalAmount', value: '500,00' })
    expect(corrected.body).toMatchObject({ state: 'checked', summary: { ready: 3, toFix: 0 } })
    expect((await claire.send('POST', `${url}/application`, {})).status).toBe(204)
    expect((await claire.get(url)).body).toMatchObject({ state: 'imported', undoneAt: null })
    expect((await claire.get('/api/v1/imports')).body).toMatchObject([
      { id: body.id, state: 'imported', rows: 3, invoices: 3, canUndo: true },
    ])
    expect((await claire.send('DELETE', `${url}/application`)).status).toBe(204)
    expect((await claire.get('/api/v1/imports')).body).toMatchObject([{ state: 'undone', invoices: 0, canUndo: false }])
    expect((await claire.send('POST', `${url}/application`, {})).body).toMatchObject({ error: { code: 'notReady' } })
  })

  it('removes a file dropped by mistake, and none that is in', async () => {
    const { body } = await send(
      'N° facture;Client;Échéance;Montant TTC\nR-1;Ébénisterie Quentin;15/10/2026;10,00\n',
      'erreur.csv',
    )
    const url = `/api/v1/imports/${body.id}`
    expect((await claire.get('/api/v1/imports')).body).toContainEqual(
      expect.objectContaining({ id: body.id, canRemove: true, canUndo: false }),
    )
    await claire.send('POST', `${url}/application`, {})
    expect((await claire.send('DELETE', url)).body).toMatchObject({ error: { code: 'importStands' } })
    const { body: other } = await send(some, 'erreur.csv')
    expect((await claire.send('DELETE', `/api/v1/imports/${other.id}`)).status).toBe(204)
    expect((await claire.get(`/api/v1/imports/${other.id}`)).status).toBe(404)
  })

  it('reads the sheet of a workbook that a person chooses', async () => {
    const sheet = (name: string, number: string): WriteSheet => ({
      name,
      rows: [
        ['N° facture', 'Client', 'Échéance', 'Montant TTC'],
        [number, 'Castel', new Date('2026-10-15T00:00:00Z'), 10],
      ],
    })
    const { body } = await send(
      Buffer.from(await writeXlsx({ sheets: [sheet('Janvier', 'F-71'), sheet('Février', 'F-72')] })),
    )
    const url = `/api/v1/imports/${body.id}`
    expect((await claire.get(url)).body).toMatchObject({
      format: { sheet: 'Janvier', sheets: ['Janvier', 'Février'] },
      preview: [{ invoiceNumber: 'F-71' }],
    })
    expect((await claire.send('PUT', `${url}/mapping`, { sheet: 'Février' })).status).toBe(204)
    expect((await claire.get(url)).body).toMatchObject({
      format: { sheet: 'Février' },
      preview: [{ invoiceNumber: 'F-72' }],
    })
  })

  it('changes how a file is read', async () => {
    const { body } = await send(some)
    const url = `/api/v1/imports/${body.id}`
    expect((await claire.send('PUT', `${url}/mapping`, { columns: [{ position: 4, field: null }] })).status).toBe(204)
    expect((await claire.get(url)).body).toMatchObject({ summary: { ready: 3, total: [{ amount: 115_000 }] } })
  })

  it('gives the refused rows and a model as files for a spreadsheet', async () => {
    const { body } = await send(some, 'ventes « été ».csv')
    const refused = await claire.get<string>(`/api/v1/imports/${body.id}/refused.csv`)
    expect(refused.headers['content-disposition']).toContain("filename*=UTF-8''ventes%20%C2%AB%20%C3%A9t%C3%A9")
    expect(refused.body).toContain('500,OO')
    const model = await claire.get<string>('/api/v1/imports/model.csv')
    expect(model.headers['content-type']).toBe('text/csv; charset=utf-8')
    const { body: own } = await send(model.body)
    expect((await claire.get(`/api/v1/imports/${own.id}`)).body).toMatchObject({ summary: { ready: 2, toFix: 0 } })
  })

  it('gives no formula of a refused file to a spreadsheet, and reads its own apostrophes away', async () => {
    const head = 'N° facture;Client;Échéance;Montant TTC;Objet'
    const rows = ['=1+1', '+1+1', '-1+1', '@SUM(1)'].map((text, i) => `F-${i};${text};31/12/2026;dix;"${text}"`)
    const good = [1, 2, 3].map((i) => `G-${i};Brun;31/12/2026;10,00;`)
    const { body } = await send([head, ...good, ...rows].join('\n'))
    const refused = await claire.get<string>(`/api/v1/imports/${body.id}/refused.csv`)
    const lines = String(refused.body).split('\r\n').slice(1, -1)
    expect(lines).toHaveLength(4)
    for (const line of lines) for (const cell of line.split(';')) expect(cell).not.toMatch(/^"?[=+@-]/)
    const { body: again } = await send(String(refused.body).replaceAll(';dix;', ';10,00;'))
    expect((await claire.get(`/api/v1/imports/${again.id}`)).body).toMatchObject({
      summary: { ready: 4, toFix: 0 },
      preview: [{ customerName: '=1+1' }, { customerName: '+1+1' }, { customerName: '-1+1' }],
    })
  })

  it('refuses a request without a file, a file that is too large, and visitors', async () => {
    const [, headers] = form('')
    const empty = await claire.send('POST', '/api/v1/imports', Buffer.from(`--${boundary}--\r\n`), headers)
    expect(empty.body).toMatchObject({ error: { code: 'noFile' } })
    const large = await send(Buffer.alloc(mostBytes + 1, 'a'))
    expect(large.status).toBe(413)
    expect(large.body).toMatchObject({ error: { code: 'fileTooLarge' } })
    expect((await visitor(app).get('/api/v1/imports')).status).toBe(401)
    const { rows } = await database.owner.query('select from source_file_part')
    expect(rows.length).toBeLessThan(20)
  })
})
