import { createHash } from 'node:crypto'
import { looksLikeAmount, looksLikeDate } from '@quittance/core/imports/column-values.ts'
import type { StatementMapping } from '@quittance/core/reconciliation/statements/table/statement-columns.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { found } from '../../platform/http/app-error.ts'
import { type NamedFiles, readStatementFiles } from '../reading/statement-files.ts'
import { UnknownColumns } from '../reading/statement-list.ts'
import { columnsOf, keepColumns, removeColumns, taughtColumns } from './queries.ts'

interface Remembering {
  /** What the columns hold, where a person said so with the file. */
  readonly columns?: StatementMapping | undefined
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>
}

/**
 * Reads the statements of a file. A list whose titles say nothing is read as a person said it of the last list with the
 * same titles; what is said now is kept for the next one, once the file could be read by it. Throws `UnknownColumns` where
 * nobody ever said.
 */
export async function readRemembering(path: string, { columns, transaction }: Remembering): Promise<NamedFiles> {
  if (columns) {
    const files = await readStatementFiles(path, { columns })
    await readStatementFiles(path).catch(async (error: unknown) => {
      if (!(error instanceof UnknownColumns)) return
      const { headers } = error
      if (areTitles(headers) && headers.length === columns.length)
        await transaction((db) => keepColumns(db, { signature: signatureOf(headers), headers, columns }))
    })
    return files
  }
  try {
    return await readStatementFiles(path)
  } catch (error) {
    if (!(error instanceof UnknownColumns)) throw error
    const known = await transaction((db) => columnsOf(db, signatureOf(error.headers)))
    if (!known) throw error
    return await readStatementFiles(path, { columns: known })
  }
}

/** A first row of days and amounts is none of titles: the next list has another. */
const areTitles = (headers: readonly string[]): boolean =>
  headers.some((header) => header.trim() !== '') &&
  !headers.some((header) => looksLikeDate(header) || looksLikeAmount(header))

const signatureOf = (headers: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(headers.map((header) => header.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' '))))
    .digest('hex')

/** Lists with these titles are asked about again. */
export async function forgetColumns(db: Db, id: number): Promise<void> {
  const { headers, columns } = found((await taughtColumns(db)).find((one) => one.id === id))
  await removeColumns(db, id)
  await recordInJournal(db, {
    act: 'statementColumns.removed',
    thing: 'statementColumns',
    thingId: id,
    details: { headers, columns },
  })
}
