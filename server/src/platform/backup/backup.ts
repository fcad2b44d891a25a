import { readFileSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { programFolder } from '../config.ts'
import { historyOf } from '../database/migrate.ts'
import { StartRefusal } from '../start-refusal.ts'
import { type BackupReport, formatVersion, type Heading, LineSum, rowCounts, type TableSum } from './format.ts'
import { rowsAsLines, sequenceStates, type TableShape, tableShapes } from './table-shape.ts'

/** Everything of the business and of the accounts, as of one moment, while people go on working. */
export async function backup(owner: pg.Pool, output: Writable): Promise<BackupReport> {
  const client = await owner.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local search_path = pg_catalog')
    const heading = await headingOf(client)
    const sums: Record<string, TableSum> = {}
    await pipeline(Readable.from(lines(client, heading, sums)), createGzip({ level: 6 }), output)
    return { heading, rows: rowCounts(sums) }
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** The same into a file that only its owner may read; an unfinished one never takes the name. */
export async function backupToFile(owner: pg.Pool, file: string): Promise<BackupReport> {
  const draft = `${file}.part`
  try {
    const handle = await open(draft, 'w', 0o600)
    const report = await backup(owner, handle.createWriteStream({ flush: true }))
    renameSync(draft, file)
    return report
  } catch (error) {
    rmSync(draft, { force: true })
    const { code, message } = error as NodeJS.ErrnoException
    if (!code?.startsWith('E')) throw error
    throw new StartRefusal({
      fr: `La sauvegarde ne peut pas être écrite dans ${file} : ${message}.`,
      en: `The backup cannot be written to ${file}: ${message}.`,
    })
  }
}

async function headingOf(client: pg.ClientBase): Promise<Heading> {
  const { version } = JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8')) as { version: string }
  const { level, history } = await historyOf(client)
  return { quittance: 'backup', format: formatVersion, version, level, history, at: new Date().toISOString() }
}

async function* lines(client: pg.ClientBase, heading: Heading, sums: Record<string, TableSum>) {
  yield json(heading)
  for (const shape of await tableShapes(client)) {
    yield json({ table: shape.name, columns: shape.columns.map(({ name }) => name) })
    const sum = new LineSum()
    for await (const rows of rowLines(client, shape)) {
      for (const row of rows) sum.add(row)
      yield `${rows.join('\n')}\n`
    }
    sums[shape.name] = sum.total()
  }
  yield json({ sequences: await sequenceStates(client) })
  yield json({ end: sums })
}

const json = (value: unknown): string => `${JSON.stringify(value)}\n`

/** The table's rows in batches, through a cursor: memory does not grow with the table. */
export async function* rowLines(client: pg.ClientBase, shape: TableShape): AsyncGenerator<string[], void, void> {
  const batch = shape.heavy ? 10 : 1000
  await client.query(`declare backup_rows no scroll cursor for ${rowsAsLines(shape)}`)
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${batch} from backup_rows`)
    if (rows.length > 0) yield rows.map(({ line }) => line)
    if (rows.length < batch) break
  }
  await client.query('close backup_rows')
}
