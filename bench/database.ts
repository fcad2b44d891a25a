import { type Database, openDatabase } from '@quittance/server/platform/database/connection.ts'
import { startEmbedded } from '@quittance/server/platform/database/embedded.ts'
import { administer, databaseUrl } from '@quittance/server/platform/database/testing/global-setup.ts'
import { loadSecrets } from '@quittance/server/platform/secrets.ts'

export interface BenchDatabase {
  readonly database: Database
  readonly version: string
  /** Statements that stand alone (vacuum), one after the other, in this database. */
  asSuperuser(...statements: string[]): Promise<void>
  close(): Promise<void>
}

/** A database of its own, migrated and empty, on the PostgreSQL of this folder: as durable as the product's. */
export async function openBench(folder: string, name: string): Promise<BenchDatabase> {
  const secrets = loadSecrets(`${folder}/secrets.json`)
  const embedded = await startEmbedded({ folder, secrets })
  await administer(
    embedded.superuserUrl,
    `drop database if exists ${name} with (force)`,
    `create database ${name} owner quittance_owner`,
  )
  const database = await openDatabase({ owner: databaseUrl(embedded.ownerUrl, name) }, secrets)
  const superuser = databaseUrl(embedded.superuserUrl, name)
  return {
    database,
    version: embedded.version,
    asSuperuser: (...statements) => administer(superuser, ...statements),
    close: async () => {
      await database.close()
      await administer(embedded.superuserUrl, `drop database ${name} with (force)`)
      await embedded.stop()
    },
  }
}
