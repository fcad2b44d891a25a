import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError, found } from '../platform/http/app-error.ts'
import { applyFile } from './applying/apply-file.ts'
import { startImport } from './applying/start-import.ts'
import { changeReading, type ReadingChanges } from './change-reading.ts'
import { checkFile } from './checking/check-file.ts'
import { type Importer, type ImportWork, importerOf } from './import-work.ts'
import { type ShownImport, showImport } from './show-import.ts'
import { nothingWritten, type Written } from './source-file-row.ts'
import { removeSourceFile, sourceFile } from './source-files.ts'
import { refusedSinceCheck } from './staging/summary.ts'
import { mostBytes } from './stored-bytes.ts'
import { keepFile } from './upload-file.ts'

export interface ImportWish {
  readonly organization: number
  /** A file on this machine. */
  readonly path: string
  /** Only says what would happen; leaves nothing behind. */
  readonly dryRun: boolean
  /** Columns, decimals, order of dates, encoding, separator, firm: what is not to be found by itself. */
  readonly reading?: ReadingChanges
  readonly chasedUpTo?: string | null
}

export interface ImportReport {
  readonly name: string
  readonly dryRun: boolean
  readonly rows: number
  /** What was found before anything was written; null when the file cannot go in, which `error` then explains. */
  readonly summary: ShownImport['summary']
  readonly columns: ShownImport['columns']
  /** The first 500 rows to fix, in the organisation's language. */
  readonly refusals: ShownImport['refusals']
  readonly refusalCount: number
  readonly error: ShownImport['error']
  /** The totals of a ledger, to set beside those of the software it comes from; null for other files. */
  readonly ledger: ShownImport['ledger']
  /** What was written, and how many invoices could go in when checked and no longer could; null when nothing was to be. */
  readonly written: (Written & { readonly refused: number }) | null
}

/** The import of the command line: the same steps as on the screen, one after the other. */
export async function importFile(work: ImportWork, wish: ImportWish): Promise<ImportReport> {
  const { organization, path, dryRun } = wish
  const importer = await importerOf(work, { organization, person: null, origin: 'commandLine' })
  const size = await sizeOf(path)
  const id = await keepFile({ path, name: basename(path), size }, importer.transaction)
  try {
    if (wish.reading) await importer.transaction((db) => changeReading(db, id, wish.reading ?? {}))
    await checkFile(work, organization, id)
    const before = await report(importer, id, wish)
    if (dryRun || before.error) return before
    await importer.transaction((db) =>
      startImport(db, id, { rememberMapping: false, chasedUpTo: wish.chasedUpTo ?? null }),
    )
    await applyFile(work, organization, id, 'commandLine')
    const after = await report(importer, id, wish)
    return { ...after, summary: before.summary }
  } finally {
    if (dryRun) await importer.transaction((db) => removeSourceFile(db, id))
  }
}

async function report({ transaction, language }: Importer, id: number, { dryRun }: ImportWish): Promise<ImportReport> {
  const { shown, written } = await transaction(async (db) => ({
    shown: await showImport(db, id, language),
    written: {
      ...nothingWritten,
      ...found(await sourceFile(db, id)).written,
      refused: await refusedSinceCheck(db, id),
    },
  }))
  const { name, progress, summary, columns, refusals, refusalCount, error, ledger } = shown
  return {
    name,
    dryRun,
    rows: progress.rows,
    summary,
    columns,
    refusals,
    refusalCount,
    error,
    ledger,
    written: dryRun || error ? null : written,
  }
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!found?.isFile()) {
    throw new AppError('noFile', 400, {
      fr: `Le fichier ${path} n’existe pas. Vérifiez son chemin.`,
      en: `The file ${path} does not exist. Check its path.`,
    })
  }
  if (found.size <= mostBytes) return found.size
  throw new AppError('fileTooLarge', 413, {
    fr: 'Ce fichier dépasse 300 Mo. Coupez-le en plusieurs fichiers, chacun avec sa ligne de titres.',
    en: 'This file is larger than 300 MB. Cut it into several files, each with its line of titles.',
  })
}
