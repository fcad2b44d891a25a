import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { identity, withFileLock } from '../../../launch/file-lock.mjs'
import type { Secrets } from '../secrets.ts'
import { StartRefusal } from '../start-refusal.ts'
import { copiesForRoot, findBinaries } from './embedded/binaries.ts'
import { clusterFor, createCluster, majorOf } from './embedded/cluster.ts'
import { livingPostmaster, type Postmaster, startPostmaster, stopPostmaster } from './embedded/postmaster.ts'
import { livingUsers, readShared, writeShared } from './embedded/shared-state.ts'
import { systemUser } from './embedded/system-user.ts'

export interface EmbeddedOptions {
  /** The data folder; everything about this database is in it, save its files when root works in a private place. */
  readonly folder: string
  readonly secrets: Secrets
  readonly binaries?: 'package' | 'machine'
  /** false only in tests. */
  readonly durable?: boolean
}

/** The PostgreSQL that Quittance keeps for itself, running. */
export interface EmbeddedPostgres {
  /** Owner of database quittance: may create roles, is not superuser. */
  readonly ownerUrl: string
  readonly superuserUrl: string
  readonly version: string
  /** Where the database's files lie. */
  readonly cluster: string
  /** It was already running: another program's, or left by one that was killed. */
  readonly adopted: boolean
  /** Says that this program no longer needs it; the last one to say so stops it. */
  stop(): Promise<void>
}

/** Starts the database of this data folder, or joins the one that runs; recovers after any kill -9. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const folder = realFolder(options.folder)
  return withFileLock(join(folder, 'postgres.lock'), async () => {
    const shared = readShared(folder)
    const cluster = whereIs(folder, shared.cluster)
    const joined = await joinRunning(cluster, options.secrets)
    const running = joined ?? (await start(folder, cluster, { ...options, port: shared.port }))
    const version = await prepare(running, options.secrets)
    writeShared(folder, {
      ...(cluster === join(folder, 'postgres') ? {} : { cluster }),
      port: running.port,
      users: { ...livingUsers(shared), [process.pid]: identity(process.pid) },
    })
    return {
      ownerUrl: urlOf(running, { role: 'quittance_owner', password: options.secrets.owner, database: 'quittance' }),
      superuserUrl: superuserUrl(running, options.secrets),
      version,
      cluster,
      adopted: joined !== undefined,
      stop: () => leave(folder, cluster),
    }
  })
}

/** A user that was killed and could not say goodbye does not count: the last living one stops the server. */
function leave(folder: string, cluster: string): Promise<void> {
  return withFileLock(join(folder, 'postgres.lock'), async () => {
    const shared = readShared(folder)
    const { [process.pid]: _ours, ...users } = livingUsers(shared)
    writeShared(folder, { ...shared, users })
    if (Object.keys(users).length === 0) await stopPostmaster(cluster)
  })
}

function realFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true })
    return realpathSync(folder)
  } catch (error) {
    const reason = (error as Error).message
    throw new StartRefusal({
      fr: `Le dossier ${folder} ne peut pas être créé : indiquez-en un autre avec QUITTANCE_DATA. (${reason})`,
      en: `The folder ${folder} cannot be made: say another one with QUITTANCE_DATA. (${reason})`,
    })
  }
}

function whereIs(folder: string, noted: string | undefined): string {
  if (noted && existsSync(noted)) return noted
  const inside = join(folder, 'postgres')
  return existsSync(inside) ? inside : clusterFor(folder, systemUser(inside))
}

async function joinRunning(cluster: string, secrets: Secrets): Promise<Postmaster | undefined> {
  const giveUp = Date.now() + 600_000
  for (;;) {
    const living = livingPostmaster(cluster)
    if (!living || (await answers(cluster, living, secrets))) return living
    if (Date.now() > giveUp) {
      throw new StartRefusal({
        fr: `PostgreSQL (processus ${living.pid}) tourne mais ne répond pas depuis dix minutes : arrêtez-le.`,
        en: `PostgreSQL (process ${living.pid}) runs but has not answered for ten minutes: end it.`,
      })
    }
    await pause(25) // recovering after a crash, or stopping: then it is soon gone
  }
}

