import type { Reading } from '@quittance/core/imports/row-cells.ts'
import { lockLinesOf } from '../../invoices/bulk-queries.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { customersTouchedBy } from '../changes-made.ts'
import { readingOf } from '../checking/recognise.ts'
import { applyCustomers } from '../customers/apply-customers.ts'
import { completeEInvoices } from '../e-invoices/complete-e-invoices.ts'
import { invoicesNumberedByFingerprint } from '../e-invoices/fingerprints.ts'
import { type Importer, type ImportWork, importerOf } from '../import-work.ts'
import { keepStop } from '../keep-stop.ts'
import { applyCreditNotes } from '../ledger/apply-credit-notes.ts'
import { applyLedgerPayments } from '../ledger/apply-payments.ts'
import { noteEntries, numberedAsKnown } from '../ledger/ledger-items.ts'
import { takeBackNotes } from '../ledger/take-back-notes.ts'
import { openSession } from '../planning/open-session.ts'
import { type Outcome, type Planned, planBatch, type Session } from '../planning/plan-batch.ts'
import { programOf } from '../pushing/sent-by-program.ts'
import { correctionsOf } from '../refused-rows.ts'
import { nothingWritten, type SourceFileRow, type Written } from '../source-file-row.ts'
import { endApplication, keepBatch, lockSourceFile, noteShare, sourceFile } from '../source-files.ts'
import { sourceIsFresh } from '../sources/source-is-fresh.ts'
import { noteStated } from '../sources/stated-invoices.ts'
import { type InvoiceRows, readHeld } from '../staging/read-rows.ts'
import { type HeldRow, invoicesAfter, sourceCustomers } from '../staging/source-rows.ts'
import { rowsLeft } from '../staging/summary.ts'
import { keepRefused } from './keep-refused.ts'
import { learnTerms } from './learn-terms.ts'
import { growing, lookAt } from './look-at-tables.ts'
import { undisturbed } from './undisturbed.ts'
import { workAhead } from './work-ahead.ts'
import { atOnce, type WorkShare, workShare } from './work-share.ts'
import { writeBatch } from './write-batch.ts'

/**
 * Imports the rows that are ready, a thousand invoices a transaction, then decides anew for the customers they touch.
 * Cut anywhere, the next run goes on after the last batch that is in; two at once do the work of one.
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
  try {
    await applyUndisturbed({ work, importer }, file)
  } catch (error) {
    await keepStop(importer, { file, during: 'application', error })
    throw error
  }
}

const applyUndisturbed = (application: Application, id: number): Promise<void> =>
  undisturbed(async () => {
    const file = await application.importer.transaction((db) => sourceFile(db, id))
    if (file?.state !== 'importing' || !file.columns || !file.mapping || !file.format) return
    const { columns, mapping, format } = file
    const reading = readingOf({ columns, mapping, format })
    if (format.list !== 'customers') return applyBatches(application, file, reading)
    const { importer } = application
    if (!(await applyCustomers(importer, file, reading))) return
    const share = workShare(file, { held: file.rowsTotal ?? 0, paid: 0, files: 0, bytes: 0 })
    await decideTouched(application, { file: id, others: [], share })
    await importer.transaction((db) => end(db, id))
  })

interface Application {
  readonly work: ImportWork
  readonly importer: Importer
}

async function applyBatches(application: Application, file: SourceFileRow, reading: Reading): Promise<void> {
  const { importer, work } = application
  const { language, today } = importer
  const { id, legalEntityId: legalEntity } = file
  const session = await importer.transaction(async (db) => {
    // A row may be of a customer whom only a later one names so that it can be made.
    const drafted = isListWithCodes(file) ? await sourceCustomers(db, id) : []
    return openSession(db, { legalEntity, language, today, reading, drafted })
  })
  const ahead = await importer.transaction((db) => workAhead(db, file))
  const share = workShare(file, ahead)
  const tell = (done: number): Promise<unknown> => importer.transaction((db) => noteShare(db, id, done))
  if (!(await applyRows(application, { file, session, share, held: ahead.held, tell }))) return
  if (file.ledger) {
    const lookAgain = (done: number): Promise<void> =>
      lookAt(work, growing.withPayments, (part) => tell(share.ofPayments(done, part)))
    await takeBackNotes(importer, session, file)
    await tell(share.ofPayments(0))
    if (!(await applyLedgerPayments(importer, session, file, { share, lookAgain }))) return
    await applyCreditNotes(importer, session, file)
  }
  if (!(await completeEInvoices(importer, file, share))) return
  await importer.transaction((db) => learnTerms(db, { file: id, language }))
  const others = await importer.transaction((db) => sourceIsFresh(db, application, file))
  await tell(share.ofSettled(0.6))
  await decideTouched(application, { file: id, others, share })
  await importer.transaction((db) => end(db, id))
}

const isListWithCodes = ({ ledger, mapping }: SourceFileRow): boolean =>
  !ledger && (mapping?.includes('customerCode') ?? false)

interface Rows {
  readonly file: SourceFileRow
  readonly session: Session
  readonly share: WorkShare
  readonly held: number
  /** Says which share is done. */
  readonly tell: (share: number) => Promise<unknown>
}

