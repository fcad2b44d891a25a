import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Copies of files that are read, and archives of what is dropped; the number is the process that made them. */
const ofProcess = /^quittance-(?:import|drop)-(\d+)-/

/**
 * Removes what a program that was killed left behind; answers how many. To be called before the first file is read: a
 * folder under our own number is then of one that had the same.
 */
export async function removeLeftCopies(folder = tmpdir()): Promise<number> {
  const left = (await readdir(folder)).filter((name) => {
    const [, process] = ofProcess.exec(name) ?? []
    return process !== undefined && !isAnotherAlive(Number(process))
  })
  let removed = 0
  for (const name of left) if (await isRemoved(join(folder, name))) removed++
  return removed
}

function isAnotherAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Somebody else's is left to them. */
async function isRemoved(path: string): Promise<boolean> {
  try {
    await rm(path, { recursive: true })
    return true
  } catch (error) {
    if (['EACCES', 'ENOENT', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}
