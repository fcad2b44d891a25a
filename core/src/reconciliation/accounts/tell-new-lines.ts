import type { StatementLine } from '../statements/statement.ts'
import type { StatementFormat } from '../statements/statement-file.ts'
import type { ChainLink } from './find-gaps.ts'
import { hasSameEndToEnd, isTwoNatured, tellSameMoney } from './same-money.ts'

/** What tells a line from another of its account. */
export type LineSeen = Pick<
  StatementLine,
  'bookedOn' | 'amount' | 'label' | 'remittance' | 'endToEndId' | 'otherName' | 'otherIban' | 'bankReference'
> & {
  /** Several payments in one amount. */
  readonly isBatch?: boolean
  /** Somebody has said what it is. */
  readonly isSettled?: boolean
  /** Lines of one statement that are one entry of it share it. */
  readonly entry?: number
}

/** A statement of which lines are kept already. */
export type KnownStatement = ChainLink & {
  readonly format: StatementFormat
  /** Its message calls it a statement; false or absent of one that only its balances make one. */
  readonly isStatement?: boolean
}

export interface KnownLines {
  readonly statement: KnownStatement
  readonly lines: readonly LineSeen[]
}

/**
 * The lines of a statement that its account does not have yet, in their order. Each line of the statement is held against one
 * known line of its day and amount at most, so that three equal payments of a day are three, whether they come at once, one by
 * one in longer and longer statements, or again. In this order:
 * the bank's own reference, where both have one; else all that the bank wrote; and against a statement of another format, which
 * words everything differently, day and amount alone; and so between a notification (camt.054) and a statement, which name one
 * entry each in their own way, the end-to-end id first. Statements of one day that follow one another by their balances are parts
 * of it: nothing of one is in another.
 */
export const tellNewLines = <Line extends LineSeen>(
  statement: KnownStatement & { readonly lines: readonly Line[] },
  known: readonly KnownLines[],
): Line[] => tellLines(statement, known).fresh

export interface LinesTold<Line, Known> {
  readonly fresh: readonly Line[]
  /** Known lines of several payments each, of which the fresh lines are the payments: the money is in those from now on. */
  readonly detailed: readonly Known[]
}

/** The new lines as `tellNewLines` has them, and the batches among the known ones that they give in detail. */
export function tellLines<Line extends LineSeen, Known extends LineSeen>(
  statement: KnownStatement & { readonly lines: readonly Line[] },
  known: readonly { readonly statement: KnownStatement; readonly lines: readonly Known[] }[],
): { readonly fresh: Line[]; readonly detailed: Known[] } {
  const places = new Map<string, Candidate<Known>[]>()
  const apart = otherPartsOf(
    statement,
    known.map((one) => one.statement),
  )
  for (const { statement: of, lines } of known) {
    if (apart.has(of)) continue
    for (const line of lines) {
      const candidate = {
        line,
        content: contentOf(line),
        sameFormat: of.format === statement.format,
        isTwoNatured: isTwoNatured(statement, of),
        taken: false,
      }
      const there = places.get(placeOf(line))
      if (there) there.push(candidate)
      else places.set(placeOf(line), [candidate])
    }
  }
  let left = statement.lines.map((line) => ({ line, content: contentOf(line) }))
  for (const isSame of comparisonsFor(statement.format)) {
    left = left.filter((one) => {
      const found = places.get(placeOf(one.line))?.find((candidate) => !candidate.taken && isSame(candidate, one))
      if (found) found.taken = true
      return !found
    })
  }
  const untold = known
    .filter(({ statement: of }) => isTwoNatured(statement, of))
    .flatMap(({ lines }) => [lines.filter((line) => !isTaken(places, line))])
  return tellSameMoney(
    left.map(({ line }) => line),
    untold,
  )
}

/** Whether a line of the statement was held against this known one. */
const isTaken = <Known extends LineSeen>(
  places: ReadonlyMap<string, readonly Candidate<Known>[]>,
  line: Known,
): boolean => places.get(placeOf(line))?.some((candidate) => candidate.line === line && candidate.taken) ?? false

interface Compared {
  readonly line: LineSeen
  readonly content: string
}

interface Candidate<Known extends LineSeen = LineSeen> extends Compared {
  readonly line: Known
  readonly sameFormat: boolean
  readonly isTwoNatured: boolean
  taken: boolean
}

type Comparison = (known: Candidate, given: Compared) => boolean

const placeOf = ({ bookedOn, amount }: LineSeen): string => `${bookedOn} ${amount}`

const hasSameReference: Comparison = ({ line: known, sameFormat }, { line }) =>
  sameFormat && known.bankReference !== null && known.bankReference === line.bankReference

/** Two references that differ are two lines; but the banks behind OFX number lines anew at each download. */
const comparisonsFor = (format: StatementFormat): readonly Comparison[] => [
  hasSameReference,
  ({ line: known, content, sameFormat }, given) =>
    sameFormat &&
    (format === 'ofx' || known.bankReference === null || given.line.bankReference === null) &&
    content === given.content,
  ({ sameFormat }) => !sameFormat,
  ({ line: known, isTwoNatured: are }, { line }) => are && hasSameEndToEnd(known, line),
  ({ isTwoNatured: are }) => are,
]

/** All that the bank wrote of a line, however it is spaced. */
export const contentOf = ({ label, remittance, endToEndId, otherName, otherIban }: LineSeen): string =>
  [label, remittance, endToEndId, otherName, otherIban]
    .map((text) => (text ?? '').replace(/\s+/g, ' ').trim())
    .join('\n')

/**
 * The known statements that come before or behind this one by their balances, at once or through others of those days. A
 * balance that was there before ends the way: from it on it may be the same once more.
 */
function otherPartsOf(statement: KnownStatement, known: readonly KnownStatement[]): ReadonlySet<KnownStatement> {
  const near = known.filter(({ from, to }) => to >= statement.from && from <= statement.to)
  const found = new Set<KnownStatement>()
  for (const isBehind of [true, false]) {
    const balances = new Set([statement.opening, statement.closing])
    const ways = [statement]
    for (let last = ways.pop(); last; last = ways.pop())
      for (const next of near) {
        if (!(isBehind ? leadsTo(last, next) : leadsTo(next, last))) continue
        found.add(next)
        const end = isBehind ? next.closing : next.opening
        if (balances.has(end)) continue
        balances.add(end)
        ways.push(next)
      }
  }
  return found
}

/**
 * Does the second open with what the first closed with, on the day the first ends? One whose balances are equal says nothing:
 * it may be the same once more.
 */
const leadsTo = (first: KnownStatement, second: KnownStatement): boolean =>
  first.to <= second.from &&
  first.closing !== null &&
  first.closing === second.opening &&
  first.opening !== null &&
  first.opening !== first.closing