/** False when another run does this. */
async function applyRows(application: Application, { file, session, share, held, tell }: Rows): Promise<boolean> {
  const { importer, work } = application
  const count = atOnce(held)
  let rows = file.rowsRead - rowsOutOf(file, held)
  let doneTo = file.doneTo
  await tell(share.ofRows({ customers: 0, payments: 0, ...file.written, rows }))
  let next = readAhead(application, session, { file: file.id, after: doneTo, count })
  let lookAgainAt = 1
  for (let index = 1; ; index++) {
    const batch = await next
    if (batch.rows.length === 0) return true
    next = readAhead(application, session, { file: file.id, after: batch.last, count })
    rows += batch.rows.length
    const step = { session, file: file.id, batch, from: doneTo, share, rowsDone: rows }
    const written = await importer
      .transaction((db) => applyBatch(db, application, step))
      .catch(async (error: unknown) => {
        await next.catch(() => undefined)
        throw error
      })
    if (!written) {
      await next
      return false
    }
    doneTo = batch.last
    if (index !== lookAgainAt) continue
    await lookAt(work, growing.withRows, (part) => tell(share.ofRows({ ...written, rows }, part)))
    lookAgainAt *= 4
  }
}

/** Rows that cannot go in count as done from the start. */
const rowsOutOf = ({ rowsTotal, ledger }: SourceFileRow, held: number): number =>
  (rowsTotal ?? held) - held - (ledger?.payments ?? 0)

interface Batch {
  readonly rows: readonly HeldRow[]
  readonly invoices: readonly InvoiceRows[]
  /** First line of the last of its invoices. */
  readonly last: number
}

/** The rows do not change while their file goes in: the next ones are read while the database writes these. */
async function readAhead(
  { importer }: Application,
  { reading }: Session,
  { file, after, count }: { readonly file: number; readonly after: number; readonly count: number },
): Promise<Batch> {
  const { rows, typed } = await importer.transaction(async (db) => {
    const held = await invoicesAfter(db, file, after, count)
    const lines = held.map(({ line }) => line)
    return { rows: held, typed: await correctionsOf(db, file, lines) }
  })
  return { rows, invoices: readHeld(rows, reading, typed), last: rows.at(-1)?.firstLine ?? after }
}

interface Step {
  readonly session: Session
  readonly file: number
  readonly batch: Batch
  readonly from: number
  readonly share: WorkShare
  /** Rows that are in once this batch is. */
  readonly rowsDone: number
}

/** What is written so far; null when another run has done this batch: it has the rest too. */
async function applyBatch(
  db: Db,
  { work, importer }: Application,
  { session, file, batch, from, share, rowsDone }: Step,
): Promise<Written | null> {
  const now = await lockSourceFile(db, file)
  if (now?.state !== 'importing' || now.doneTo !== from) return null
  const { legalEntity } = session
  const stated = await invoicesNumberedByFingerprint(db, legalEntity, batch.invoices)
  const invoices = await numberedAsKnown(db, { legalEntity, file }, stated)
  const outcomes = await planLocked(db, session, invoices)
  const planned = outcomes.filter((outcome): outcome is Planned => outcome.kind === 'planned')
  const wrote = await writeBatch(
    db,
    {
      work,
      session,
      file,
      fileName: now.name,
      source: now.sourceId,
      chasedUpTo: now.chasedUpTo,
      today: importer.today,
    },
    planned,
  )
  await noteStated(db, now, numbersOf(invoices))
  await noteEntries(db, { legalEntity, file }, entriesOf(planned))
  const refused = outcomes.flatMap((outcome) => (outcome.kind === 'refused' ? outcome.refused : []))
  await keepRefused(db, file, batch.rows, refused)
  const written = add({ ...nothingWritten, ...now.written }, wrote)
  await keepBatch(db, file, {
    doneTo: batch.last,
    rows: batch.rows.length,
    share: share.ofRows({ rows: rowsDone, customers: written.customers, payments: written.payments }),
    written,
  })
  return written
}

const numbersOf = (invoices: readonly InvoiceRows[]): string[] => invoices.map(([first]) => first.row.number)

