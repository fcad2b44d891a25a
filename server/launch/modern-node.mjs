import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFileLock } from './file-lock.mjs'
import { Problem, say } from './problem.mjs'
import { root, run, runNpm } from './run.mjs'

const wanted = '24.21.0'
const folder = join(root, '.runtime')

export const runsOnThisNode = () => Number.parseInt(process.versions.node, 10) >= 24

/** Runs a script of ours again with the private Node, fetched from the npm registry the first time. */
export async function withModernNode(script, args) {
  if (Number.parseInt(process.versions.node, 10) < 20) {
    throw new Problem(`Node ${process.versions.node} is too old even to begin: install Node 20.19 or newer.`)
  }
  const node = installed() ?? (await fetchNode())
  return run(node, [script, ...args], { cwd: process.cwd() })
}

/** The package of this system holds the program itself; `node` is the one that chooses among them in a script. */
function packages() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  return [`${prefix}-${platform}-${process.arch}`, 'node']
}

function installed() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  return packages()
    .map((name) => join(folder, 'node_modules', name, 'bin', file))
    .find((path) => existsSync(path) && spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.startsWith('v24.'))
}

async function fetchNode() {
  try {
    mkdirSync(folder, { recursive: true })
    return await withFileLock(join(folder, 'node.lock'), async () => installed() ?? (await download()))
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem(
      `${folder} cannot be written (${error.message}): make the folder writable, or install Node 24 on this machine.`,
    )
  }
}

async function download() {
  say(`Quittance runs on Node 24; this is ${process.versions.node}. Fetching Node ${wanted} into .runtime, once.`)
  for (const name of packages()) {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
    const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error']
    await runNpm(['install', '--prefix', folder, ...quiet, `${name}@${wanted}`], { cwd: folder })
    const node = installed()
    if (node) return node
  }
  throw new Problem('Node 24 could not be fetched from the npm registry (see above): check the network, or install it.')
}
