import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import type { Db } from '../../platform/database/db.ts'
import { openCustomerList } from '../customers/plan-customers.ts'
import { foundCustomers, stageCustomers } from '../customers/stage-customers.ts'
import { keepDropped } from '../e-invoices/match-pdfs.ts'
import { type Importer, type ImportWork, importerOf } from '../import-work.ts'
import { keepStop } from '../keep-stop.ts'
import { keepLedgerParts, keepLedgerTotals } from '../ledger/keep-ledger.ts'
import { laterLedger, partLedger } from '../ledger/ledger-queries.ts'
import { openSession } from '../planning/open-session.ts'
import type { Session } from '../planning/plan-batch.ts'
import { readOtherwise } from '../read-otherwise.ts'
import { startReadingPdfs } from '../reading/e-invoices/read-pdf.ts'
import type { LedgerTotals } from '../reading/ledger/ledger-table.ts'
import { readTable } from '../reading/read-table.ts'
import { ReadingError } from '../reading/reading-error.ts'
import { readHead } from '../reading/source-file.ts'
import type { Table, TableHints } from '../reading/table.ts'
import type { FileError, SourceFileRow } from '../source-file-row.ts'
import {
  type Checked,
  keepCheck,
  keepError,
  lockSourceFile,
  noteRead,
  noteShare,
  rememberedMapping,
  sourceFile,
} from '../source-files.ts'
import { removeRows, sourceCustomers } from '../staging/source-rows.ts'
import { stageRows } from '../staging/stage-rows.ts'
import { openStoredFile } from '../stored-bytes.ts'
import { checkShare, holdsPdfs, kindLikely } from './check-share.ts'
import { watchCustomers } from './customers-ahead.ts'
import { lookAgain } from './look-again.ts'
import { foundOf } from './preview.ts'
import { type Recognised, readingOf, recognise, sampleRows, signatureOf } from './recognise.ts'
import { type RowBatch, rowBatches } from './row-batches.ts'

/** Enough to tell a bank statement by. */
const headBytes = 64 * 1024

/**
 * Reads a file to its end, keeps its rows and says what importing them would do; writes nothing else. A choice made
 * meanwhile begins it again. Cut anywhere it begins again; of two at once, one goes on.
 */
export async function checkFile(work: ImportWork, organization: number, file: number): Promise<void> {
  const importer = await importerOf(work, { organization, person: null })
  const stored = await openStoredFile(importer, file, (db, { part, of, head }) => {
    if (holdsPdfs(head)) startReadingPdfs()
    return noteShare(db, file, checkShare(of, kindLikely(head)).stored(part))
  })
  try {
    for (let tried = 0; ; ) {
      const known = await importer.transaction((db) => sourceFile(db, file))
      // Nobody chose something else: another check of the same file is ahead, and ends it.
      if (known?.state !== 'checking' || known.revision === tried) return
      if (work.recognisesStatement(await readHead(stored.path, headBytes))) {
        const error = { kind: 'notInvoices', fileKind: 'bankStatement' } as const
        return void (await importer.transaction((db) => keepError(db, file, 'checking', error)))
      }
      if (await checkOnce(importer, known, stored.path)) return
      tried = known.revision
    }
  } catch (error) {
    await keepStop(importer, { file, during: 'check', error })
    throw error
  } finally {
    await stored.release()
  }
}

const hintsOf = ({ name, choices: { encoding, separator, sheet } }: SourceFileRow): TableHints => ({
  name,
  ...(encoding !== undefined && { encoding }),
  ...(separator !== undefined && { separator }),
  ...(sheet !== undefined && { sheet }),
})

/** False when what was checked is no longer what is asked for. */
async function checkOnce(importer: Importer, file: SourceFileRow, path: string): Promise<boolean> {
  const step = stepsOf(importer, file)
  try {
    await step(
      (db) => removeRows(db, file.id),
      () => ({ doneTo: 0, rows: 0, total: null, share: 0 }),
    )
    const recognised = await recogniseStored(importer, file, path)
    await step(
      async () => undefined,
      () => ({ doneTo: 0, rows: 0, total: null, share: checkShare(file.size, recognised.format.kind).recognised }),
    )
    if (recognised.error) return await step((db) => keep(db, file, { ...recognised, rows: 0, summary: null }))
    const session = await importer.transaction((db) =>
      openSession(db, { ...settingOf(importer, file), reading: readingOf(recognised), drafted: [] }),
    )
    const isOfCustomers = recognised.format.list === 'customers'
    const stage = isOfCustomers
      ? await customerStaging(importer, session, file.id)
      : (db: Db, rows: readonly SourceRow[]) => stageRows(db, session, file.id, rows)
    const table = await readTable(path, { ...hintsOf(file), found: recognised.format.encoding })
    if (!(await stageTable(table, { step, session, stage, file: file.id, bytes: file.size }))) return false
    if (!isOfCustomers) await step((db) => lookAgain(db, session, file.id))
    const totals = table.ledger?.totals()
    return await step(async (db) => {
      const error = totals ? await refusedLedger(db, file, totals) : null
      if (error) return void (await keep(db, file, { ...recognised, rows: 0, summary: null, error }))
      if (table.files) await keepDropped(db, { id: file.id, legalEntity: file.legalEntityId }, table.files)
      const found = isOfCustomers ? await foundCustomers(db, file.id) : await foundOf(db, session, file.id)
      if (found.rows === 0 && !totals && !table.files) throw new ReadingError({ code: 'noRows' })
      const read = { ...recognised, format: { ...recognised.format, otherwise: readOtherwise(table) } }
      if (!totals) return void (await keep(db, file, { ...read, ...found }))
      const part = await partLedger(db, { file: file.id, legalEntity: file.legalEntityId, from: totals.from })
      if (part) {
        await removeRows(db, file.id)
        return void (await keep(db, file, { ...read, rows: 0, summary: null, error: { kind: 'partLedger', ...part } }))
      }
      const { payments } = await keepLedgerTotals(db, file.id, totals)
      // Some customers only pay.
      const newCustomers = (await sourceCustomers(db, file.id)).length
      const rows = found.rows + payments
      await keep(db, file, { ...read, rows, summary: { ...found.summary, newCustomers } })
    })
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error
    return step(async (db) => {
      await removeRows(db, file.id)
      await keepError(db, file.id, 'checking', { kind: 'unreadable', problem: error.problem })
    })
  }
}