const entriesOf = (planned: readonly Planned[]): { key: string; number: string; isOpening: boolean }[] =>
  planned.flatMap(({ rows }) =>
    rows.flatMap(({ row: { ledgerKey: key, number, carriedOn } }) =>
      key ? [{ key, number, isOpening: carriedOn !== undefined }] : [],
    ),
  )

/** Payments wait while the invoices they might settle are compared and changed. */
async function planLocked(db: Db, session: Session, invoices: readonly InvoiceRows[]): Promise<Outcome[]> {
  await lockLinesOf(db, session.legalEntity, numbersOf(invoices))
  return planBatch(db, session, invoices)
}

const add = (a: Written, b: Omit<Written, 'earlier'>): Written => ({
  invoices: a.invoices + b.invoices,
  changedInvoices: a.changedInvoices + b.changedInvoices,
  customers: a.customers + b.customers,
  changedCustomers: a.changedCustomers + b.changedCustomers,
  contacts: a.contacts + b.contacts,
  payments: a.payments + b.payments,
  files: a.files + b.files,
  earlier: a.earlier,
})

/** Decided for in one transaction at most: so many customers, and about so many due lines of theirs. */
const mostAtOnce = { customers: 500, rows: 1500 }

/** Fewer where there are few, so that the bar moves. */
const fewAtOnce = (customers: number): number => Math.max(25, Math.ceil(customers / 60))

/** Transactions side by side: one customer is in one of them only. */
const sideBySide = 2

/** Once all is in, not after each batch: a customer of many invoices is decided for once. */
async function decideTouched(
  { work, importer }: Application,
  { file, others, share }: { readonly file: number; readonly others: readonly number[]; readonly share: WorkShare },
): Promise<void> {
  const touched = await importer.transaction((db) => customersTouchedBy(db, file))
  const { invoices } = await importer.transaction((db) => rowsLeft(db, file))
  const customers = [...new Set([...touched, ...others])].sort((a, b) => a - b)
  const crowded = Math.ceil((mostAtOnce.rows * customers.length) / Math.max(1, invoices))
  const customersAtOnce = Math.min(mostAtOnce.customers, crowded, fewAtOnce(customers.length))
  const decide = (from: number): Promise<void> =>
    importer.transaction(async (db) => {
      const some = customers.slice(from, from + customersAtOnce)
      if (some.length > 0) await work.factsChanged(db, some)
    })
  const step = customersAtOnce * sideBySide
  // Half a step ahead, so that the bar is never a whole one behind.
  const tell = (done: number): Promise<unknown> =>
    importer.transaction((db) =>
      noteShare(db, file, share.ofDecisions(Math.min(1, (done + step / 2) / customers.length))),
    )
  if (customers.length > 0) await tell(0)
  let lookAgainAt = step
  for (let from = 0; from < customers.length; from += step) {
    await allDone(Array.from({ length: sideBySide }, (_, lane) => decide(from + lane * customersAtOnce)))
    await tell(from + step)
    if (from + step < lookAgainAt || customers.length <= lookAgainAt) continue
    await lookAt(work, growing.withDecisions)
    lookAgainAt *= 4
  }
}

/** Waits for all of them also when one fails, so that none goes on unheard. */
async function allDone(works: readonly Promise<void>[]): Promise<void> {
  const ends = await Promise.allSettled(works)
  const failure = ends.find((end) => end.status === 'rejected')
  if (failure) throw failure.reason
}

/** A file that changed nothing leaves no line in the journal. */
async function end(db: Db, id: number): Promise<void> {
  const file = await lockSourceFile(db, id)
  if (file?.state !== 'importing') return
  const { earlier: _earlier, ...wrote } = { ...nothingWritten, ...file.written }
  const { refused, invoices } = await rowsLeft(db, id)
  const isOfCustomers = file.format?.list === 'customers'
  const unchanged = invoices - wrote.invoices - wrote.changedInvoices
  const { customers: added, changedCustomers: changed } = wrote
  await endApplication(db, id, {
    toFix: refused,
    newInvoices: wrote.invoices,
    changedInvoices: wrote.changedInvoices,
    unchangedInvoices: isOfCustomers ? 0 : unchanged,
    newCustomers: added,
    ...(isOfCustomers && { customers: { added, changed, unchanged: Math.max(0, invoices - added - changed) } }),
  })
  if (Object.values(wrote).every((count) => count === 0)) return
  const details = { name: file.name, rows: file.rowsTotal ?? 0, refused, ...wrote, ...(await programOf(db, id)) }
  await recordInJournal(db, { act: 'imported', thing: 'source_file', thingId: id, details })
}
