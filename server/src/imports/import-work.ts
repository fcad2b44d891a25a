import { asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, type Currency } from '@quittance/core/money/money.ts'
import type { FactsContext } from '../customers/facts-changed.ts'
import { type Clock, today } from '../platform/clock.ts'
import type { Database } from '../platform/database/connection.ts'
import { type Db, type Scope, transaction } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type { FolderTools } from './sources/watching/open-folder.ts'

/** A step by its key, or its level: 1 for the first step after the due date of the item's own scenario. */
export type ChasedUpTo = { readonly step: string } | { readonly level: number }

/** What reading and importing a file stand on; the acts of lower words come in as functions. */
export interface ImportWork extends FactsContext {
  readonly database: Database
  readonly clock: Clock
  /** Whether a file that begins with these bytes is a bank statement, which is no list of invoices. */
  readonly recognisesStatement: (head: Buffer) => boolean
  /** These open items, already late, were chased before Quittance up to this step, or so many steps after the due date. */
  readonly declareChased: (db: Db, items: readonly number[], upTo: ChasedUpTo) => Promise<void>
  /** Customers with open invoices of this source (null: of any) whose message waits for a person because of its age. */
  readonly waitingForSource: (db: Db, source: number | null) => Promise<number[]>
  readonly disputed: {
    /** The file says these open items are disputed: opens a dispute for each customer among them. Answers the disputes. */
    readonly note: (db: Db, items: readonly number[]) => Promise<number[]>
    /** The import is undone: the disputes it opened go with it. */
    readonly forget: (db: Db, disputes: readonly number[]) => Promise<void>
  }
}

/** Starts the work on a file; it may answer before the work is done. Called after the request's own transaction. */
export interface ImportJobs {
  check(organization: number, file: number): Promise<void>
  apply(organization: number, file: number): Promise<void>
}

/** What the routes of this word need, and what looking at watched folders does. */
export interface ImportsContext extends ImportWork, FolderTools {
  readonly importJobs: ImportJobs
  /** A file that came by itself waits: somebody gets a task. */
  readonly askToLook: (db: Db, source: { readonly name: string }, file: { readonly name: string }) => Promise<void>
  /** Keeps the bank statement that lies at `path`, each line once; throws `ReadingError` where it is broken. */
  readonly bringStatement: (importer: Importer, file: { readonly path: string; readonly name: string }) => Promise<void>
}

/** One organisation as the work on a file sees it. */
export interface Importer {
  readonly organization: number
  readonly today: CalendarDate
  readonly currency: Currency
  readonly language: Language
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>
}

/** All rights, in the name of `person` where somebody asked. */
export async function importerOf(
  { database, clock }: Pick<ImportWork, 'database' | 'clock'>,
  { organization, person, origin = 'job' }: Pick<Scope, 'origin' | 'person'> & { readonly organization: number },
): Promise<Importer> {
  const inTransaction = <T>(work: (db: Db) => Promise<T>): Promise<T> =>
    transaction(database.app, { organization, person, rights: 'all', origin }, work)
  const { zone, currency, language } = await inTransaction((db) =>
    db.one<{ zone: string; currency: string; language: Language }>(sql`
      select time_zone as zone, base_currency as currency, language from organization
      where organization_id = current_organization()`),
  )
  return {
    organization,
    today: asDate(today(clock, zone)),
    currency: asCurrency(currency),
    language,
    transaction: inTransaction,
  }
}
