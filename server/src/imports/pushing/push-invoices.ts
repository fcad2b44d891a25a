import { pushedReading } from '@quittance/core/imports/pushed-invoice.ts'
import { lockLinesOf } from '../../invoices/bulk-queries.ts'
import type { Db } from '../../platform/database/db.ts'
import type { KeyBearer } from '../../platform/http/serve.ts'
import { undisturbed } from '../applying/undisturbed.ts'
import { writeBatch } from '../applying/write-batch.ts'
import { lastChangeOf } from '../changes-made.ts'
import { type Importer, type ImportWork, importerOf } from '../import-work.ts'
import { refuseWhileAnother, waitForTurn } from '../one-at-a-time.ts'
import { openSession } from '../planning/open-session.ts'
import { planBatch, type Session } from '../planning/plan-batch.ts'
import { forgetEarlier, lastLine, openDayFile } from './day-file.ts'
import { endPush } from './end-push.ts'
import { identifiersOf, keepIdentifiers } from './identifiers.ts'
import { type Came, keepRows } from './keep-rows.ts'
import { type Item, type ReadItem, readItems, refuseSwapped } from './read-items.ts'

export interface Pushing {
  readonly work: ImportWork
  readonly organization: number
  readonly key: KeyBearer
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>
}

export interface Pushed {
  /** The day's file. */
  readonly file: number
  /** In the order of the items. */
  readonly came: readonly Came[]
}

/**
 * Brings in what a program pushes, by the rules of a file: all items in one transaction, each whole or refused. The same
 * again changes nothing. Throws AppError 409 while a file is on its way in.
 */
export async function pushInvoices(pushing: Pushing, items: readonly Item[]): Promise<Pushed> {
  const { work, organization, transaction } = pushing
  const importer = { ...(await importerOf(work, { organization, person: null, origin: 'api' })), transaction }
  return undisturbed(() => transaction((db) => push(db, { ...pushing, importer }, items)))
}

async function push(
  db: Db,
  { work, key, importer }: Pushing & { readonly importer: Importer },
  items: readonly Item[],
): Promise<Pushed> {
  const { today, language, currency } = importer
  const legalEntity = key.legalEntity
  await waitForTurn(db)
  await refuseWhileAnother(db)
  const file = await openDayFile(db, { key, today, language, currency })
  const externalIds = items.map(({ externalId }) => externalId)
  await forgetEarlier(db, file.id, externalIds)
  const reading = pushedReading(currency)
  const session = await openSession(db, { legalEntity, language, today, reading, drafted: [] })
  const numbers = items.map(({ invoice }) => invoice.number.trim())
  const known = await identifiersOf(db, legalEntity, { externalIds, numbers })
  const read = refuseSwapped(readItems(items, reading, await lastLine(db, file.id)), { known, apiKey: key.id })
  const came = await planItems(db, session, read)
  const planned = came.flatMap(({ outcome }) => (outcome?.kind === 'planned' ? [outcome] : []))
  const lastChange = await lastChangeOf(db, file.id)
  const target = { work, session, file: file.id, fileName: file.name, source: file.sourceId, chasedUpTo: null, today }
  const wrote = await writeBatch(db, target, planned)
  await keepIdentifiers(db, { legalEntity, apiKey: key.id }, came.flatMap(identified))
  await keepRows(db, session, file.id, came)
  const refused = came.length - planned.length
  await endPush(db, { work, file, wrote, lastChange, numbers, items: items.length, refused })
  return { file: file.id, came }
}

const identified = ({ read, outcome }: Came): { externalId: string; number: string }[] =>
  outcome?.kind === 'planned' ? [{ externalId: read.item.externalId, number: outcome.row.number }] : []

/** Payments wait while the invoices they might settle are compared and changed. */
async function planItems(db: Db, session: Session, read: readonly ReadItem[]): Promise<Came[]> {
  const ready = read.flatMap(({ invoice }) => (invoice ? [invoice.rows] : []))
  const numbers = ready.map(([first]) => first.row.number)
  await lockLinesOf(db, session.legalEntity, numbers)
  const outcomes = (await planBatch(db, session, ready)).values()
  return read.map((one) => ({ read: one, outcome: one.invoice ? (outcomes.next().value ?? null) : null }))
}
