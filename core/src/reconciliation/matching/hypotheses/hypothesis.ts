import type { Payer } from '../candidate-payers.ts'
import type { Quote, QuoteManner } from '../find-quotes.ts'
import type { BookedInvoice, OpenItem } from '../item-book.ts'
import type { Habits } from '../learn.ts'
import type { ReadLine } from '../read-line.ts'
import type { Field } from '../read-text.ts'
import type { Weight } from '../weight.ts'

export interface ItemQuote {
  readonly manner: QuoteManner | 'tail' | 'list' | 'range' | 'nearly' | 'day' | 'month' | 'cut'
  readonly weight: Weight
  readonly written: string
  readonly field: Field
  readonly from: number
  readonly to: number
}

/** An open item that the payer may have meant. */
export interface PoolItem {
  readonly item: OpenItem
  /** What is left of it, negative for a credit note. */
  readonly face: number
  /** The same less the discount agreed, where the line came in time for it. */
  readonly net: number
  /** Days after the last one of that discount, banks being slow; zero in time or without one. */
  readonly discountLate: number
  /** Zero for one that is due, less for one that is early or long overdue. */
  readonly timing: Weight
  readonly quote: ItemQuote | null
}

/** One payer, and what he or his children owe on that day. */
export interface Case {
  readonly payer: Payer
  readonly read: ReadLine
  readonly withChildren: boolean
  /** Oldest due date first. */
  readonly pool: readonly PoolItem[]
  /** Quoted in full or nearly so, settled, or owed by strangers: nothing this payer could pay. */
  readonly quotedElsewhere: readonly Quote[]
  /** Settled invoices whose last digits stand in the text, where no open one has them. */
  readonly settledTails: readonly BookedInvoice[]
  /** Short numbers that are no invoice's of this payer. */
  readonly unexplained: number
  /** One of them is called an invoice, or is the end of a stranger's. */
  readonly isNamedElse: boolean
  /** Days since this payer last paid this very amount; null when he never did. */
  readonly paidDaysAgo: number | null
  readonly habits: Habits
  /** How surprising this amount would be of a payment for something else. */
  readonly surprise: Weight
  /** The same for one item alone: an amount of the price list is no surprise. */
  readonly surpriseOfOne: Weight
  /** Money crosses a border: banks on the way may have taken something. */
  readonly isForeign: boolean
}

/** How a set of items was thought of. */
export type SetManner =
  | 'one'
  | 'quoted'
  | 'quotedAndMore'
  | 'someQuoted'
  | 'month'
  | 'allDue'
  | 'all'
  | 'oldest'
  | 'run'
  | 'butOne'
  | 'sum'

export interface ItemSet {
  readonly items: readonly PoolItem[]
  readonly manner: SetManner
  /** Of choosing this set among all a payer could choose. */
  readonly choice: Weight
  /** How many sets come to the same amount; 1 where it was not found by its amount. */
  readonly ways: number
}

/** How the amount of the line fits what is due of the set. */
export type AmountFit = 'exact' | 'discount' | 'bankFee' | 'rounding' | 'retention' | 'partial' | 'tooMuch'

export interface Take {
  readonly pool: PoolItem
  readonly amount: number
  readonly difference: { readonly reason: 'discount' | 'bankFee' | 'rounding'; readonly amount: number } | null
}

export interface Hypothesis {
  readonly kind: 'paysItems' | 'alreadyRecorded' | 'customerCredit' | 'notACustomer'
  readonly case: Case | null
  readonly payer: Payer | null
  readonly set: ItemSet | null
  readonly fit: AmountFit | null
  readonly takes: readonly Take[]
  readonly credit: number
  readonly payments: readonly number[]
  readonly weight: Weight
  /** Of nobody's line: how many such lines were nobody's before. */
  readonly before?: number
}

/** A number that could hardly stand there by chance. */
export const isStrong = ({ manner }: Pick<ItemQuote, 'manner'>): boolean =>
  manner === 'full' || manner === 'digits' || manner === 'paymentReference' || manner === 'orderNumber'
