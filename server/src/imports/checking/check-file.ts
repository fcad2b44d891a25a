import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import { openSummary } from '@quittance/core/imports/summary.ts'
import { type Importer, type ImportWork, importerOf } from '../import-work.ts'
import { keepStop } from '../keep-stop.ts'
import { batchesOf, instalmentsOf, type Opened } from '../planning/batches.ts'
import { openDirectory } from '../planning/directory.ts'
import { planBatch, type Session } from '../planning/plan-batch.ts'
import { readTable } from '../reading/read-table.ts'
import { ReadingError } from '../reading/reading-error.ts'
import type { Table, TableHints } from '../reading/table.ts'
import { correctionsOf, insertRefusals, removeRefusals } from '../refused-rows.ts'
import type { Choices, SourceFileRow } from '../source-file-row.ts'
import { type Checked, keepCheck, keepError, noteProgress, rememberedMapping, sourceFile } from '../source-files.ts'
import { openStoredFile } from '../stored-bytes.ts'
import { countBatch, type Kept } from './count-batch.ts'
import { type Recognised, readingOf, recognise, sampleRows, signatureOf } from './recognise.ts'

/**
 * Reads a file to its end and says what importing it would do; writes nothing else. A choice or a correction made
 * meanwhile begins it again. Running it twice is harmless.
 */
export async function checkFile(work: ImportWork, organization: number, file: number): Promise<void> {
  const importer = await importerOf(work, { organization, person: null })
  const stored = await openStoredFile(importer, file)
  try {
    for (let isDone = false; !isDone; ) {
      const known = await importer.transaction((db) => sourceFile(db, file))
      if (known?.state !== 'checking') return
      isDone = await checkOnce(importer, known, stored.path)
    }
  } catch (error) {
    await keepStop(importer, { file, during: 'check', error })
    throw error
  } finally {
    await stored.release()
  }
}

export const hintsOf = ({ encoding, separator }: Choices): TableHints => ({
  ...(encoding !== undefined && { encoding }),
  ...(separator !== undefined && { separator }),
})

/** False when what was checked is no longer what is asked for. */
async function checkOnce(importer: Importer, file: SourceFileRow, path: string): Promise<boolean> {
  try {
    const recognised = await recogniseStored(importer, file, path)
    const counted = recognised.error
      ? { rows: 0, summary: null, hasInstalments: false, refused: [] }
      : await count(importer, file, { path, recognised })
    if (!counted) return false
    const { refused, ...found } = counted
    return await importer.transaction(async (db) => {
      if ((await keepCheck(db, file.id, { ...recognised, ...found, revision: file.revision })) === 0) return false
      await removeRefusals(db, file.id)
      for (let at = 0; at < refused.length; at += 500) await insertRefusals(db, file.id, refused.slice(at, at + 500))
      return true
    })
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error
    await importer.transaction((db) =>
      keepError(db, file.id, 'checking', { kind: 'unreadable', problem: error.problem }),
    )
    return true
  }
}

async function recogniseStored(importer: Importer, { choices }: SourceFileRow, path: string): Promise<Recognised> {
  const table = await readTable(path, hintsOf(choices))
  try {
    const sample = await firstRows(table)
    const remembered = await importer.transaction((db) => rememberedMapping(db, signatureOf(table.headers)))
    return recognise(table, { sample, choices, remembered, currency: importer.currency })
  } finally {
    await table.close()
  }
}

async function firstRows({ rows }: Table): Promise<SourceRow[]> {
  const sample: SourceRow[] = []
  for await (const row of rows) {
    sample.push(row)
    if (sample.length >= sampleRows) break
  }
  return sample
}

type Counted = Pick<Checked, 'hasInstalments' | 'rows' | 'summary'> & { readonly refused: Kept['refused'] }

/** null when somebody changed something meanwhile. */
async function count(
  importer: Importer,
  file: SourceFileRow,
  { path, recognised }: { readonly path: string; readonly recognised: Recognised },
): Promise<Counted | null> {
  const corrections = await importer.transaction((db) => correctionsOf(db, file.id))
  const opened: Opened = { path, hints: hintsOf(file.choices), reading: readingOf(recognised), corrections }
  const alone = await countBatches(importer, file, { opened, instalments: undefined })
  if (alone !== 'instalments') return alone
  const all = await countBatches(importer, file, { opened, instalments: await instalmentsOf(opened) })
  return all === 'instalments' ? null : all
}

async function countBatches(
  importer: Importer,
  file: SourceFileRow,
  {
    opened,
    instalments,
  }: { readonly opened: Opened; readonly instalments: Awaited<ReturnType<typeof instalmentsOf>> | undefined },
): Promise<Counted | 'instalments' | null> {
  const session = await openSession(importer, file, opened)
  const tally = openSummary(importer.today)
  const kept: Kept = { refused: [], preview: [] }
  const isCurrent = progressOf(importer, file)
  let rows = 0
  for await (const batch of batchesOf(opened, instalments)) {
    if (!batch) return 'instalments'
    const outcomes = await importer.transaction((db) => planBatch(db, session, batch.reads))
    countBatch(session, outcomes, { tally, kept })
    rows = batch.rows
    if (!(await isCurrent(batch))) return null
  }
  return {
    rows,
    hasInstalments: instalments !== undefined,
    summary: { ...tally.summary(), preview: kept.preview },
    refused: kept.refused,
  }
}

export async function openSession(
  importer: Importer,
  file: Pick<SourceFileRow, 'legalEntityId'>,
  { reading }: Pick<Opened, 'reading'>,
): Promise<Session> {
  const { legalEntityId: legalEntity } = file
  const { language } = importer
  const directory = await importer.transaction((db) => openDirectory(db, { legalEntity, language }))
  return { directory, reading, legalEntity, language }
}

/** Says twice a second how far it is, and hears whether anybody changed something. */
function progressOf(importer: Importer, { id, revision }: SourceFileRow) {
  let said = Date.now()
  return async ({
    rows,
    progress,
  }: {
    readonly rows: number
    readonly progress: { read: number; size: number }
  }): Promise<boolean> => {
    if (Date.now() - said < 500) return true
    said = Date.now()
    const total = progress.read > 0 ? Math.max(rows, Math.round((rows * progress.size) / progress.read)) : null
    const now = await importer.transaction((db) => noteProgress(db, id, { rows, total }))
    return now?.revision === revision && now.state === 'checking'
  }
}
