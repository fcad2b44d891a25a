import type { Payer } from './candidate-payers.ts'
import type { QuotesFound } from './find-quotes.ts'
import type { Hypothesis } from './hypotheses/hypothesis.ts'
import type { ItemBook } from './item-book.ts'
import type { ReadLine } from './read-line.ts'

/** What keeps a proposal from being applied by itself; the first that does is told. */
export type GateReason =
  | 'payerUnsure'
  | 'payerContradicted'
  | 'amountUnsure'
  | 'tooMuch'
  | 'quotedLeftOut'
  | 'quotedSettled'
  | 'quotedOther'
  | 'quotedUnknown'
  | 'paidBefore'
  | 'warning'
  | 'equallyGood'

export interface GateQuestion {
  readonly best: Hypothesis
  /** All that was thought of, best first. */
  readonly all: readonly Hypothesis[]
  readonly payers: readonly Payer[]
  readonly found: QuotesFound
  readonly read: ReadLine
  readonly book: ItemBook
}
