import type { BankLine, Books } from '@quittance/core/reconciliation/matching/books.ts'
import type { Proposal, Verdict } from '@quittance/core/reconciliation/matching/proposal.ts'

/** Whatever decides on lines: the product's matching, or a rule to compare it with. */
export interface Matcher {
  propose(line: BankLine): Verdict
  /** Told of what was applied by itself, so that the next line of the day does not find it again. */
  settle?(line: BankLine, proposal: Proposal): void
}

/** Opened each bank day on the books of that morning. */
export type OpenMatcher = (books: Books) => Matcher