const settingOf = ({ language, today }: Importer, { legalEntityId }: SourceFileRow) => ({
  legalEntity: legalEntityId,
  language,
  today,
})

const keep = (db: Db, { id }: SourceFileRow, found: Checked): Promise<number> => keepCheck(db, id, found)

interface Read {
  readonly doneTo: number
  readonly rows: number
  readonly total: number | null
  /** Of the whole check, 0 to 1. */
  readonly share: number
}

/** `read` is asked once the work is done. */
type Step = (work: (db: Db) => Promise<unknown>, read?: () => Read) => Promise<boolean>

/**
 * One step of the check in its own transaction; false, and nothing done, when somebody chose something else meanwhile or
 * another check of the same file is ahead.
 */
function stepsOf(importer: Importer, { id, revision }: SourceFileRow): Step {
  let doneTo: number | null = null
  return (work, read) =>
    importer.transaction(async (db) => {
      const now = await lockSourceFile(db, id)
      if (now?.state !== 'checking' || now.revision !== revision) return false
      if (doneTo !== null && now.doneTo !== doneTo) return false
      await work(db)
      const far = read?.()
      if (far) await noteRead(db, id, far)
      doneTo = far?.doneTo ?? now.doneTo
      return true
    })
}

async function recogniseStored(importer: Importer, file: SourceFileRow, path: string): Promise<Recognised> {
  const { choices } = file
  const table = await readTable(path, hintsOf(file))
  try {
    const sample = table.known ? [] : await firstRows(table)
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

type Stage = (db: Db, rows: readonly SourceRow[]) => Promise<void>

async function customerStaging({ transaction, currency }: Importer, session: Session, file: number): Promise<Stage> {
  const list = await transaction((db) => openCustomerList(db, session, currency))
  return (db, rows) => stageCustomers(db, list, file, rows)
}

interface Staging {
  readonly step: Step
  readonly stage: Stage
  readonly session: Session
  readonly file: number
  /** Its size. */
  readonly bytes: number
}

/** Answers why the ledger cannot go in, where it cannot. */
async function refusedLedger(
  db: Db,
  { id, legalEntityId }: SourceFileRow,
  { to }: LedgerTotals,
): Promise<FileError | null> {
  const later = await laterLedger(db, { legalEntity: legalEntityId, to })
  if (!later) return null
  await removeRows(db, id)
  return { kind: 'olderLedger', later: later.name }
}

/** False when this is no longer what is asked for. */
async function stageTable(table: Table, staging: Staging): Promise<boolean> {
  const { step, stage, session, file } = staging
  const soFar = readSoFar(table, staging)
  const tell = (): Promise<boolean> =>
    step(
      async () => undefined,
      () => soFar({ read: 0, upTo: 0 }),
    )
  try {
    if (!(await tell())) return false
    for await (const _ of table.prepare?.() ?? []) if (!(await tell())) return false
    for await (const batch of rowBatches(table)) {
      const isOurs = await step(
        async (db) => {
          if (batch.rows.length === 0) return
          await stage(db, batch.rows)
          await keepParts(db, table, { session, file })
        },
        () => soFar(batch),
      )
      if (!isOurs) return false
    }
    // Of customers without an invoice.
    return await step((db) => keepParts(db, table, { session, file }))
  } finally {
    await table.close()
  }
}

const keepParts = (db: Db, { ledger }: Table, { session, file }: Pick<Staging, 'file' | 'session'>): Promise<void> =>
  ledger ? keepLedgerParts(db, session, file, ledger.take()) : Promise.resolve()

type ReadSoFar = (batch: Pick<RowBatch, 'read' | 'upTo'>) => Read

/** By the bytes of the file, whatever its table measures its own progress in, and the customers nobody knew. */
function readSoFar({ format, progress, ledger }: Table, { bytes, session }: Staging): ReadSoFar {
  const share = checkShare(bytes, format.kind)
  const watch = watchCustomers()
  return ({ read, upTo }) => {
    const { read: done, size, rows } = progress()
    const part = done / Math.max(1, size)
    // Customers of a ledger are told of one after the other.
    const seen = ledger ? { count: 0, atHalf: 0 } : watch(part, session.directory.draftCount())
    return {
      doneTo: upTo,
      rows: read,
      total: read > 0 ? Math.max(read, Math.round(rows ?? (read * size) / done)) : null,
      share: share.rows(part, seen),
    }
  }
}
