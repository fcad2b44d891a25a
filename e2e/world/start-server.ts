import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../..')

export interface RunningServer {
  readonly address: string
  readonly dataFolder: string
  /** Stops it and starts it again at another instant, same data and same address: hours pass in a second. */
  restart(at: string): Promise<void>
  /** Stops it and copies its data into a folder that does not exist yet. */
  keepIn(folder: string): Promise<void>
  stop(): Promise<void>
}

/** Of a database: with its owners and its modes. */
const copyFolder = (from: string, to: string) => promisify(execFile)('cp', ['-a', `${from}/.`, to])

/**
 * The product as `npm start` runs it, on data of its own that go with it: none yet, or a copy of those in a folder. `at`: the
 * instant its clock begins with.
 */
export async function startServer(at: string, data?: string): Promise<RunningServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'quittance-journey-'))
  await chmod(dataFolder, 0o755) // as root PostgreSQL runs as another user, and would be put elsewhere and left there
  if (data !== undefined) await copyFolder(data, dataFolder)
  const port = await freePort()
  let child = await launch({ at, port, dataFolder })
  return {
    address: `http://127.0.0.1:${port}`,
    dataFolder,
    async restart(later) {
      await end(child)
      child = await launch({ at: later, port, dataFolder })
    },
    async keepIn(folder) {
      await end(child)
      await mkdir(folder)
      await copyFolder(dataFolder, folder)
    },
    async stop() {
      await end(child)
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

interface Launch {
  readonly at: string
  readonly port: number
  readonly dataFolder: string
}

async function launch({ at, port, dataFolder }: Launch): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['server/src/main/serve.ts', '--at', at], {
    cwd: root,
    env: { ...process.env, PORT: String(port), QUITTANCE_DATA: dataFolder, LANG: 'en_GB.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const listen = (text: Buffer) => {
    said += text
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  while (!said.includes('is ready')) {
    if (child.exitCode !== null) throw new Error(`The server did not start:\n${said}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}
