import { join } from 'node:path'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './database/connection.ts'
import { type EmbeddedPostgres, startEmbedded } from './database/embedded.ts'
import { loadSecrets, type Secrets } from './secrets.ts'

/** What server and command line stand on: the secrets and the migrated database, open. */
export interface Platform {
  readonly secrets: Secrets
  readonly database: Database
  /** undefined when the operator said DATABASE_URL. */
  readonly embedded: EmbeddedPostgres | undefined
  /** Closes the pools and, when nobody else uses it, stops the embedded server. */
  close(): Promise<void>
}

/** Starts or joins the database, migrates it, opens the pools. Throws StartRefusal with a sentence for the person. */
export async function openPlatform(config: Config): Promise<Platform> {
  const secrets = loadSecrets(join(config.dataFolder, 'secrets.json'))
  const embedded = config.databaseUrls ? undefined : await startEmbedded({ folder: config.dataFolder, secrets })
  try {
    const database = await openDatabase(config.databaseUrls ?? { owner: embedded?.ownerUrl ?? '' }, secrets)
    const close = async () => {
      await database.close()
      await embedded?.stop()
    }
    return { secrets, database, embedded, close }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}
