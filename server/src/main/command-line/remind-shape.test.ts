import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { programFolder } from '../../platform/config.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { remindSchema, remindShape } from './remind-shape.ts'
import { typist } from './testing/type-command.ts'

const type = typist(await testDatabase())
const published = join(programFolder, 'docs/remind.schema.json')

it('is published as it is printed (to write it anew: UPDATE_GOLDEN=1)', () => {
  const now = `${JSON.stringify(remindSchema(), null, 2)}\n`
  if (process.env.UPDATE_GOLDEN) writeFileSync(published, now)
  expect(readFileSync(published, 'utf8')).toBe(now)
})

it('is what is printed of the example company, on a day past and one to come, and nothing besides', async () => {
  await type('', 'demo')
  for (const day of ['2026-10-12', '2026-11-23', '2027-02-01']) {
    const { json } = await type('', 'remind', '--dry-run', '--json', '--on', day)
    expect(remindShape.parse(json()).customers.length).toBeGreaterThan(20)
  }
})
