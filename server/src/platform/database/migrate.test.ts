import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { migrate } from './migrate.ts'
import { remakeSchemas } from './roles.ts'
import { testDatabase } from './testing/test-database.ts'

const database = await testDatabase()
const owner = await database.owner.connect()
const homes: string[] = []
afterAll(() => {
  owner.release()
  for (const home of homes) rmSync(home, { recursive: true, force: true })
})

/** A folder of migrations, in the order given, on a database that has received none. */
async function fresh(files: Record<string, string>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-migrations-'))
  homes.push(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  await remakeSchemas(owner)
  return folder
}

const two = { '0001_first.sql': 'create table a (n integer);', '0002_second.sql': 'insert into a values (1);' }
const rowsOfA = async () => (await owner.query('select n from quittance.a')).rows

describe('migrations', () => {
  it('are each applied once, in order, in schema quittance', async () => {
    const folder = await fresh(two)
    expect(await migrate(owner, { folder })).toBe(2)
    expect(await migrate(owner, { folder })).toBe(2)
    expect(await rowsOfA()).toEqual([{ n: 1 }])
  })

  it('are applied once when two programs start at the same time', async () => {
    const folder = await fresh(two)
    const other = new pg.Client({ connectionString: database.ownerUrl })
    await other.connect()
    await Promise.all([migrate(owner, { folder }), migrate(other, { folder })])
    await other.end()
    expect(await rowsOfA()).toEqual([{ n: 1 }])
  })

  it('leave nothing of the one that fails, and keep those before it', async () => {
    const folder = await fresh({ ...two, '0003_third.sql': 'delete from a; select 1 / 0;' })
    await expect(migrate(owner, { folder })).rejects.toThrow('Migration 3 (third) failed')
    expect(await rowsOfA()).toEqual([{ n: 1 }])
    writeFileSync(join(folder, '0003_third.sql'), 'delete from a;')
    await migrate(owner, { folder })
    expect(await rowsOfA()).toEqual([])
  })

  it('refuse a file that was changed afterwards', async () => {
    const folder = await fresh(two)
    await migrate(owner, { folder })
    writeFileSync(join(folder, '0001_first.sql'), 'create table a (n bigint);')
    await expect(migrate(owner, { folder })).rejects.toThrow('Migration 1 (first) has changed')
  })

  it('refuse a database that is newer than the program', async () => {
    const folder = await fresh(two)
    await migrate(owner, { folder })
    rmSync(join(folder, '0002_second.sql'))
    await expect(migrate(owner, { folder })).rejects.toThrow('newer than this program')
  })

  it('have each a number of its own', async () => {
    const folder = await fresh({ '0001_first.sql': '', '0003_other.sql': '', '0003_third.sql': '' })
    await expect(migrate(owner, { folder })).rejects.toThrow('0003_third.sql')
  })
})
