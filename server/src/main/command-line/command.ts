import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Config } from '../../platform/config.ts'
import type { Database } from '../../platform/database/connection.ts'
import type { Secrets } from '../../platform/secrets.ts'
import type { Terminal } from './terminal.ts'

/** Done; done, and there is something to look at; could not. */
export type ExitCode = 0 | 1 | 2

/** What may follow a command. */
export interface Asked {
  /** The file, or the e-mail. */
  readonly what: string | undefined
  /** What a verb is about: `scenarios import FILE`. */
  readonly also?: string | undefined
  readonly json: boolean
  readonly dryRun: boolean
  readonly remove: boolean
  readonly organization: string | undefined
  /** Of an organisation to found. */
  readonly name?: string | undefined
  /** A file of commands, one a line. */
  readonly commands?: string | undefined
  /** The seal a legal file should have. */
  readonly seal?: string | undefined
  /** Of which bank account a statement is that names none: its IBAN, its number or its name. */
  readonly account?: string | undefined
  /** The one customer it is about: its code, or its name; of a pause, the number of the one invoice. */
  readonly customer?: string | undefined
  readonly invoice?: string | undefined
  /** What the day asks for counts as made, by other means. */
  readonly done?: boolean | undefined
  /** Of `reconcile`: lines of the past; a last day; verdicts; days to live one after the other. */
  readonly learn?: string | undefined
  readonly until?: string | undefined
  readonly confirm?: string | undefined
  readonly days?: string | undefined
  /** What is sure enough is applied. */
  readonly apply?: boolean | undefined
  /** As typed: read once the organisation's today is known. */
  readonly on: string | undefined
}

export interface Opened {
  readonly database: Database
  readonly secrets: Pick<Secrets, 'session'>
}

export interface Commanded extends Opened {
  readonly terminal: Terminal
  readonly asked: Asked
  readonly clock: Clock
  readonly config: Config
}

export type Command = (given: Commanded) => Promise<ExitCode>

/** An organisation a command works for. */
export interface Chosen {
  readonly id: number
  readonly name: string
  readonly isDemo: boolean
  readonly timeZone: string
  readonly today: CalendarDate
}

/** Why a command could not do what was asked, in a sentence for the person. */
export class CommandRefusal extends Error {
  override readonly name = 'CommandRefusal'
}
