import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { loadSecrets, type Secrets } from '../../secrets.ts'
import { openDatabase } from '../connection.ts'
import { stopPostmaster } from '../embedded/postmaster.ts'
import { livingUsers, readShared } from '../embedded/shared-state.ts'
import { startEmbedded } from '../embedded.ts'

/** What each test file gets to know about the server of this run. */
export interface TestServer {
  readonly ownerUrl: string
  readonly template: string
  readonly secrets: Secrets
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

/**
 * One PostgreSQL for the run with one migrated database in it, which every test file copies. TEST_DATABASE_URL (a user
 * with createdb and createrole) names another server; QUITTANCE_TEST_POSTGRES=machine takes the machine's binaries.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned()
  const folder = mkdtempSync(join(tmpdir(), prefix))
  const secrets = loadSecrets(join(folder, 'secrets.json'))
  const server = await startServer(folder, secrets)
  const template = `quittance_test_${process.pid}`
  await administer(server.url, `drop database if exists ${template}`, `create database ${template}`)
  await (await openDatabase({ owner: databaseUrl(server.url, template) }, secrets)).close()
  project.provide('testServer', { ownerUrl: server.url, template, secrets })
  return async () => {
    await dropDatabase(server.url, template)
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const prefix = 'quittance-test-'

async function startServer(folder: string, secrets: Secrets): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => undefined }
  const binaries = process.env.QUITTANCE_TEST_POSTGRES === 'machine' ? 'machine' : 'package'
  const embedded = await startEmbedded({ folder, secrets, binaries, durable: false })
  await administer(embedded.superuserUrl, 'alter role quittance_owner createdb')
  return {
    url: embedded.ownerUrl,
    stop: async () => {
      await embedded.stop()
      if (!embedded.cluster.startsWith(folder)) rmSync(dirname(embedded.cluster), { recursive: true, force: true })
    },
  }
}

/** Runs that were killed leave their server behind. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    if (!existsSync(join(folder, 'postgres.json')) || Object.keys(livingUsers(readShared(folder))).length > 0) continue
    await stopPostmaster(readShared(folder).cluster ?? join(folder, 'postgres'))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same server and user, another database. */
export function databaseUrl(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

/** Statements that stand alone (create database…), one after the other. */
export async function administer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/**
 * Drops a test database. Autovacuum may be looking at it, and only a superuser could end that process: it lets go of
 * the database by itself, so a refusal is asked again a few times.
 */
export async function dropDatabase(url: string, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await administer(url, `drop database if exists ${name} with (force)`)
    } catch (error) {
      if ((error as { code?: string }).code !== '42501' || tries === 20) throw error
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
}
