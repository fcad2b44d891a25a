import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fileSchema } from './file-shape.ts'

const published = join(import.meta.dirname, '../../../../../docs/scenario.schema.json')

it('is published as it is read (to write it anew: UPDATE_GOLDEN=1)', () => {
  const now = `${JSON.stringify(fileSchema(), null, 2)}\n`
  if (process.env.UPDATE_GOLDEN) writeFileSync(published, now)
  expect(readFileSync(published, 'utf8')).toBe(now)
})
