import { resolve } from 'node:path'
import { backupToFile } from '../../platform/backup/backup.ts'
import type { BackupReport } from '../../platform/backup/format.ts'
import { restoreFromFile } from '../../platform/backup/restore.ts'
import type { Commanded, ExitCode } from './command.ts'

/** Everything of the installation, all its organisations and accounts, in one file. */
export async function backupCommand({ asked, database, terminal }: Commanded): Promise<ExitCode> {
  const file = resolve(asked.what ?? '')
  const report = countsOf(await backupToFile(database.owner, file))
  if (asked.json) await terminal.line(JSON.stringify({ command: 'backup', file, ...report }))
  else await terminal.line(terminal.words.backedUp(report.rows, Object.keys(report.tables).length, file))
  return 0
}

/** Fills an empty installation; sending stays frozen until a person lifts it. */
export async function restoreCommand({ asked, database, terminal }: Commanded): Promise<ExitCode> {
  const file = resolve(asked.what ?? '')
  const report = countsOf(await restoreFromFile(database.owner, file))
  if (asked.json) await terminal.line(JSON.stringify({ command: 'restore', file, ...report, sendingFrozen: true }))
  else await terminal.line(terminal.words.restored(report.rows, Object.keys(report.tables).length))
  return 0
}

const countsOf = ({ heading, rows }: BackupReport) => ({
  version: heading.version,
  at: heading.at,
  rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
  tables: rows,
})
