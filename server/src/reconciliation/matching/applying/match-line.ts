import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { FactsChanged } from '../../../customers/facts-changed.ts'
import { recordInJournal } from '../../../people/journal.ts'
import type { Db } from '../../../platform/database/db.ts'
import { AppError, found } from '../../../platform/http/app-error.ts'
import { type BooksChange, followedBy, type KeptBooks } from '../books/kept-books.ts'
import { dropHolds } from '../holds.ts'
import { duesOf, type LineRow, lockLine, setState } from '../line-queries.ts'
import { teach } from '../rules/teach.ts'
import { apply } from './apply.ts'
import { type Chosen, choose, duesAssumed, isProposed, type MatchAct, proposalChanged } from './choose-act.ts'
import { addMatch, addMatchPayments, keepOfMatch, type MatchRow, matchInForce } from './match-queries.ts'

export interface Matching {
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
  /** Nobody clicked. */
  readonly byItself?: boolean
  /** A verdict told in full: its gaps need no limit, and even "no customer" teaches. */
  readonly isVerdict?: boolean
  /** Books that follow what changes. */
  readonly kept?: KeptBooks
}

/**
 * Settles a line: payments and allocations, or the payments it stands for, or nobody's, or one of ours that came back. All
 * is locked and checked against the facts of now, in the caller's transaction. The same again changes nothing; another
 * answer for a settled line is refused with a sentence.
 */
export async function matchLine(db: Db, id: number, act: MatchAct, matching: Matching): Promise<void> {
  const line = found(await lockLine(db, id))
  const before = await matchInForce(db, id)
  if (before) return sameAgain(before, line, act)
  const { kept } = matching
  if (!kept) await settle(db, line, act, matching)
  else await followedBy(db, { of: line, kept }, async () => [await settle(db, line, act, matching)])
}

/** Writes what settles a line that is locked and waits, and answers what it changes in the books. */
export async function settle(db: Db, line: LineRow, act: MatchAct, matching: Matching): Promise<BooksChange> {
  const { id } = line
  const chosen = choose(act, line)
  await refuseOtherDues(db, duesAssumed(act, line))
  const kept = { chosen }
  const match = await addMatch(db, { line: id, kind: chosen.kind, byItself: matching.byItself ?? false, kept })
  const waited = await dropHolds(db, id)
  const isExplained = matching.isVerdict === true || isProposed(chosen, line)
  const applied = await apply(db, { line, match, chosen, isExplained }, matching)
  await addMatchPayments(db, match, applied.payments, applied.how)
  await keepOfMatch(db, match, { ...kept, ...applied.kept, ...(applied.truth && { truth: applied.truth }) })
  await setState(db, id, {
    state: chosen.kind === 'notACustomer' ? 'ignored' : 'matched',
    customer: applied.customers[0] ?? null,
  })
  if (!matching.byItself && !matching.isVerdict) await teach(db, line, { chosen, customers: applied.customers, act })
  await tell(db, line, { chosen, customers: applied.customers, byItself: matching.byItself ?? false })
  const stillWaiting = waited.filter((customer) => !applied.customers.includes(customer))
  if (stillWaiting.length > 0) await matching.factsChanged(db, stillWaiting)
  return {
    items: chosen.kind === 'paysItems' ? chosen.allocations.map(({ openItemId }) => openItemId) : applied.items,
    learnt: applied.truth && { line, ...applied.truth },
    isRecordedTouched: applied.how !== 'entered',
    on: line.bookedOn,
  }
}

/** Twice the same click is one. */
function sameAgain(match: MatchRow, line: LineRow, act: MatchAct): void {
  const before = JSON.stringify(match.proposal.chosen)
  const proposal = act.kind === 'proposal' ? line.proposals[act.rank] : undefined
  const again = act.kind === 'proposal' ? proposal && choose({ kind: 'proposal', rank: act.rank }, line) : act
  if (sorted(before) === sorted(JSON.stringify(again))) return
  throw new AppError('lineIsMatched', 409, {
    fr: `Cette ligne est déjà rapprochée${match.matchedBy ? ` par ${match.matchedBy}` : ''} : annulez d’abord ce rapprochement.`,
    en: `This line is matched already${match.matchedBy ? ` by ${match.matchedBy}` : ''}: undo that match first.`,
  })
}

/** JSON comes back from the database with its keys in another order. */
const sorted = (text: string | undefined): string =>
  text === undefined ? '' : JSON.stringify(JSON.parse(text), (_key, value) => inOrder(value))

const inOrder = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value

async function refuseOtherDues(db: Db, assumed: ReadonlyMap<number, number>): Promise<void> {
  if (assumed.size === 0) return
  const dues = await duesOf(db, [...assumed.keys()])
  for (const [item, due] of assumed) if (dues.get(item) !== due) throw proposalChanged()
}

async function tell(
  db: Db,
  line: LineRow,
  { chosen, customers, byItself }: { chosen: Chosen; customers: readonly number[]; byItself: boolean },
): Promise<void> {
  const { amount, currency, bookedOn, label } = line
  await recordInJournal(db, {
    act: byItself ? 'bankLine.matchedByItself' : 'bankLine.matched',
    thing: 'bankLine',
    thingId: line.id,
    ...(customers[0] !== undefined && { customerId: customers[0] }),
    details: { kind: chosen.kind, amount, currency, on: bookedOn, label: label.slice(0, 140) },
  })
}
