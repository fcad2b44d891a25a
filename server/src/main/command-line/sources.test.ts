import { Readable, Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { readConfig } from '../../platform/config.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { founder, testApplication } from '../testing/test-application.ts'
import { runCommand } from './run-command.ts'
import { openTerminal } from './terminal.ts'

const database = await testDatabase()
const clock = fixedClock('2026-11-23T08:00:00Z')
await founder(await testApplication({ database, clock }))

async function sources(...options: string[]): Promise<{ code: number; said: string }> {
  const pieces: string[] = []
  const out = new Writable({
    write: (chunk, _encoding, done) => {
      pieces.push(String(chunk))
      done()
    },
  })
  const terminal = openTerminal({ environment: {}, stdout: out, stderr: out, stdin: Readable.from(['']) })
  const open = async () => ({ database, secrets: { session: 'x' }, close: async () => undefined })
  const code = await runCommand(['sources', ...options], { terminal, clock, config: readConfig({}), open })
  return { code, said: pieces.join('') }
}

it('says how fresh each source is, and with 1 that one is too old', async () => {
  expect(await sources()).toEqual({ code: 0, said: 'No source yet: the first file imported makes its own.\n' })
  const add = (name: string, day: string) =>
    database.owner.query(`
      insert into source (organization_id, legal_entity_id, kind, mark, name, last_good_import_at)
      select organization_id, id, 'upload', '${name}', '${name}', '${day}T17:00:00Z' from legal_entity`)
  await add('Sage', '2026-11-20')
  expect(await sources()).toEqual({
    code: 0,
    said: 'Sage: up to date, last import on 20 Nov 2026 (working days: 1).\n',
  })
  await add('Ancien', '2026-11-03')
  const late = await sources()
  expect(late.code).toBe(1)
  expect(late.said).toContain('Ancien: too old, last import on 3 Nov 2026')
  const told = JSON.parse((await sources('--json')).said) as { sources: { name: string; isFresh: boolean }[] }
  expect(told.sources.map(({ name, isFresh }) => [name, isFresh])).toEqual([
    ['Ancien', false],
    ['Sage', true],
  ])
})
