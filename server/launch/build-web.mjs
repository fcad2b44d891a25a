import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFileLock } from './file-lock.mjs'
import { Problem, say } from './problem.mjs'
import { root, runNode } from './run.mjs'

const stamp = join(root, 'web/dist/.stamp')

/** Builds web/dist when what it is made of has changed since. */
export async function ensureWebBuilt() {
  const sources = digest()
  if (isFresh(sources)) return
  mkdirSync(join(root, '.runtime'), { recursive: true })
  await withFileLock(join(root, '.runtime/build.lock'), async () => {
    if (isFresh(sources)) return
    say('Building the pages.')
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    const code = await runNode([vite, 'build', '--logLevel', 'warn'], { cwd: join(root, 'web') })
    if (code !== 0) throw new Problem('The pages could not be built (see above).')
    writeFileSync(stamp, sources)
  })
}

const isFresh = (sources) => existsSync(stamp) && readFileSync(stamp, 'utf8') === sources

/** Contents, not dates: a checkout that changes nothing builds nothing. */
function digest() {
  const hash = createHash('sha256')
  for (const file of [...files('web'), ...files('core/src'), 'package-lock.json']) {
    hash.update(file).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function files(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return ['dist', 'node_modules'].includes(entry.name) ? [] : files(path)
      return entry.name.includes('.test.') ? [] : [path]
    })
}
