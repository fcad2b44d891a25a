import { lockLinesOf } from '../../invoices/bulk-queries.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { hintsOf, openSession } from '../checking/check-file.ts'
import { readingOf } from '../checking/recognise.ts'
import { type Importer, type ImportWork, importerOf } from '../import-work.ts'
import { keepStop } from '../keep-stop.ts'
import { type Batch, batchesOf, instalmentsOf, type Opened } from '../planning/batches.ts'
import { type Outcome, type Planned, planBatch, type Session } from '../planning/plan-batch.ts'
import { correctionsOf, insertRefusals, mostRefusedRows, removeRefusals } from '../refused-rows.ts'
import { nothingWritten, type SourceFileRow, type Written } from '../source-file-row.ts'
import { endApplication, keepBatch, lockSourceFile, sourceFile } from '../source-files.ts'
import { openStoredFile } from '../stored-bytes.ts'
import { writeBatch } from './write-batch.ts'

/**
 * Imports the rows that are ready, a thousand invoices a transaction. Cut anywhere, the next run goes on after the last
 * batch that is in; two at once do the work of one.
 */
export async function applyFile(
  work: ImportWork,
  organization: number,
  file: number,
  origin: 'commandLine' | 'job' = 'job',
): Promise<void> {
  const looking = await importerOf(work, { organization, person: null })
  const known = await looking.transaction((db) => sourceFile(db, file))
  if (known?.state !== 'importing') return
  const importer = await importerOf(work, { organization, person: known.appliedBy, origin })
  const stored = await openStoredFile(importer, file)
  try {
    await applyUndisturbed({ work, importer }, file, stored.path)
  } catch (error) {
    await keepStop(importer, { file, during: 'application', error })
    throw error
  } finally {
    await stored.release()
  }
}

/** Somebody paid, or entered the same invoice, in the very moment of a batch: it is read and decided again. */
async function applyUndisturbed(application: Application, id: number, path: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const file = await application.importer.transaction((db) => sourceFile(db, id))
      if (file?.state !== 'importing' || !file.columns || !file.mapping || !file.format) return
      const { columns, mapping, format } = file
      const corrections = await application.importer.transaction((db) => correctionsOf(db, id))
      const reading = readingOf({ columns, mapping, format })
      return await applyBatches(application, file, { path, hints: hintsOf(file.choices), reading, corrections })
    } catch (error) {
      if (attempt >= 3 || !disturbances.has(String((error as { code?: unknown }).code))) throw error
    }
  }
}

/** Unique key, check, serialisation, deadlock, lock not available. */
const disturbances = new Set(['23505', '23514', '40001', '40P01', '55P03'])

interface Application {
  readonly work: ImportWork
  readonly importer: Importer
}

async function applyBatches(application: Application, file: SourceFileRow, opened: Opened): Promise<void> {
  const { importer } = application
  const instalments = file.hasInstalments ? await instalmentsOf(opened) : undefined
  const session = await openSession(importer, file, opened)
  let index = 0
  let rows = 0
  let lookAgainAt = 1
  for await (const batch of batchesOf(opened, instalments)) {
    if (!batch) throw new Error(`Source file ${file.id} has instalments its check did not see`)
    rows = batch.rows
    if (index >= file.batchesDone) {
      const isOurs = await importer.transaction((db) =>
        applyBatch(db, application, { session, file: file.id, batch, index }),
      )
      if (!isOurs) return
    }
    index++
    if (index === lookAgainAt) {
      await lookAtTables(application.work)
      lookAgainAt *= 4
    }
  }
  await importer.transaction((db) => end(db, file.id, rows))
}

/**
 * Tables that grow from nothing within seconds are taken for empty, and read whole at each look-up, until the server has
 * looked at them; its own rounds come too late. Only the owner may ask for it.
 */
const lookAtTables = ({ database }: Pick<ImportWork, 'database'>): Promise<unknown> =>
  database.owner.query('analyze customer, contact, invoice, open_item, payment, allocation')

interface Step {
  readonly session: Session
  readonly file: number
  readonly batch: Batch
  readonly index: number
}

/** False when another run has done this batch: it has the rest too. */
async function applyBatch(
  db: Db,
  { work, importer }: Application,
  { session, file, batch, index }: Step,
): Promise<boolean> {
  const now = await lockSourceFile(db, file)
  if (now?.state !== 'importing' || now.batchesDone !== index) return false
  if (index === 0) await removeRefusals(db, file)
  const outcomes = await planLocked(db, session, batch)
  const planned = outcomes.filter((outcome): outcome is Planned => outcome.kind === 'planned')
  const wrote = await writeBatch(
    db,
    { work, session, file, fileName: now.name, chasedUpTo: now.chasedUpTo, today: importer.today },
    planned,
  )
  const before = { ...nothingWritten, ...now.written }
  const refused = outcomes.flatMap((outcome) => (outcome.kind === 'refused' ? outcome.refused : []))
  await insertRefusals(db, file, refused.slice(0, Math.max(0, mostRefusedRows - before.refused)))
  await keepBatch(db, file, {
    batches: index + 1,
    rows: batch.rows,
    written: add(before, { ...wrote, refused: refused.length, earlier: 0 }),
  })
  return true
}

/** Payments wait while the invoices they might settle are compared and changed. */
async function planLocked(db: Db, session: Session, { reads }: Batch): Promise<Outcome[]> {
  const numbers = reads.flatMap((read) => (read.kind === 'invoice' ? [read.rows[0].row.number] : []))
  await lockLinesOf(db, session.legalEntity, numbers)
  return planBatch(db, session, reads)
}

const add = (a: Written, b: Written): Written => ({
  invoices: a.invoices + b.invoices,
  changedInvoices: a.changedInvoices + b.changedInvoices,
  customers: a.customers + b.customers,
  contacts: a.contacts + b.contacts,
  payments: a.payments + b.payments,
  refused: a.refused + b.refused,
  earlier: a.earlier + b.earlier,
})

/** A file that changed nothing leaves no line in the journal. */
async function end(db: Db, id: number, rows: number): Promise<void> {
  const file = await lockSourceFile(db, id)
  const written = { ...nothingWritten, ...file?.written }
  if (!file || (await endApplication(db, id, { rows, toFix: written.refused })) === 0) return
  const { refused, earlier: _earlier, ...wrote } = written
  if (Object.values(wrote).every((count) => count === 0)) return
  await recordInJournal(db, {
    act: 'imported',
    thing: 'source_file',
    thingId: id,
    details: { name: file.name, rows, refused, ...wrote },
  })
}
