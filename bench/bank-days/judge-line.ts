import type { BankLine } from '@quittance/core/reconciliation/matching/books.ts'
import type { Proposal, Verdict } from '@quittance/core/reconciliation/matching/proposal.ts'
import type { Applied, KeptBooks } from './kept-books.ts'
import type { Swap } from './twins.ts'
import type { TrueAllocation, YearLine } from './year.ts'

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
  /** Twins that stand for each other in `first`. */
  readonly swaps: readonly Swap[]
  readonly chances: number
}

export interface Against {
  /** As they stand before the verdict is applied. */
  readonly books: KeptBooks
  /** The line as the bank's format let it through. */
  readonly read: BankLine
}

/** Holds a verdict against the truth. */
export function judgeLine(line: YearLine, verdict: Verdict, { books, read }: Against): JudgedLine {
  const [proposal] = verdict.proposals
  const first = proposal === undefined ? [] : allocationsOf(proposal, books)
  const isAuto = verdict.decision === 'auto' && first.length > 0
  const swaps = heldAgainstTruth(line, first, { books, read })
  const isFirstRight = swaps !== null
  const owners = new Set(line.truth.customers)
  return {
    line,
    verdict,
    isAuto,
    isFirstRight,
    wrongCustomer: isAuto && first.some(({ invoice }) => !owners.has(books.ownerOf(invoice))),
    reasonRight: reasonRight(line, proposal, isFirstRight),
    first,
    swaps: swaps ?? [],
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
 * customer, of one amount, are not told apart by the text, either will do: these are returned. Null when it is wrong.
 */
function heldAgainstTruth(line: YearLine, first: readonly Applied[], { books, read }: Against): Swap[] | null {
  const told = toldBy(read, line)
  const { allocations } = line.truth
  const truth = new Map(allocations.map((one) => [one.invoice, one]))
  const surplus: Applied[] = []
  for (const given of first) {
    const meant = truth.get(given.invoice)
    if (meant === undefined) surplus.push(given)
    else if (!sameAmount(given, meant)) return null
    else truth.delete(given.invoice)
  }
  const swaps: Swap[] = []
  for (const given of surplus) {
    const twin = [...truth.values()].find((meant) => !told.has(meant.invoice) && areTwins(given, meant, books))
    if (twin === undefined) return null
    truth.delete(twin.invoice)
    swaps.push({ given: given.invoice, meant: twin.invoice })
  }
  return truth.size === 0 ? swaps : null
}

/** Of a part the amount counts; what the truth pays whole may be larger in books where a part went by unseen. */
const sameAmount = (given: Applied, meant: TrueAllocation): boolean =>
  meant.leavesOpen
    ? given.amount === meant.amount
    : Math.abs(given.amount + given.gap) >= Math.abs(meant.amount + meant.gap) - Math.abs(meant.gap)

const areTwins = (given: Applied, meant: TrueAllocation, books: KeptBooks): boolean =>
  books.ownerOf(given.invoice) === books.ownerOf(meant.invoice) &&
  books.dueOf(given.invoice) === books.dueOf(meant.invoice) &&
  given.amount === meant.amount

/** Invoices the text tells in spite of what the format cut off. */
function toldBy(read: BankLine, line: YearLine): Set<string> {
  const said = [read.label, read.remittance, read.endToEndId ?? '', ...read.documents].join(' ').toUpperCase()
  return new Set(line.told.filter(({ by }) => said.includes(by)).map(({ invoice }) => invoice))
}

function reasonRight(line: YearLine, proposal: Proposal | undefined, isFirstRight: boolean): boolean | null {
  const { writeoff } = line.truth
  if (writeoff === null || !isFirstRight || proposal === undefined) return null
  const closed = proposal.allocations.flatMap(({ difference }) => difference ?? [])
  const sum = closed.reduce((total, { amount }) => total + amount, 0)
  return sum === writeoff.amount && closed.every(({ reason }) => reason === writeoff.reason)
}
