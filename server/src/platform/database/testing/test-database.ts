import { randomUUID } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { as, type Database, openPools } from '../connection.ts'
import { administer, databaseUrl, dropDatabase } from './global-setup.ts'

/** A database of its own for one test file: migrated, empty; dropped after the file's last test. */
export interface TestDatabase extends Database {
  /** Address of the owner, for what wants to connect by itself. */
  readonly ownerUrl: string
}

/** Call once at the top of a test file: `const database = await testDatabase()`. About 0.1 s. */
export async function testDatabase(): Promise<TestDatabase> {
  const { ownerUrl, template, secrets } = inject('testServer')
  const name = `${template}_${randomUUID().slice(0, 8)}`
  await administer(ownerUrl, `create database ${name} template ${template}`)
  const owner = databaseUrl(ownerUrl, name)
  const database = openPools({
    owner,
    app: as(owner, 'quittance_app', secrets.app),
    auth: as(owner, 'quittance_auth', secrets.auth),
    jobs: as(owner, 'quittance_jobs', secrets.jobs),
  })
  afterAll(async () => {
    await database.close()
    await dropDatabase(ownerUrl, name)
  })
  return { ...database, ownerUrl: owner }
}
