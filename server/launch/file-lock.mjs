import { spawnSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Runs `work` while no other process of this machine holds the same lock file. A lock whose process is dead (kill -9)
 * is taken over. `waiting` hears once, with the process number, when another one has it.
 */
export async function withFileLock(file, work, waiting = () => {}) {
  let said = false
  for (;;) {
    const holder = take(file)
    if (holder === undefined) break
    if (!said) waiting(holder)
    said = true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** undefined: it is ours. Else the process that holds it. */
function take(file) {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${process.pid} ${identity(process.pid)}\n`)
  try {
    linkSync(draft, file) // unlike open('wx'), the file appears with its content
    return undefined
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  const text = read(file)
  if (text === undefined) return take(file)
  const [pid, ...words] = text.trim().split(' ')
  if (isAlive(Number(pid), words.join(' '))) return Number(pid)
  removeStale(file, text)
  return take(file)
}

/** Two may find the same dead lock: who moves away a fresh one puts it back. */
function removeStale(file, text) {
  const aside = `${file}.${process.pid}.stale`
  try {
    renameSync(file, aside)
    if (read(aside) !== text) linkSync(aside, file)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

/** When a process began, in the system's words: numbers are used again, number and beginning together are not. */
export function identity(pid) {
  if (process.platform === 'linux') {
    const stat = read(`/proc/${pid}/stat`) ?? ''
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? '' : (fields[19] ?? '') // a dead process whose parent never looked keeps its number
  }
  if (process.platform === 'win32') return ''
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

/** Is this number in use, and (when its beginning is given) by the process that was meant, still running? */
export function isAlive(pid, itsIdentity) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return false // EPERM: alive, another user's
  }
  return itsIdentity === undefined || itsIdentity === identity(pid)
}
