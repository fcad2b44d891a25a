import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive } from '../../../../launch/file-lock.mjs'
import { StartRefusal } from '../../start-refusal.ts'
import type { Binaries } from './binaries.ts'
import type { SystemUser } from './system-user.ts'

/** A running server process and where it listens on the loopback. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
}

/** The server that runs on this cluster, whoever started it; also when that one was killed. */
export function livingPostmaster(cluster: string): Postmaster | undefined {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number)
  if (!pid || !port || !isAlive(pid)) return undefined
  if (commandOf(pid).includes(cluster)) return { pid, port }
  // The number now belongs to another program (machine restarted): PostgreSQL would believe it is still running.
  rmSync(file, { force: true })
  return undefined
}

function commandOf(pid: number): string {
  const file = `/proc/${pid}/cmdline`
  if (existsSync(file)) return readFileSync(file, 'utf8').replaceAll('\0', ' ')
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
}

export interface StartOptions {
  readonly cluster: string
  readonly binaries: Binaries
  readonly user: SystemUser | undefined
  readonly port: number
  readonly log: string
  /** false only in tests: a power cut may then lose or break everything. */
  readonly durable: boolean
}

/**
 * Starts the server process, in its own process group so that Ctrl-C reaches it only through us. Undefined: somebody else
 * took the port meanwhile.
 */
export async function startPostmaster(options: StartOptions): Promise<Postmaster | undefined> {
  for (let attempt = 1; ; attempt++) {
    const child = launch(options)
    const ended = new Promise<'ended'>((resolve) => {
      child.once('error', () => resolve('ended'))
      child.once('exit', () => resolve('ended'))
    })
    const started = await Promise.race([ended, listening(options.cluster)])
    if (started !== 'ended') {
      child.unref()
      return started
    }
    const said = tail(options.log)
    if (/could not bind .*in use/i.test(said)) return undefined
    // Killed a moment ago, its last children may still be leaving the shared memory.
    if (attempt > 50 || !/still in use|pre-existing shared memory/.test(said)) {
      throw new StartRefusal({
        fr: `PostgreSQL ne démarre pas dans ${options.cluster}. Il dit (${options.log}) :\n${said}`,
        en: `PostgreSQL does not start in ${options.cluster}. It says (${options.log}):\n${said}`,
      })
    }
    await pause(200)
  }
}

function launch({ cluster, binaries, user, port, log, durable }: StartOptions) {
  if (existsSync(log) && statSync(log).size > 5_000_000) renameSync(log, `${log}.old`)
  const output = openSync(log, 'a', 0o600)
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    shared_buffers: totalmem() > 4e9 ? '256MB' : '128MB',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }),
  }
  try {
    return spawn(
      join(binaries.bin, 'postgres'),
      ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { detached: true, stdio: ['ignore', output, output], cwd: '/', env: bareEnvironment(), ...user?.ids },
    )
  } finally {
    closeSync(output)
  }
}

/** Nothing of the caller's PG… settings, and messages in English whatever the machine's language. */
export const bareEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' })

async function listening(cluster: string): Promise<Postmaster> {
  for (;;) {
    const living = livingPostmaster(cluster)
    if (living) return living
    await pause(10)
  }
}

function tail(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-6).join('\n') : ''
}

/** Fast shutdown: sessions are ended, everything is written, the process is gone when this returns. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const living = livingPostmaster(cluster)
  if (!living) return
  process.kill(living.pid, 'SIGINT')
  for (let waited = 0; livingPostmaster(cluster)?.pid === living.pid; waited += 10) {
    if (waited > 60_000) {
      throw new StartRefusal({
        fr: `PostgreSQL (processus ${living.pid}) ne s’arrête pas ; il continue seul.`,
        en: `PostgreSQL (process ${living.pid}) does not stop; it goes on alone.`,
      })
    }
    await pause(10)
  }
}
