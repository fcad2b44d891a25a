import { type Database, openDatabase } from '@quittance/server/platform/database/connection.ts'
import { startEmbedded } from '@quittance/server/platform/database/embedded.ts'
import { administer, databaseUrl } from '@quittance/server/platform/database/testing/global-setup.ts'
import { loadSecrets } from '@quittance/server/platform/secrets.ts'
import pg from 'pg'

export interface BenchDatabase {
  readonly database: Database
  readonly version: string
  /** It was there already, as another run left it. */
  readonly isKept: boolean
  /** Statements that stand alone (vacuum), one after the other, in this database. */
  asSuperuser(...statements: string[]): Promise<void>
  /** For a session that is none of the product's. */
  readonly superuserUrl: string
  close(): Promise<void>
}

/**
 * A database of its own, migrated and empty, on the PostgreSQL of this folder: as durable as the product's. `keep`: it
 * stays when it is closed, and the next one of this name in this folder is the same.
 */
export async function openBench(folder: string, name: string, { keep = false } = {}): Promise<BenchDatabase> {
  const secrets = loadSecrets(`${folder}/secrets.json`)
  const embedded = await startEmbedded({ folder, secrets })
  const isKept = keep && (await exists(embedded.superuserUrl, name))
  if (!isKept) {
    await administer(
      embedded.superuserUrl,
      `drop database if exists ${name} with (force)`,
      `create database ${name} owner quittance_owner`,
    )
  }
  const database = await openDatabase({ owner: databaseUrl(embedded.ownerUrl, name) }, secrets)
  const superuser = databaseUrl(embedded.superuserUrl, name)
  return {
    database,
    version: embedded.version,
    isKept,
    asSuperuser: (...statements) => administer(superuser, ...statements),
    superuserUrl: superuser,
    close: async () => {
      await database.close()
      if (!keep) await administer(embedded.superuserUrl, `drop database ${name} with (force)`)
      await embedded.stop()
    },
  }
}

async function exists(url: string, name: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query('select from pg_database where datname = $1', [name])).rows.length > 0
  } finally {
    await client.end()
  }
}