interface Start extends EmbeddedOptions {
  readonly port: number | undefined
}

async function start(folder: string, cluster: string, options: Start): Promise<Postmaster> {
  const user = systemUser(cluster)
  const durable = options.durable ?? true
  const binaries = findBinaries({
    from: options.binaries ?? 'package',
    user,
    major: majorOf(cluster),
    copies: user ? copiesForRoot() : join(folder, 'programs'),
  })
  if (majorOf(cluster) === undefined) {
    await createCluster({ cluster, binaries, user, durable, password: options.secrets.superuser })
  }
  const log = join(folder, 'postgres.log')
  for (let attempt = 1; attempt <= mostPorts; attempt += 1) {
    const port = await freePort(attempt === 1 ? options.port : 0)
    const started = await startPostmaster({ cluster, binaries, user, durable, port, log })
    if (started && (await joinRunning(cluster, options.secrets))) return started
  }
  throw new StartRefusal({
    fr: `PostgreSQL s’est arrêté pendant son démarrage : ${log} dit pourquoi.`,
    en: `PostgreSQL ended while it was starting: ${log} says why.`,
  })
}

/** Somebody else may take a port between our looking at it and our server's: two copies of one folder note the same. */
const mostPorts = 5

/** The port of last time when nobody took it meanwhile, so that an address noted elsewhere stays good. */
async function freePort(wanted = 0): Promise<number> {
  const probe = createServer()
  try {
    return await new Promise<number>((resolve, reject) => {
      probe.once('error', reject)
      probe.listen(wanted, '127.0.0.1', () => resolve((probe.address() as { port: number }).port))
    })
  } catch (error) {
    if (wanted === 0) throw error
    return await freePort()
  } finally {
    probe.close()
  }
}

function urlOf({ port }: Postmaster, { role, password, database }: Record<'role' | 'password' | 'database', string>) {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
}

const superuserUrl = (running: Postmaster, { superuser }: Secrets): string =>
  urlOf(running, { role: 'postgres', password: superuser, database: 'postgres' })

/** It is there and it is this cluster: a copy of the folder knows the same words, and may have been first at the port. */
async function answers(cluster: string, running: Postmaster, secrets: Secrets): Promise<boolean> {
  const client = new pg.Client({ connectionString: superuserUrl(running, secrets) })
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return isSameFolder(rows[0]?.data_directory ?? '', cluster)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === '57P03' || code === 'ECONNREFUSED' || code === 'ECONNRESET') return false // starting or stopping
    const reason = (error as Error).message
    throw new StartRefusal({
      fr: `La base du port ${running.port} ne connaît pas le mot de secrets.json : ce fichier vient d’un autre dossier de données, remettez le bon. (${reason})`,
      en: `The database on port ${running.port} does not know the word in secrets.json: that file belongs to another data folder, put the right one back. (${reason})`,
    })
  } finally {
    await client.end().catch(() => undefined) // a connection that never opened has nothing to close
  }
}

function isSameFolder(one: string, other: string): boolean {
  const [first, second] = [one, other].map((folder) => statSync(folder, { throwIfNoEntry: false }))
  return first !== undefined && first.ino === second?.ino && first.dev === second.dev
}

/** The owner and its database, the first time. Answers the server's version. */
async function prepare(running: Postmaster, secrets: Secrets): Promise<string> {
  const client = new pg.Client({ connectionString: superuserUrl(running, secrets) })
  await client.connect()
  try {
    const { rows } = await client.query<{ version: string; owner: boolean; database: boolean }>(`
      select current_setting('server_version') as version,
             exists (select from pg_roles where rolname = 'quittance_owner') as owner,
             exists (select from pg_database where datname = 'quittance') as database`)
    const [server] = rows
    if (!server?.owner) {
      await client.query(`create role quittance_owner login createrole password ${pg.escapeLiteral(secrets.owner)}`)
    }
    if (!server?.database) await client.query('create database quittance owner quittance_owner')
    return server?.version ?? ''
  } finally {
    await client.end()
  }
}
