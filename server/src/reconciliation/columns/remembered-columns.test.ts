import { expect, it } from 'vitest'
import { founder, testApplication } from '../../main/testing/test-application.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const admin = await founder(app)

interface Taught {
  readonly rows: readonly { readonly id: number; readonly headers: string[]; readonly columns: (string | null)[] }[]
}

const boundary = 'xxPARTxx'
const bring = (content: string, said = '') =>
  admin.send<{ newLines?: number; error?: { code: string } }>(
    'POST',
    `/api/v1/bank-statements${said}`,
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="liste.csv"\r\n\r\n${content}\r\n--${boundary}--\r\n`,
    ),
    { 'content-type': `multipart/form-data; boundary=${boundary}` },
  )
const list = (titles: string, ...rows: string[]): string => [titles, ...rows].join('\n')

it('what a person says of the columns of a list serves for lists with the same titles, until it is forgotten', async () => {
  const first = list('A;B;C', '20/11/2026;VIR INCONNU SARL;12,00', '20/11/2026;VIR AUTRE SARL;30,00')
  const second = list(' a;b;C', '23/11/2026;VIR ENCORE SARL;44,00', '23/11/2026;VIR TOUJOURS SARL;55,00')
  expect((await bring(first)).body.error?.code).toBe('noStatement')
  expect((await bring(first, '?columns=bookedOn,label,amount')).body.newLines).toBe(2)
  expect((await bring(second)).body.newLines).toBe(2)

  const { body } = await admin.get<Taught>('/api/v1/statement-columns')
  expect(body.rows).toMatchObject([{ headers: ['A', 'B', 'C'], columns: ['bookedOn', 'label', 'amount'] }])
  expect((await bring(list('A;B;D', '24/11/2026;VIR SARL;1,00'))).body.error?.code).toBe('noStatement')

  expect((await admin.send('DELETE', `/api/v1/statement-columns/${body.rows[0]?.id}`)).status).toBe(204)
  expect((await bring(second)).body.error?.code).toBe('noStatement')
  expect((await admin.get<Taught>('/api/v1/statement-columns')).body.rows).toEqual([])
})

it('what was said last holds, and what cannot be read so is not kept', async () => {
  const rows = ['20/11/2026;21/11/2026;VIR;12,00', '20/11/2026;21/11/2026;VIR BIS;30,00']
  const titled = list('W;X;Y;Z', ...rows)
  expect((await bring(titled, '?columns=bookedOn,valueOn,amount,label')).status).not.toBe(500)
  expect((await bring(titled, '?columns=bookedOn,valueOn,label,amount')).body.newLines).toBe(2)
  expect((await bring(titled, '?columns=valueOn,bookedOn,label,amount')).body.newLines).toBeDefined()
  const { body } = await admin.get<Taught>('/api/v1/statement-columns')
  expect(body.rows.map(({ columns }) => columns)).toEqual([['valueOn', 'bookedOn', 'label', 'amount']])
})
