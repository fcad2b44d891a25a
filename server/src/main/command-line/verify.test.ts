import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterAll, expect, it } from 'vitest'
import { writeArchive } from '../../dunning/law/files/write-archive.ts'
import { fixedClock } from '../../platform/clock.ts'
import { readConfig } from '../../platform/config.ts'
import { runCommand } from './run-command.ts'
import { openTerminal } from './terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'quittance-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Types the command on a machine that has no database. */
async function verify(...args: string[]) {
  const said: string[] = []
  const into = new Writable({
    write: (chunk, _, done) => {
      said.push(String(chunk))
      done()
    },
  })
  const terminal = openTerminal({ stdout: into, stderr: into, stdin: Readable.from(['']), environment: { LANG: 'en' } })
  const code = await runCommand(['verify', ...args], {
    terminal,
    clock: fixedClock('2026-11-23T07:00:00Z'),
    config: readConfig({}),
    open: () => Promise.reject(new Error('the database was opened')),
  })
  return { code, said: said.join('') }
}

/** A legal file of two texts, under a name. */
async function aLegalFile(name: string, letter = 'Formal notice'): Promise<{ path: string; seal: string }> {
  const path = join(folder, name)
  const entries = ['history.csv', 'letters/notice.txt'].map((file) => ({
    name: file,
    read: async () => Buffer.from(file === 'history.csv' ? 'day,what' : letter),
  }))
  const { manifestSha256 } = await writeArchive(path, { customer: 'Castel' }, entries)
  return { path, seal: manifestSha256 }
}

it('a legal file that nobody touched is told so, and its seal compared with the one that is said', async () => {
  const { path, seal } = await aLegalFile('whole.zip')
  const { code, said } = await verify(path)
  expect(code).toBe(0)
  expect(said).toContain(seal)
  expect(await verify(path, '--seal', seal.toUpperCase())).toMatchObject({ code: 0 })
  expect(JSON.parse((await verify(path, '--json', '--seal', seal)).said)).toMatchObject({ verdict: 'sealed', files: 2 })
})

it('another legal file under the same name does not have its seal', async () => {
  const { seal } = await aLegalFile('first.zip')
  const { path } = await aLegalFile('other.zip', 'Another letter')
  const { code, said } = await verify(path, '--seal', seal)
  expect(code).toBe(1)
  expect(said).toContain('not the one you gave')
})

it('the file that was changed is named', async () => {
  const { path } = await aLegalFile('changed.zip')
  const bytes = readFileSync(path)
  const at = bytes.indexOf('letters/notice.txt') + 'letters/notice.txt'.length + 3
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
  const { code, said } = await verify(path)
  expect(code).toBe(1)
  expect(said).toContain('letters/notice.txt: changed')
  expect(said).not.toContain('history.csv: changed')
})

it('what is no legal file, and what is no seal, is refused with the next move', async () => {
  const path = join(folder, 'plain.txt')
  writeFileSync(path, 'not a ZIP')
  expect(await verify(path)).toMatchObject({ code: 2, said: expect.stringContaining('is no legal file') })
  const { path: whole } = await aLegalFile('seal.zip')
  expect(await verify(whole, '--seal', 'abc')).toMatchObject({ code: 2, said: expect.stringContaining('64') })
})
