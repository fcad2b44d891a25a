import { expect, it } from 'vitest'
import { fixedClock } from '../platform/clock.ts'
import { transaction } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { watching } from './watching.ts'

const database = await testDatabase()
const { isAlone } = watching({ database, clock: fixedClock('2026-11-23T08:00:00Z') })

const found = async (name: string, isDemo: boolean): Promise<number> => {
  const nobody = { organization: null, person: null, rights: 'none' } as const
  const { id } = await transaction(database.app, nobody, (db) =>
    db.one<{ id: number }>(sql`select found_organization(${name}, ${isDemo}) as id`),
  )
  return id
}

it('an organisation is alone beside the example company, not beside another one', async () => {
  const own = await found('Atelier Vauquelin', false)
  const example = await found('Exemple', true)
  expect([await isAlone(own), await isAlone(example)]).toEqual([true, false])
  const other = await found('Autre', false)
  expect([await isAlone(own), await isAlone(other)]).toEqual([false, false])
})
