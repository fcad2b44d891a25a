import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { removeLeftCopies } from './left-copies.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

it('what a killed program left goes, what one that runs has open and what is not ours stays', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'left-copies-'))
  folders.push(folder)
  const lives = spawn(process.execPath, ['-e', 'process.stdin.resume()'])
  const died = spawn(process.execPath, ['-e', 'process.stdin.resume()'])
  const end = once(died, 'exit')
  died.kill('SIGKILL')
  await end
  const names = [
    `quittance-import-${died.pid}-Ab12cd`,
    `quittance-drop-${died.pid}-Ab12cd`,
    `quittance-import-${process.pid}-Ab12cd`,
    `quittance-import-${lives.pid}-Ab12cd`,
    `quittance-bench-${died.pid}-Ab12cd`,
    'quittance-import-notes',
  ]
  for (const name of names) await mkdir(join(folder, name))
  await writeFile(join(folder, names[0] ?? '', 'source'), 'F-1;100,00')
  expect(await removeLeftCopies(folder)).toBe(3)
  lives.kill()
  expect((await readdir(folder)).toSorted()).toEqual(names.slice(3).toSorted())
})
