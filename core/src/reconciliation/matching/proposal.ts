import type { DifferenceReason } from '../../payments/difference.ts'

/** Quasi certain, Probable, À vérifier, À chercher. Two proposals that could both be true are never almost certain. */
export type Confidence = 'almostCertain' | 'probable' | 'toCheck' | 'toSearch'

/** What one bank line may be. Amounts are whole numbers of the smallest unit. */
export interface Proposal {
  readonly kind: 'paysItems' | 'alreadyRecorded' | 'customerCredit' | 'notACustomer'
  /** Who pays; null for a line that concerns no customer. Items may be those of the payer's children. */
  readonly customer: number | null
  /** A credit note deducted has a negative amount: allocations plus credit make the line's amount, to the cent. */
  readonly allocations: readonly ProposedAllocation[]
  /** What is left of the line: the customer's credit. Never negative. */
  readonly credit: number
  /** The recorded payments this line stands for ('alreadyRecorded' only). */
  readonly payments: readonly number[]
  readonly confidence: Confidence
  /** Chances in ten thousand that this is the right one, among all that was thought of. */
  readonly chances: number
  readonly evidence: readonly Evidence[]
}

export interface ProposedAllocation {
  readonly item: number
  readonly amount: number
  /** Closes the gap left on this item; null leaves it open. */
  readonly difference: { readonly reason: DifferenceReason; readonly amount: number } | null
}

/** Why, as data; `explain-evidence.ts` makes the sentence. `speaks` says whether it is for or against. */
export interface Evidence {
  readonly code: string
  readonly speaks: 'for' | 'against'
  readonly values: Readonly<Record<string, string | number>>
}

export interface Verdict {
  /** 'auto' may be applied by itself where the organisation has switched that on. */
  readonly decision: 'auto' | 'suggest' | 'none'
  /** Best first, at most five. */
  readonly proposals: readonly Proposal[]
  /** Customers whose reminders wait until the line is settled: it may well be their payment. */
  readonly mayConcern: readonly number[]
}
