import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export interface RunningServer {
  readonly address: string
  readonly dataFolder: string
  stop(): Promise<void>
}

/** The product as `npm start` runs it, on data of its own that go with it. `at`: the instant its clock begins with. */
export async function startServer(at: string): Promise<RunningServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'quittance-journey-'))
  const port = await freePort()
  const child = spawn(process.execPath, ['server/src/main/serve.ts', '--at', at], {
    cwd: root,
    env: { ...process.env, PORT: String(port), QUITTANCE_DATA: dataFolder, LANG: 'en_GB.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (text) => {
    said += text
  })
  child.stderr.on('data', (text) => {
    said += text
  })
  const address = `http://127.0.0.1:${port}`
  while (!said.includes('is ready')) {
    if (child.exitCode !== null) throw new Error(`The server did not start:\n${said}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const stop = async () => {
    const exited = once(child, 'exit')
    child.kill('SIGTERM')
    await exited
    await rm(dataFolder, { recursive: true, force: true })
  }
  return { address, dataFolder, stop }
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
