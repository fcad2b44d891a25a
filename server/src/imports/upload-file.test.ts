import { describe, expect, it } from 'vitest'
import { founder, testApplication } from '../main/testing/test-application.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { aZip } from './reading/workbook/testing/a-zip.ts'
import type { ShownImport } from './show-import.ts'
import { sales } from './testing/a-desk.ts'
import { aCii, aFacturX } from './testing/invoice-files.ts'

const app = await testApplication({ database: await testDatabase() })
const claire = await founder(app)

const boundary = 'xxPARTxx'
const seller = { name: 'Atelier Vauquelin', siren: '552100554' }

/** Drops these files at once, as a browser sends them. */
function drop(files: readonly (readonly [name: string, content: Buffer | string])[], folder?: string) {
  const said = folder ? [`--${boundary}\r\ncontent-disposition: form-data; name="folder"\r\n\r\n${folder}\r\n`] : []
  const parts = files.flatMap(([name, content]) => [
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    content,
    '\r\n',
  ])
  const body = Buffer.concat([...said, ...parts, `--${boundary}--\r\n`].map((part) => Buffer.from(part)))
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  return claire.send<{ id: number }>('POST', '/api/v1/imports', body, headers)
}

describe('many files dropped at once', () => {
  it('are one import under the name of their folder, two of one name told apart', async () => {
    const { status, body } = await drop(
      [
        ['facture.pdf', await aFacturX({ number: 'FA-1', seller })],
        ['facture.pdf', await aFacturX({ number: 'FA-2', seller })],
        ['FA-3.xml', aCii({ number: 'FA-3', seller })],
        ['lisez-moi.txt', 'bonjour'],
      ],
      'Novembre',
    )
    expect(status).toBe(200)
    expect((await claire.get(`/api/v1/imports/${body.id}`)).body).toMatchObject({
      name: 'Novembre',
      state: 'checked',
      summary: { ready: 3 },
      files: {
        count: 4,
        invoices: 3,
        toAttach: 2,
        forms: [
          { form: 'Factur-X BASIC', count: 2 },
          { form: 'CII BASIC', count: 1 },
        ],
      },
    })
  })

  it('are called by the first of them where they come from no folder', async () => {
    const { body } = await drop([
      ['FA-1.xml', aCii()],
      ['FA-2.xml', aCii({ number: 'FA-2' })],
    ])
    expect((await claire.get(`/api/v1/imports/${body.id}`)).body).toMatchObject({ name: 'FA-1.xml + 1' })
  })

  it('may hold an archive, whose files are read as the others; a damaged one is left out and told', async () => {
    const one = (number: string) => aCii({ number, seller })
    const zip = aZip({ 'mars/FA-1.xml': one('FA-1'), 'mars/FA-2.pdf': await aFacturX({ number: 'FA-2', seller }) })
    const { body } = await drop([
      ['mars.zip', zip],
      ['FA-3.xml', one('FA-3')],
      ['abîmé.zip', zip.subarray(0, 400)],
    ])
    const shown = await claire.get<ShownImport>(`/api/v1/imports/${body.id}`)
    expect(shown.body).toMatchObject({ state: 'checked', summary: { ready: 3 }, files: { count: 4, invoices: 3 } })
    const listed = (shown.body.files?.listed ?? []).map(({ name, state }) => `${name} ${state}`)
    expect(listed).toEqual(['abîmé.zip leftOut', 'FA-1.xml read', 'FA-2.pdf toAttach', 'FA-3.xml read'])
  })

  it('may not be a list and invoices together', async () => {
    const answer = await drop([
      ['ventes.csv', sales()],
      ['FA-1.xml', aCii()],
    ])
    expect(answer).toMatchObject({ status: 422, body: { error: { code: 'mixedFiles' } } })
    expect(JSON.stringify(answer.body)).toContain('ventes.csv')
  })

  it('may be five thousand and no more', async () => {
    const most = Array.from({ length: 5001 }, (_, index) => [`${index}.xml`, 'x'] as const)
    expect(await drop(most)).toMatchObject({ status: 422, body: { error: { code: 'tooManyFiles' } } })
  })
})
