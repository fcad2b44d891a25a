import pg from 'pg'
import type { Secrets } from '../secrets.ts'
import { StartRefusal } from '../start-refusal.ts'
import { columnTypes } from './column-types.ts'
import { migrate } from './migrate.ts'
import { ensureRoles } from './roles.ts'

/** Addresses given by the operator; those left out are the owner's with our roles and their secret words. */
export interface DatabaseUrls {
  readonly owner: string
  readonly app?: string | undefined
  readonly auth?: string | undefined
  readonly jobs?: string | undefined
}

export type CompleteUrls = Readonly<Record<'owner' | 'app' | 'auth' | 'jobs', string>>

/** The database, migrated. Each pool connects as its own role; close() ends them all. */
export interface Database {
  /** Owner of the tables: migrations, backup, restore. Row-level security is forced on it too. */
  readonly owner: pg.Pool
  /** Business data, under row-level security: `transaction(database.app, scope, …)`. */
  readonly app: pg.Pool
  /** Role quittance_auth, search_path auth, with pg's own column types (dates are Date). */
  readonly auth: pg.Pool
  /** For pg-boss: role quittance_jobs, which owns schema jobs. */
  readonly jobsUrl: string
  close(): Promise<void>
}

/** Makes roles and schemas when they are missing, migrates, opens the pools. */
export async function openDatabase(urls: DatabaseUrls, secrets: Secrets): Promise<Database> {
  const complete: CompleteUrls = {
    owner: urls.owner,
    app: urls.app ?? as(urls.owner, 'quittance_app', secrets.app),
    auth: urls.auth ?? as(urls.owner, 'quittance_auth', secrets.auth),
    jobs: urls.jobs ?? as(urls.owner, 'quittance_jobs', secrets.jobs),
  }
  const owner = await connectOnce(complete.owner)
  try {
    await refuseOldServer(owner)
    await ensureRoles(owner, complete, { given: urls, secrets })
    await migrate(owner)
  } finally {
    await owner.end()
  }
  return openPools(complete)
}

// What is asked for lies in memory or on a disk without arms, and a statement here is over before it would be compiled.
const planner = '-c random_page_cost=1.1 -c jit=off'

/** Pools on a database that is already migrated. */
export function openPools(urls: CompleteUrls): Database {
  const owner = pool(urls.owner, { max: 4, types: columnTypes, options: '-c search_path=quittance -c timezone=UTC' })
  const app = pool(urls.app, {
    max: 20,
    types: columnTypes,
    options: `-c search_path=quittance -c timezone=UTC ${planner}`,
  })
  const auth = pool(urls.auth, { max: 10, options: '-c search_path=auth -c timezone=UTC' })
  const pools = [owner, app, auth]
  return {
    owner,
    app,
    auth,
    jobsUrl: urls.jobs,
    close: async () => {
      await Promise.all(pools.map((each) => each.end()))
    },
  }
}

/** The same server and database, as another role. */
export function as(url: string, role: string, password: string): string {
  const other = new URL(url)
  other.username = role
  other.password = password
  return other.href
}

function pool(url: string, { options, ...rest }: pg.PoolConfig & { options: string }): pg.Pool {
  const made = new pg.Pool({
    connectionString: withOptions(url, options),
    idleTimeoutMillis: 60_000,
    ...rest,
  })
  // An idle connection that breaks (server restarted) is dropped by the pool; unheard, the event would end us.
  made.on('error', () => undefined)
  // One that breaks in a transaction between two statements says so to the next statement; unheard, it would end us too.
  made.on('connect', (client) => client.on('error', () => undefined))
  return made
}

/** Settings of the session go into the address: what stands there would hide what is given beside it. */
function withOptions(url: string, options: string): string {
  const address = new URL(url)
  const given = address.searchParams.get('options')
  address.searchParams.set('options', given ? `${given} ${options}` : options)
  return address.href
}

async function connectOnce(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: withOptions(url, '-c timezone=UTC'), types: columnTypes })
  try {
    await client.connect()
  } catch (error) {
    const { username, host, pathname } = new URL(url)
    const [name, reason] = [pathname.slice(1), (error as Error).message]
    throw new StartRefusal({
      fr: `La base ${name} sur ${host} ne laisse pas entrer ${username || 'ce programme'} : vérifiez DATABASE_URL et que le serveur tourne. (${reason})`,
      en: `The database ${name} at ${host} does not let ${username || 'us'} in: check DATABASE_URL and that the server runs. (${reason})`,
    })
  }
  return client
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; number: number }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
  )
  const [server] = rows
  if (server && server.number < 150_000) {
    throw new StartRefusal({
      fr: `Le serveur est PostgreSQL ${server.version} ; il faut à Quittance la version 15 ou plus récente.`,
      en: `The server is PostgreSQL ${server.version}; Quittance needs 15 or newer.`,
    })
  }
}
