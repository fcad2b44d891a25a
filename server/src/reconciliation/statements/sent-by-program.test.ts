import { describe, expect, it } from 'vitest'
import { aProgram } from '../../imports/pushing/testing/a-program.ts'
import { founder, testApplication, visitor } from '../../main/testing/test-application.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { camtText } from '../testing/camt-text.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const admin = await founder(app)
const calls = visitor(app, '10.4.0.2')

const boundary = 'xxPARTxx'
const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` }
const form = (content: string) =>
  Buffer.from(
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="releve.xml"\r\n\r\n${content}\r\n--${boundary}--\r\n`,
  )
const entries = [{ amount: '484.00', name: 'CORDONNERIE MODERNE', text: 'F20260953', reference: 'A1' }]
const text = camtText({ on: '2026-11-20', opening: '0.00', closing: '484.00', entries })

describe('a statement that a program sends', () => {
  it('is kept once, and its lines wait for a person', async () => {
    const program = await aProgram({ admin, calls })
    const first = await program.send('POST', '/api/v1/bank-statements', form(text), multipart)
    expect(first).toMatchObject({ status: 200, body: { newLines: 1, knownLines: 0, applied: 0 } })
    const again = await program.send('POST', '/api/v1/bank-statements', form(text), multipart)
    expect(again).toMatchObject({ status: 200, body: { newLines: 0, knownLines: 1 } })
    expect((await admin.get('/api/v1/bank-lines?view=toMatch')).body).toMatchObject({ counts: { toMatch: 1 } })
  })

  it('opens nothing else of the bank', async () => {
    const program = await aProgram({ admin, calls })
    expect((await program.get('/api/v1/bank-lines?view=toMatch')).status).toBe(403)
    expect((await program.get('/api/v1/bank-accounts')).status).toBe(403)
  })

  it('is refused when the account is of another firm, and nothing of it stays', async () => {
    const other = await admin.send<{ id: number }>('POST', '/api/v1/legal-entities', { name: 'Vauquelin Services' })
    expect(other.status).toBe(200)
    const { secret } = await aProgram({ admin, calls }, { name: 'Services' })
    const { rows } = await database.owner.query<{ id: number }>('select max(id) as id from api_key')
    await database.owner.query('update api_key set legal_entity_id = $1 where id = $2', [other.body.id, rows[0]?.id])
    const later = camtText({ on: '2026-11-23', opening: '484.00', closing: '968.00', entries })
    const { status, body } = await calls.send<{ error: { code: string } }>(
      'POST',
      '/api/v1/bank-statements',
      form(later),
      { ...multipart, authorization: `Bearer ${secret}` },
    )
    expect([status, body.error.code]).toEqual([403, 'accountOfAnotherFirm'])
    expect((await admin.get('/api/v1/bank-statements')).body).toMatchObject({ rows: [{ newLines: 1 }] })
  })
})
