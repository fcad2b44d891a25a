import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { isAlive } from '../../../launch/file-lock.mjs'
import { loadSecrets } from '../secrets.ts'
import { livingPostmaster, stopPostmaster } from './embedded/postmaster.ts'
import { type EmbeddedPostgres, startEmbedded } from './embedded.ts'

const program = join(import.meta.dirname, 'testing/use-embedded.ts')
const home = mkdtempSync(join(tmpdir(), 'quittance supervisor '))
chmodSync(home, 0o755)
const folder = join(home, 'data')
const cluster = join(folder, 'postgres')
afterAll(async () => {
  await stopPostmaster(cluster)
  rmSync(home, { recursive: true, force: true })
})

type Use = Omit<EmbeddedPostgres, 'stop'>

async function use(data = folder): Promise<{ child: ChildProcess; embedded: Use }> {
  const child = spawn(process.execPath, [program, data], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  for await (const piece of child.stdout) {
    said += piece
    if (said.endsWith('\n')) break
  }
  return { child, embedded: JSON.parse(said) }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
}

async function query<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

/** Killed without a word, as by kill -9 of everything: the server and all its sessions. */
function killServer(): void {
  const living = livingPostmaster(cluster)
  if (!living) throw new Error('no server to kill')
  process.kill(-living.pid, 'SIGKILL')
}

describe('the embedded database', () => {
  it('is made the first time, durable, closed to others, and stops with its only user', async () => {
    const { child, embedded } = await use()
    expect(embedded.adopted).toBe(false)
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
    const settings = await query(
      embedded.superuserUrl,
      `select current_setting('fsync') as fsync, current_setting('listen_addresses') as listens,
              (select count(*)::int from pg_hba_file_rules where auth_method <> 'scram-sha-256') as open_doors`,
    )
    expect(settings).toEqual([{ fsync: 'on', listens: '127.0.0.1', open_doors: 0 }])
    await query(embedded.ownerUrl, 'create table public.proof (n integer)')
    await end(child, 'SIGTERM')
    expect(livingPostmaster(cluster)).toBeUndefined()
  })

  it('is adopted when its program was killed, with every committed row', async () => {
    const first = await use()
    await query(first.embedded.ownerUrl, 'insert into proof values (1)')
    await end(first.child, 'SIGKILL')
    expect(livingPostmaster(cluster)).toBeDefined()

    const second = await use()
    expect(second.embedded.adopted).toBe(true)
    expect(await query(second.embedded.ownerUrl, 'select n from proof')).toEqual([{ n: 1 }])
    await end(second.child, 'SIGTERM')
    expect(livingPostmaster(cluster)).toBeUndefined()
  })

  it('loses nothing that was committed when everything is killed, again and again', async () => {
    for (const n of [2, 3, 4]) {
      const { child, embedded } = await use()
      await query(embedded.ownerUrl, `insert into proof values (${n})`)
      killServer()
      await end(child, 'SIGKILL')
    }
    const { child, embedded } = await use()
    expect(await query(embedded.ownerUrl, 'select n from proof order by n')).toEqual([1, 2, 3, 4].map((n) => ({ n })))
    await end(child, 'SIGTERM')
  })

  it('serves two programs that start at once, and stops with the last of them only', async () => {
    const [one, other] = await Promise.all([use(), use()])
    expect([one.embedded.adopted, other.embedded.adopted].sort()).toEqual([false, true])
    await end(one.child, 'SIGTERM')
    expect(await query(other.embedded.ownerUrl, 'select count(*)::int as n from proof')).toEqual([{ n: 4 }])
    await end(other.child, 'SIGTERM')
    expect(livingPostmaster(cluster)).toBeUndefined()
  })

  it('keeps its port, and starts although the number of its dead process is now ours', async () => {
    const { child, embedded } = await use()
    killServer()
    await end(child, 'SIGKILL')
    const file = join(cluster, 'postmaster.pid')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)))
    const again = await use()
    expect(again.embedded).toEqual({ ...embedded, adopted: false })
    await end(again.child, 'SIGTERM')
    expect(existsSync(file)).toBe(false)
  })

  it('is its own in each of two copies that start at once on the port both of them note', async () => {
    const copy = join(home, 'copy')
    execFileSync('cp', ['-a', folder, copy])
    const running = await Promise.all([use(), use(copy)])
    const places = running.map(async ({ embedded }) => query(embedded.superuserUrl, 'show data_directory'))
    expect(await Promise.all(places)).toEqual([
      [{ data_directory: cluster }],
      [{ data_directory: join(copy, 'postgres') }],
    ])
    await Promise.all(running.map(({ child }) => end(child, 'SIGTERM')))
    expect([cluster, join(copy, 'postgres')].map(livingPostmaster)).toEqual([undefined, undefined])
  })

  it('says so when the secrets are not the ones it was made with', async () => {
    const strangers = loadSecrets(join(home, 'secrets.json'))
    const { child } = await use()
    await expect(startEmbedded({ folder, secrets: strangers })).rejects.toThrow(
      'does not know the word in secrets.json',
    )
    expect(isAlive(child.pid ?? 0)).toBe(true)
    await end(child, 'SIGTERM')
  })
})
