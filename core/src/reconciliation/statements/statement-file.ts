import type { ReadingProblem } from '../../imports/reading-problem.ts'
import type { BankStatement } from './statement.ts'

export type StatementFormat = 'camt' | 'cfonb120' | 'mt940' | 'ofx' | 'csv'

/** What was left out or repaired while reading. Stable: programs may rest on them. */
export type StatementWarningCode =
  /** Left out: the lines that follow are named and are not in the statement. */
  | 'amountUnreadable'
  | 'amountMissing'
  | 'impossiblePrecision'
  | 'amountTooLarge'
  | 'dateUnreadable'
  | 'directionMissing'
  | 'lineUnreadable'
  | 'zeroLine'
  | 'notBooked'
  /** Kept, with a doubt. */
  | 'valueDateUnreadable'
  | 'currencyAssumed'
  | 'otherCurrency'
  | 'accountMissing'
  | 'accountDiffers'
  | 'balanceUnreadable'
  | 'balancesDoNotJoin'
  | 'detailsDoNotAddUp'
  | 'negativeAmount'
  | 'signsSettled'
  | 'unknownQualifier'
  | 'recordTooLong'
  | 'repairedText'
  | 'skippedFile'

export interface StatementWarning {
  readonly code: StatementWarningCode
  /** Physical line of the file, or number of the record where the file has no lines, from 1. */
  readonly line?: number
  readonly field?: string
  readonly value?: string
  /** Which file of an archive. */
  readonly file?: string
}

/** One statement, and beside it what `inspect` prints of it, named as in docs/formats.md. */
export interface StatementRead {
  readonly statement: BankStatement
  readonly facts: Readonly<Record<string, unknown>>
}

/** All that one text holds. `facts` are those of the file, `statements` are in its order. */
export interface StatementFile {
  readonly format: StatementFormat
  readonly version: string | null
  readonly facts: Readonly<Record<string, unknown>>
  readonly statements: readonly StatementRead[]
  readonly warnings: readonly StatementWarning[]
}

/** Statements of one text at most: fifty accounts, every day of a year. */
export const mostStatements = 20_000

/** A file that is broken as a whole: nothing of it is to be used. */
export interface StatementRefusal {
  readonly problem: ReadingProblem
}
