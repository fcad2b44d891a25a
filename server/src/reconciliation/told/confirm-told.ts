import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { FactsChanged } from '../../customers/facts-changed.ts'
import type { Db } from '../../platform/database/db.ts'
import { AppError } from '../../platform/http/app-error.ts'
import type { Chosen } from '../matching/applying/choose-act.ts'
import { matchLine } from '../matching/applying/match-line.ts'
import { type MatchRow, matchInForce } from '../matching/applying/match-queries.ts'
import { undoMatch } from '../matching/applying/undo-match.ts'
import type { KeptBooks } from '../matching/books/kept-books.ts'
import { shareVerdict } from './share-verdict.ts'
import type { ToldLine } from './told-line.ts'
import { customersByCode, itemsByNumber, linesNamed, type NamedLine } from './told-queries.ts'

export interface Confirming {
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
  readonly kept: KeptBooks
}

export interface Confirmed {
  /** Lines that were applied as the verdict says. */
  readonly right: number
  /** Lines that were applied otherwise and now are as it says. */
  readonly replaced: number
  /** Lines that waited and are settled now. */
  readonly settled: number
  /** What could not be done, in sentences, by line. */
  readonly problems: readonly { readonly lineId: string; readonly sentence: { fr: string; en: string } }[]
}

type InTransaction = <T>(work: (db: Db) => Promise<T>) => Promise<T>

/**
 * A person's verdicts on lines: what was applied otherwise is taken back first, all of it, for one wrong line may hold what
 * another one pays; then each line is settled as told. What is told is learnt. Twice is once.
 */
export async function confirmTold(
  inTransaction: InTransaction,
  told: readonly ToldLine[],
  confirming: Confirming,
): Promise<Confirmed> {
  const problems: { lineId: string; sentence: { fr: string; en: string } }[] = []
  const found = await inTransaction((db) => findLines(db, told))
  const toSettle: { line: NamedLine; verdict: ToldLine }[] = []
  let [right, replaced, settled] = [0, 0, 0]
  for (const verdict of told) {
    const line = found.get(verdict)
    if (!line) {
      problems.push({ lineId: verdict.lineId, sentence: noSuchLine })
      continue
    }
    const was = await inTransaction((db) => clear(db, line, verdict, confirming))
    if (was === 'right') right += 1
    else toSettle.push({ line, verdict })
    if (was === 'other') replaced += 1
    if (was === 'waiting') settled += 1
  }
  for (const { line, verdict } of toSettle) {
    try {
      await inTransaction((db) => settle(db, line, verdict, confirming))
      if (isMoreThan(line, verdict)) problems.push({ lineId: verdict.lineId, sentence: moreThanLine })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      problems.push({ lineId: verdict.lineId, sentence: error.sentence })
    }
  }
  return { right, replaced, settled, problems }
}

/** The line each verdict is about: where the bank repeats a reference, the one of that day and amount. */
async function findLines(db: Db, told: readonly ToldLine[]): Promise<ReadonlyMap<ToldLine, NamedLine>> {
  const lines = await linesNamed(db, [...new Set(told.map(({ lineId }) => lineId))])
  const byName = Map.groupBy(lines, ({ id, reference }) => reference ?? `#${id}`)
  const found = new Map<ToldLine, NamedLine>()
  for (const verdict of told) {
    const all = byName.get(verdict.lineId) ?? lines.filter(({ id }) => `#${id}` === verdict.lineId)
    const fits = all.find(
      (line) =>
        (verdict.on === null || line.bookedOn === verdict.on) &&
        (verdict.amount === null || line.amount === verdict.amount),
    )
    const line = fits ?? all[0]
    if (line) found.set(verdict, line)
  }
  return found
}

/** Takes back what stands and is not what was said. */
async function clear(
  db: Db,
  line: NamedLine,
  verdict: ToldLine,
  { today, factsChanged }: Confirming,
): Promise<'right' | 'other' | 'waiting'> {
  const match = await matchInForce(db, line.id)
  if (!match) return 'waiting'
  // That a payment came back pays no invoice, which is all a verdict can say of it.
  const isReturn = match.kind === 'returned' && verdict.allocations.length === 0
  if (isReturn || (await saysTheSame(db, match, verdict))) return 'right'
  await undoMatch(db, line.id, { today, factsChanged, isReplaced: true })
  return 'other'
}

async function saysTheSame(db: Db, { kind, proposal }: MatchRow, verdict: ToldLine): Promise<boolean> {
  if (verdict.allocations.length === 0) {
    const isCredit = verdict.customers.length === 1
    return isCredit ? kind === 'customerCredit' || kind === 'alreadyRecorded' : kind === 'notACustomer'
  }
  const { truth } = proposal
  if (kind !== 'paysItems' || !truth) return false
  const numbers = verdict.allocations.map(({ invoice }) => invoice)
  const isCreditNote = new Set(
    (await itemsByNumber(db, numbers)).filter(({ amount }) => amount < 0).map(({ number }) => number),
  )
  const was = new Map<string, number>()
  for (const one of truth.allocations) was.set(one.invoiceNumber, (was.get(one.invoiceNumber) ?? 0) + one.amount)
  const gap = truth.difference?.amount ?? 0
  const isGapTold = gap === (verdict.writeoff?.amount ?? 0) && truth.difference?.reason === verdict.writeoff?.reason
  const isEach = verdict.allocations.every(({ invoice, amount }) => {
    const told = isCreditNote.has(invoice) ? -Math.abs(amount) : amount
    const here = was.get(invoice)
    return here !== undefined && (here === told || (gap > 0 && isGapTold && Math.abs(told - here) <= gap))
  })
  return isGapTold && isEach && was.size === new Set(numbers).size
}

async function settle(db: Db, line: NamedLine, verdict: ToldLine, confirming: Confirming): Promise<void> {
  const chosen = await chosenBy(db, line, verdict)
  await matchLine(db, line.id, chosen, { ...confirming, isVerdict: true })
}

async function chosenBy(db: Db, line: NamedLine, verdict: ToldLine): Promise<Chosen> {
  const customers = await customersByCode(db, verdict.customers)
  const [payer] = verdict.customers.flatMap((code) => customers.get(code) ?? [])
  const items = await itemsByNumber(
    db,
    verdict.allocations.map(({ invoice }) => invoice),
  )
  const { allocations } = shareVerdict(verdict, line.amount, items)
  if (allocations.length > 0) {
    const owns = items.some(({ customer }) => customer === payer)
    return { kind: 'paysItems', ...(payer !== undefined && !owns && { customerId: payer }), allocations }
  }
  if (line.amount > 0 && payer !== undefined && verdict.customers.length === 1)
    return { kind: 'customerCredit', customerId: payer }
  return { kind: 'notACustomer', always: false }
}

/** What is told comes to more than the line and its difference: it was settled as far as the line goes. */
function isMoreThan({ amount }: NamedLine, { allocations, writeoff }: ToldLine): boolean {
  // A credit note is deducted, however its amount is written: only a single invoice tells for sure.
  const [first, ...others] = allocations
  return first !== undefined && others.length === 0 && first.amount > Math.abs(amount) + (writeoff?.amount ?? 0)
}

const moreThanLine = {
  fr: 'Le verdict dépasse le montant de la ligne : elle est pointée pour ce qu’elle apporte, corrigez le verdict.',
  en: 'The verdict comes to more than the line: it is matched for what it brings, correct the verdict.',
}

const noSuchLine = {
  fr: 'Aucune ligne de banque n’a cette référence : importez d’abord son relevé.',
  en: 'No bank line has this reference: import its statement first.',
}
