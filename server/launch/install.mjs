import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFileLock } from './file-lock.mjs'
import { Problem, say } from './problem.mjs'
import { root, runNpm } from './run.mjs'

const stamp = join(root, 'node_modules/.quittance-stamp')

/** Installs exactly what package-lock.json says, only when that is not what is there. Works without a network then. */
export async function ensureInstalled() {
  if (isStamped() || isComplete()) return
  try {
    mkdirSync(join(root, '.runtime'), { recursive: true })
    await withFileLock(join(root, '.runtime/install.lock'), install, (pid) =>
      say(`Waiting for the installation that runs already (process ${pid}).`),
    )
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error
    throw new Problem(`Packages are missing and ${root} cannot be written by this user: ${error.message}.`)
  }
}

async function install() {
  if (isStamped() || isComplete()) return
  say('Installing packages (npm ci).')
  const code = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) throw new Problem('npm ci failed (see above): check the network and that the folder is writable.')
  writeStamp()
}

const wantedState = () => {
  const hash = createHash('sha256')
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  for (const file of ['package-lock.json', 'package.json', ...workspaces.map((name) => `${name}/package.json`)]) {
    hash.update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

const isStamped = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wantedState()

const writeStamp = () => writeFileSync(stamp, wantedState())

/** Somebody ran npm by hand: npm's own list of what it put there is compared with what the lock file asks for. */
function isComplete() {
  const list = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(list)) return false
  const there = JSON.parse(readFileSync(list, 'utf8')).packages
  const asked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const same = Object.entries(asked).every(([path, { version, link, optional, os, peer }]) => {
    if (path === '' || link || !path.includes('node_modules/')) return true
    return there[path] ? there[path].version === version : Boolean(optional || os || peer)
  })
  if (!same) return false
  try {
    writeStamp()
  } catch {
    // A folder we may only read: the comparison is made anew each time, which is all the stamp would spare.
  }
  return true
}
