import type { Proposal, Verdict } from '@quittance/core/reconciliation/matching/proposal.ts'
import type { Applied, KeptBooks } from './kept-books.ts'
import type { YearLine } from './year.ts'

/** What a matcher said of one line, held against the truth. */
export interface JudgedLine {
  readonly line: YearLine
  readonly verdict: Verdict
  readonly isAuto: boolean
  /** The first proposal, whether applied or not, pays the right invoices (or none where there is none). */
  readonly isFirstRight: boolean
  /** Applied by itself, to somebody who is not of the truth. */
  readonly wrongCustomer: boolean
  /** Of lines whose truth closes a gap, once the set is right: the reason is right too. Null where there is no gap. */
  readonly reasonRight: boolean | null
  readonly first: readonly Applied[]
  readonly chances: number
}

/** Holds a verdict against the truth, in the books as they stand before it is applied. */
export function judgeLine(line: YearLine, verdict: Verdict, books: KeptBooks): JudgedLine {
  const [proposal] = verdict.proposals
  const first = proposal === undefined ? [] : allocationsOf(proposal, books)
  const isAuto = verdict.decision === 'auto' && first.length > 0
  const isFirstRight = isRight(line, first, books)
  const owners = new Set(line.truth.customers)
  return {
    line,
    verdict,
    isAuto,
    isFirstRight,
    wrongCustomer: isAuto && first.some(({ invoice }) => !owners.has(books.ownerOf(invoice))),
    reasonRight: reasonRight(line, proposal, isFirstRight),
    first,
    chances: proposal?.chances ?? 0,
  }
}

export const allocationsOf = (proposal: Proposal, books: KeptBooks): Applied[] =>
  proposal.allocations.map(({ item, amount, difference }) => ({
    invoice: books.numberOf(item).id,
    amount,
    gap: difference?.amount ?? 0,
  }))

/**
 * The set of invoices is right, and the amounts of those a partial payment leaves open. Where two items of one
 * customer, of one amount, are not told apart by the text, either will do.
 */
function isRight(line: YearLine, first: readonly Applied[], books: KeptBooks): boolean {
  const { allocations } = line.truth
  const truth = new Map(allocations.map((one) => [one.invoice, one]))
  const surplus: Applied[] = []
  for (const given of first) {
    const meant = truth.get(given.invoice)
    if (meant === undefined) surplus.push(given)
    else if (!sameAmount(given, meant, books)) return false
    else truth.delete(given.invoice)
  }
  if (surplus.length !== truth.size) return false
  return surplus.every((given) => {
    const twin = [...truth.values()].find((meant) => areTwins(line, given, meant, books))
    if (twin === undefined) return false
    truth.delete(twin.invoice)
    return true
  })
}

/** Paid whole by both, or left open by both with the same amount. */
function sameAmount(given: Applied, meant: Applied, books: KeptBooks): boolean {
  const due = books.dueOf(meant.invoice)
  const leavesOpen = Math.abs(meant.amount + meant.gap) < Math.abs(due)
  return leavesOpen
    ? given.amount === meant.amount
    : Math.abs(given.amount + given.gap) >= Math.abs(due) - Math.abs(meant.gap)
}

const areTwins = (line: YearLine, given: Applied, meant: Applied, books: KeptBooks): boolean =>
  books.ownerOf(given.invoice) === books.ownerOf(meant.invoice) &&
  books.dueOf(given.invoice) === books.dueOf(meant.invoice) &&
  given.amount === meant.amount &&
  !line.told.includes(meant.invoice)

function reasonRight(line: YearLine, proposal: Proposal | undefined, isFirstRight: boolean): boolean | null {
  const { writeoff } = line.truth
  if (writeoff === null || !isFirstRight || proposal === undefined) return null
  const closed = proposal.allocations.flatMap(({ difference }) => difference ?? [])
  const sum = closed.reduce((total, { amount }) => total + amount, 0)
  return sum === writeoff.amount && closed.every(({ reason }) => reason === writeoff.reason)
}
