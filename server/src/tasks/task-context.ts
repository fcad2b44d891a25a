import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { WriteOffReason } from '@quittance/core/tasks/decision.ts'
import type { CopyFacts } from '@quittance/core/tasks/what-follows.ts'
import type { FactsContext } from '../customers/facts-changed.ts'
import type { Db } from '../platform/database/db.ts'
import type { HandoverTold } from './outcome.ts'

interface About {
  readonly customer: number
  readonly items: readonly number[]
}

/** A call, with what decides of the words to say. */
export interface AskedScript extends About {
  readonly legalEntity: number | null
  readonly step: string | null
  readonly contact: {
    readonly civility: 'Mme' | 'M.' | null
    readonly firstName: string | null
    readonly lastName: string | null
  } | null
  readonly brokenInstalment: CalendarDate | null
  /** A formal notice was given and stands. */
  readonly isNoticed: boolean
  /** The customer said it was paid, and nothing came. */
  readonly isPaymentMissing: boolean
}

/** What is asked about several calls, once what is known of the organisation was read. */
export interface CallDesk {
  /** What to say in a call, line by line, in the language of the customer. */
  script(db: Db, asked: AskedScript): Promise<CallScript>
  /** Which of the invoices have a PDF, and whether a copy of them would leave at once. */
  copyFacts(db: Db, about: About): Promise<CopyFacts>
}

export interface CallScript {
  readonly lines: readonly string[]
  /** Written by the organisation, for the step or for its tone. */
  readonly isOwn: boolean
  /** The customer's; null where there is nothing to ask for. */
  readonly language: Language | null
}

/** Acts of the dunning word that ending a task asks for; tasks stand above it and only know these shapes. */
export interface TaskContext extends FactsContext {
  /** Milliseconds since 1970, by the clock of the installation: when a task was ended. */
  nowMs(): number
  /** The rungs of the task's items are climbed: done, or set aside by a person. */
  climbWithTask(db: Db, task: number, how: 'done' | 'setAside', on: CalendarDate): Promise<void>
  /** Undo of the above. */
  climbDown(db: Db, task: number): Promise<void>
  /** The letter of a letter task as a PDF; null for a task that has none. */
  letterOf(db: Db, task: number): Promise<{ readonly name: string; readonly pdf: Buffer } | null>
  /** Why the step of this customer is due, in one sentence. */
  whyOf(db: Db, customer: number, language: Language): Promise<string | null>
  /** Somebody else has the file from `on` on; answers the hand-over. */
  handOver(db: Db, given: About & HandoverTold & { note: string | null; on: CalendarDate }): Promise<number>
  endHandover(db: Db, handover: number, on: CalendarDate): Promise<void>
  /** These items are given up; answers the write-offs. */
  writeOff(db: Db, given: About & { reason: WriteOffReason; note: string | null; on: CalendarDate }): Promise<number[]>
  endWriteOff(db: Db, writeOff: number): Promise<void>
  /** Reads what is known of the organisation: once for a sheet of calls, not for each. */
  callDesk(db: Db): Promise<CallDesk>
  /** Copies of the invoices, one message for each firm, for those that have a PDF; answers the messages. */
  prepareCopy(db: Db, about: About): Promise<number[]>
  /** Those that have not left yet do not leave. */
  takeCopyBack(db: Db, messages: readonly number[]): Promise<void>
}
