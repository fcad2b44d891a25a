import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type pg from 'pg'
import { z } from 'zod'
import { historyOf, historyOfCode, levelOfCode, migrate } from '../database/migrate.ts'
import { remakeSchemas } from '../database/roles.ts'
import { StartRefusal } from '../start-refusal.ts'
import { rowLines } from './backup.ts'
import { type BackupReport, formatVersion, type Heading, LineSum, rowCounts, sameSum, type TableSum } from './format.ts'
import { loadTables } from './load-tables.ts'
import { damaged, openBackup, unreadable } from './read-backup.ts'
import { tableShapes } from './table-shape.ts'

/** What happens to the restored rows in the same transaction, before anybody sees them. */
export type AfterRestore = (owner: pg.ClientBase) => Promise<unknown>

/** The restored copy must not remind customers whom the original goes on reminding: a person lifts it. */
export const freezeSending: AfterRestore = (owner) =>
  owner.query('update quittance.organization set sending_frozen = true')

/**
 * Fills an empty database with a backup, from whatever server and from this or an older version of the program. All
 * or nothing: the rows are read back and must have the counts and checksums of the backup before they are kept.
 */
export async function restore(owner: pg.Pool, input: Readable, afterRestore = freezeSending): Promise<BackupReport> {
  const client = await owner.connect()
  try {
    const reading = await openBackup(input)
    const { heading } = reading
    refuseUnknown(heading)
    await refuseFull(client)
    if ((await historyOf(client)).level !== heading.level) {
      await remakeSchemas(client)
      await migrate(client, { upTo: heading.level })
    }
    await client.query('begin')
    try {
      await client.query('set local search_path = pg_catalog')
      const sums = await loadTables(client, reading).catch((error: unknown) => {
        throw isDamage(error) ? damaged((error as Error).message) : error
      })
      await refuseDifference(client, sums)
      await afterRestore(client)
      await client.query('commit')
      await migrate(client)
      return { heading, rows: rowCounts(sums) }
    } catch (error) {
      await client.query('rollback')
      await migrate(client) // an older level was prepared for the backup: the empty database goes back up
      throw error
    }
  } finally {
    client.release()
  }
}

/** A line that is no JSON, a value no column takes, a row without the one it belongs to: not ours, but the file's. */
const isDamage = (error: unknown): boolean =>
  error instanceof SyntaxError || error instanceof z.ZodError || /^2[23]/.test((error as pg.DatabaseError).code ?? '')

/** The same from a file. */
export async function restoreFromFile(owner: pg.Pool, file: string): Promise<BackupReport> {
  const handle = await open(file).catch((error: Error) => {
    throw unreadable(error.message)
  })
  return restore(owner, handle.createReadStream())
}

function refuseUnknown(heading: Heading): void {
  if (heading.format !== formatVersion || heading.level > levelOfCode()) {
    throw new StartRefusal({
      fr: `Cette sauvegarde vient de Quittance ${heading.version}, plus récent que celui-ci : restaurez-la avec cette version.`,
      en: `This backup was written by Quittance ${heading.version}, which is newer than this one: restore it with that version.`,
    })
  }
  if (heading.history !== historyOfCode(heading.level)) {
    throw new StartRefusal({
      fr: `Cette sauvegarde vient d’un Quittance dont la base est faite autrement (version ${heading.version}) : restaurez-la avec le programme qui l’a écrite.`,
      en: `This backup was written by a Quittance whose database is made differently (version ${heading.version}): restore it with the program that wrote it.`,
    })
  }
}

async function refuseFull(client: pg.ClientBase): Promise<void> {
  for (const { name } of await tableShapes(client)) {
    const { rowCount } = await client.query(`select from ${name} limit 1`)
    if (!rowCount) continue
    throw new StartRefusal({
      fr: `Cette base n’est pas vide (${name} a des lignes), et une restauration mélangerait deux entreprises : indiquez un nouveau dossier de données avec QUITTANCE_DATA, ou une base vide avec DATABASE_URL.`,
      en: `This database is not empty (${name} has rows), and a restore would mix two companies: say a new data folder with QUITTANCE_DATA, or an empty database with DATABASE_URL.`,
    })
  }
}

async function refuseDifference(client: pg.ClientBase, sums: Readonly<Record<string, TableSum>>): Promise<void> {
  for (const shape of await tableShapes(client)) {
    const sum = new LineSum()
    for await (const rows of rowLines(client, shape)) for (const row of rows) sum.add(row)
    if (sums[shape.name] && !sameSum(sum.total(), sums[shape.name])) {
      throw new Error(`Table ${shape.name} reads back differently from the backup; nothing was restored.`)
    }
  }
}
