import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { StartRefusal } from '../start-refusal.ts'

export const migrationsFolder = join(import.meta.dirname, '../../../db/migrations')

interface Migration {
  readonly number: number
  readonly name: string
  readonly text: string
  readonly checksum: string
}

interface Applied {
  readonly number: number
  readonly name: string
  readonly checksum: string
}

/**
 * Brings the database to the level of the code: numbered files, forward only, each in one transaction, run by the
 * owner with schema quittance first on the path. Answers the level reached. Two programs at once wait for each other.
 */
export async function migrate(owner: pg.ClientBase, { folder = migrationsFolder, upTo = 9999 } = {}): Promise<number> {
  const migrations = readMigrations(folder).slice(0, upTo)
  await owner.query(`select pg_advisory_lock(hashtext('quittance migrations'))`)
  try {
    await ensureTable(owner)
    const applied = await appliedMigrations(owner)
    refuseOtherHistory(migrations, applied)
    for (const migration of migrations.slice(applied.length)) await apply(owner, migration)
    return migrations.length
  } finally {
    await owner.query(`select pg_advisory_unlock(hashtext('quittance migrations'))`)
  }
}

/** How many migrations the code knows. */
export const levelOfCode = (folder = migrationsFolder): number => readMigrations(folder).length

/** One checksum of what the first `level` migrations of the code say. */
export const historyOfCode = (level: number, folder = migrationsFolder): string =>
  hashOf(readMigrations(folder).slice(0, level))

/** How many migrations the database has received, and the checksum of what they said. */
export async function historyOf(owner: pg.ClientBase): Promise<{ level: number; history: string }> {
  const applied = await appliedMigrations(owner)
  return { level: applied.length, history: hashOf(applied) }
}

const hashOf = (migrations: readonly { readonly checksum: string }[]): string =>
  sha256(migrations.map(({ checksum }) => checksum).join())

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
  const taken = new Set<number>()
  return files.map((file) => {
    const [, digits, name] = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file) ?? []
    const number = Number(digits)
    if (!name || taken.has(number)) {
      throw new Error(`${file}: migrations are named NNNN_word.sql, each with a number of its own.`)
    }
    taken.add(number)
    const text = readFileSync(join(folder, file), 'utf8')
    return { number, name, text, checksum: sha256(text) }
  })
}

async function ensureTable(owner: pg.ClientBase): Promise<void> {
  await owner.query(`
    create table if not exists platform.migration (
      number integer primary key,
      name text not null,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`)
}

async function appliedMigrations(owner: pg.ClientBase): Promise<Applied[]> {
  const { rows } = await owner.query<Applied>('select number, name, checksum from platform.migration order by number')
  return rows
}

function refuseOtherHistory(migrations: readonly Migration[], applied: readonly Applied[]): void {
  for (const [index, done] of applied.entries()) {
    const ours = migrations[index]
    if (!ours) {
      throw new StartRefusal({
        fr: `La base est plus récente que ce programme (sa migration ${done.number} ${done.name} est inconnue ici) : démarrez la version plus récente de Quittance, ou restaurez dans une base vide une sauvegarde faite avant la mise à jour.`,
        en: `The database is newer than this program (its migration ${done.number} ${done.name} is unknown here): start the newer version of Quittance, or restore a backup made before the upgrade into an empty database.`,
      })
    }
    if (ours.checksum !== done.checksum || ours.name !== done.name) {
      throw new StartRefusal({
        fr: `La migration ${done.number} (${done.name}) a changé depuis que cette base l’a reçue. Remettez le fichier comme il était et écrivez le changement dans une nouvelle migration ; une base qui ne contient rien à garder peut être supprimée.`,
        en: `Migration ${done.number} (${done.name}) has changed since this database received it. Put the file back as it was and write the change as a new migration; a database that holds nothing to keep can be deleted instead.`,
      })
    }
  }
}

async function apply(owner: pg.ClientBase, migration: Migration): Promise<void> {
  await owner.query('begin')
  try {
    await owner.query('set local search_path = quittance')
    await owner.query(migration.text)
    await owner.query('reset role') // a migration may have worked as the owner of schema auth
    await owner.query('insert into platform.migration (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ])
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw new Error(`Migration ${migration.number} (${migration.name}) failed; nothing of it was kept.`, {
      cause: error,
    })
  }
}
