import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { founder, testApplication, visitor } from '../../main/testing/test-application.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { sales } from '../testing/a-desk.ts'
import { aProgram } from './testing/a-program.ts'

const run = promisify(execFile)
const hasCurl = await run('curl', ['--version']).then(
  () => true,
  () => false,
)

const folder = mkdtempSync(join(tmpdir(), 'quittance-manual-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(
  join(folder, 'invoices.csv'),
  sales(
    'M-1;Toitures Le Goff;15/09/2026;15/10/2026;1000,00;400,00;;;;',
    'M-2;Ébénisterie Quentin;15/09/2026;15/10/2026;500,00;500,00;;;;',
  ),
)

/** Each command of a page with the answer that stands below it. */
function examplesOf(page: string): { command: string; answer: object }[] {
  const text = readFileSync(new URL(`../../../../${page}`, import.meta.url), 'utf8')
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```\s+```json\n([\s\S]*?)```/g)]
  return blocks.map(([, command = '', answer = '']) => ({ command, answer: JSON.parse(answer) as object }))
}

describe.skipIf(!hasCurl).each(['docs/api.md', 'docs/fr/api.md'])('the examples of %s', (page) => {
  it('answer what the page says, one after the other', async () => {
    const app = await testApplication({ database: await testDatabase() })
    const admin = await founder(app)
    const { secret } = await aProgram({ admin, calls: visitor(app) }, { mayApply: true })
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as AddressInfo
    const env = { ...process.env, QUITTANCE: `http://127.0.0.1:${port}`, KEY: secret, no_proxy: '*' }
    try {
      // That of a bank statement asks for an account: its route has tests of its own.
      const examples = examplesOf(page).filter(({ command }) => !command.includes('/bank-statements'))
      expect(examples).toHaveLength(5)
      for (const { command, answer } of examples) {
        const { stdout } = await run('sh', ['-c', command], { cwd: folder, env })
        expect({ command, answer: JSON.parse(stdout) }).toMatchObject({ command, answer })
      }
    } finally {
      await app.close()
    }
  })
})
