import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { as } from '../platform/database/connection.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'

const { ownerUrl } = await testDatabase()
const { secrets } = inject('testServer')
const folder = mkdtempSync(join(tmpdir(), 'quittance-serve-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Served {
  readonly child: ChildProcess
  readonly ended: Promise<unknown>
  said(): string
  complained(): string
}

/** The program as `npm start` runs it, on the test database. */
function serve(environment: Record<string, string>, ...args: string[]): Served {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts'), ...args], {
    env: {
      PATH: process.env.PATH,
      QUITTANCE_DATA: folder,
      DATABASE_URL: ownerUrl,
      DATABASE_APP_URL: as(ownerUrl, 'quittance_app', secrets.app),
      DATABASE_AUTH_URL: as(ownerUrl, 'quittance_auth', secrets.auth),
      DATABASE_JOBS_URL: as(ownerUrl, 'quittance_jobs', secrets.jobs),
      PORT: '0',
      LANG: 'en_GB.UTF-8',
      ...environment,
    },
  })
  let [said, complained] = ['', '']
  child.stdout.on('data', (text) => {
    said += text
  })
  child.stderr.on('data', (text) => {
    complained += text
  })
  return { child, ended: once(child, 'exit').then(([code]) => code), said: () => said, complained: () => complained }
}

async function addressOf({ child, said, complained, ended }: Served): Promise<string> {
  while (!said().includes('Ctrl-C') && child.exitCode === null) {
    await Promise.race([once(child.stdout ?? child, 'data'), ended])
  }
  const [address] = /http:\/\/\S+/.exec(said()) ?? []
  if (!address) throw new Error(`It did not start: ${said()} ${complained()}`)
  return address
}

describe('the server', () => {
  it('says where it is and where the data lie, serves, and stops cleanly when told', async () => {
    const served = serve({ LANG: 'fr_FR.UTF-8' })
    const address = await addressOf(served)
    expect(served.said()).toMatch(/^Quittance est prêt : http:\/\/127\.0\.0\.1:\d+\nVos données : base \S+ sur \S+\n/)
    expect(await (await fetch(`${address}/api/v1/welcome`)).json()).toMatchObject({ open: true })
    served.child.kill('SIGTERM')
    served.child.kill('SIGINT') // as a whole group is stopped: it comes to us twice
    expect(await served.ended).toBe(0)
    expect(served.said()).toContain('Quittance est arrêté. Vos données sont intactes.')
    expect(served.complained()).toBe('')
  })

  it('says which port is taken and how to take another, and ends with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const served = serve({ PORT: String(port) })
    expect(await served.ended).toBe(1)
    expect(served.complained()).toContain(`Port ${port} is taken`)
    expect(served.complained()).toContain(`PORT=${port + 1} npm start`)
    expect(served.complained()).not.toContain('    at ')
    other.close()
  })

  it('says what it does not understand, in the language of the terminal', async () => {
    const option = serve({ LANG: 'fr_FR.UTF-8' }, '--wat')
    expect(await option.ended).toBe(1)
    expect(option.complained()).toMatch(/^quittance: --wat : ce choix n’existe pas\./)
    const variable = serve({ LANG: 'fr_FR.UTF-8', PORT: 'quatre mille' })
    expect(await variable.ended).toBe(1)
    expect(variable.complained()).toBe('quittance: PORT : indiquez un nombre, par exemple 4180.\n')
  })

  it('refuses a day that does not exist', async () => {
    const served = serve({}, '--on', '2026-02-30')
    expect(await served.ended).toBe(1)
    expect(served.complained()).toBe('quittance: --on 2026-02-30: there is no such day. Write it like 2026-11-23.\n')
  })
})
