import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Confidence } from '@quittance/core/imports/detect-columns.ts'
import type { Field, Mapping, Need } from '@quittance/core/imports/fields.ts'
import type { RefusedKind } from '@quittance/core/imports/file-messages.ts'
import type { DetectedFormats } from '@quittance/core/imports/formats.ts'
import type { ReadingProblem } from '@quittance/core/imports/reading-problem.ts'
import type { KeptLedger } from './ledger/keep-ledger.ts'
import type { ReadOtherwise } from './read-otherwise.ts'
import type { Separator } from './reading/separator.ts'
import type { TableFormat } from './reading/table.ts'
import type { ImportSummary } from './staging/summary.ts'

export type State = 'checking' | 'checked' | 'importing' | 'imported' | 'failed' | 'undone'

/** What a person said in place of what was found. */
export interface Choices {
  /** By column position; null leaves the column out. */
  readonly fields?: Readonly<Record<string, Field | null>>
  readonly encoding?: string
  readonly separator?: Separator
  readonly sheet?: string
  readonly decimal?: ',' | '.'
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd'
}

export type KnownFormat = TableFormat &
  DetectedFormats & {
    readonly isRemembered: boolean
    /** What its rows are about; absent: invoices. */
    readonly list?: 'customers'
    /** Absent in files checked before it was kept. */
    readonly otherwise?: ReadOtherwise
  }

export interface KnownColumn {
  readonly header: string
  readonly samples: readonly string[]
  readonly confidence: Confidence
}

/** Why a file does not go in as it is. */
export type FileError =
  | { readonly kind: 'unreadable'; readonly problem: ReadingProblem }
  | { readonly kind: 'notInvoices'; readonly fileKind: RefusedKind }
  | { readonly kind: 'missing'; readonly need: Need }
  /** A ledger of a later year is in, and carried over what this one would tell again. */
  | { readonly kind: 'olderLedger'; readonly later: string }
  /** The year before is in up to a day only, and this one carries over sums without their invoices. Cents. */
  | {
      readonly kind: 'partLedger'
      readonly before: string
      readonly upTo: CalendarDate
      readonly known: number
      readonly carried: number
    }
  /** Our side broke off; what is in stays in. */
  | { readonly kind: 'stopped'; readonly during: 'check' | 'application' }

export interface PreviewRow {
  readonly line: number
  readonly invoiceNumber: string
  readonly customerName: string
  readonly issueDate: string | null
  readonly dueDate: string | null
  readonly total: { readonly amount: number; readonly currency: string }
  readonly amountDue: { readonly amount: number; readonly currency: string }
}

export type KeptSummary = ImportSummary & { readonly preview: readonly PreviewRow[] }

/** What an application wrote, over all its batches. */
export interface Written {
  readonly invoices: number
  readonly changedInvoices: number
  readonly customers: number
  readonly changedCustomers: number
  readonly contacts: number
  readonly payments: number
  /** Invoices that got their PDF. */
  readonly files: number
  /** Invoices that earlier applications of the same file brought in. */
  readonly earlier: number
}

export const nothingWritten: Written = {
  invoices: 0,
  changedInvoices: 0,
  customers: 0,
  changedCustomers: 0,
  contacts: 0,
  payments: 0,
  files: 0,
  earlier: 0,
}

export interface SourceFileRow {
  readonly id: number
  readonly legalEntityId: number
  readonly name: string
  readonly size: number
  readonly state: State
  readonly revision: number
  readonly choices: Choices
  readonly format: KnownFormat | null
  readonly columns: readonly KnownColumn[] | null
  readonly mapping: Mapping | null
  readonly signature: string | null
  readonly rowsRead: number
  readonly rowsTotal: number | null
  /** Of the work under way, 0 to 1. */
  readonly share: number
  readonly summary: KeptSummary | null
  readonly error: FileError | null
  readonly chasedUpTo: string | null
  readonly uploadedBy: number | null
  readonly uploadedAt: string
  /** Line up to which rows are read, or in. */
  readonly doneTo: number
  readonly written: Partial<Written>
  readonly appliedBy: number | null
  readonly importedAt: string | null
  readonly undoneAt: string | null
  /** Where it comes from; null for one dropped by hand of which nothing is in yet. */
  readonly sourceId: number | null
  /** Totals of a ledger; null for other files. */
  readonly ledger: KeptLedger | null
  /** Line up to which its payments are in. */
  readonly paymentsDoneTo: number
}
