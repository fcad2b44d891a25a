import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { BankLine, Books } from '@quittance/core/reconciliation/matching/books.ts'
import { openMatcher } from '@quittance/core/reconciliation/matching/open-matcher.ts'
import type { Verdict } from '@quittance/core/reconciliation/matching/proposal.ts'
import { openExactRule } from './exact-rule.ts'

/** Whatever decides on lines: the product's matching, or a rule to compare it with. */
export interface Matcher {
  propose(line: BankLine, on: CalendarDate): Verdict
  /** What is left of the items of a line applied by itself, so that the next line of the day does not find them. */
  settle?(changes: readonly { readonly item: number; readonly due: number; readonly on: CalendarDate }[]): void
}

/** Opened each bank day on the books of that morning. */
export type OpenMatcher = (books: Books) => Matcher

/** By the name it has on the command line. */
export const matchers: Readonly<Record<string, OpenMatcher>> = { quittance: openMatcher, exact: openExactRule }
