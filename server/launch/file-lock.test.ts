import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { identity, isAlive, withFileLock } from './file-lock.mjs'

const home = mkdtempSync(join(tmpdir(), 'quittance-lock-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const file = join(home, 'lock')

describe('a file lock', () => {
  it('lets one work at a time, and every one in the end', async () => {
    let inside = 0
    const seen: number[] = []
    const work = async () => {
      seen.push(++inside)
      await new Promise((resolve) => setImmediate(resolve))
      inside--
    }
    await Promise.all(Array.from({ length: 4 }, () => withFileLock(file, work)))
    expect(seen).toEqual([1, 1, 1, 1])
  })

  it('is taken over from a process that is dead, or whose number another process now has', async () => {
    for (const stale of ['999999999 1', `${process.pid} another beginning`]) {
      writeFileSync(file, `${stale}\n`)
      expect(await withFileLock(file, async () => 'done')).toBe('done')
    }
  })

  it('is given back when the work fails', async () => {
    await expect(withFileLock(file, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await withFileLock(file, async () => 'done')).toBe('done')
  })

  it('knows a process by its number and its beginning', () => {
    expect(isAlive(process.pid, identity(process.pid))).toBe(true)
    expect(isAlive(process.pid, 'another beginning')).toBe(false)
  })
})
