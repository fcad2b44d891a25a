import { daysBetween } from '../../calendar/calendar-date.ts'
import type { KnownStatement, LineSeen } from './tell-new-lines.ts'

/** A notification may carry the value day where the statement carries the booking day, so many days apart at most. */
export const shiftedDays = 4

/**
 * A notification (camt.054, and a camt.052 without balances) gives entries alone; a statement beside it tells the same money.
 * What calls itself a statement is one: two of them are told apart by their references, or a line would be lost.
 */
const isNotification = ({ format, opening, closing, isStatement = false }: KnownStatement): boolean =>
  format === 'camt' && opening === null && closing === null && !isStatement

/** One is a notification and the other a statement: what one names is in the other, in its own words. */
export const isTwoNatured = (a: KnownStatement, b: KnownStatement): boolean =>
  a.format === 'camt' && b.format === 'camt' && isNotification(a) !== isNotification(b)

/** « NOTPROVIDED » is what a payer gave who gave none. */
export const hasSameEndToEnd = (a: LineSeen, b: LineSeen): boolean =>
  a.endToEndId !== null && a.endToEndId === b.endToEndId && !/^NOT\s?PROVIDED$/i.test(a.endToEndId)

const hasSameReference = (a: LineSeen, b: LineSeen): boolean =>
  a.bankReference !== null && a.bankReference === b.bankReference

/**
 * What is new of these lines beside known ones of the other nature that nothing was held against, statement by statement: a
 * line known under another day by one of its references is not; the payments of a batch that is known as one line are, and
 * that line is answered as detailed, unless somebody has settled it as it was; a batch whose payments are known one after the
 * other is not.
 */
export function tellSameMoney<Line extends LineSeen, Known extends LineSeen>(
  lines: readonly Line[],
  untold: readonly (readonly Known[])[],
): { readonly fresh: Line[]; readonly detailed: Known[] } {
  const left = new Set(untold.flat())
  const shifted = lines.filter((line) => !takeShifted(line, left))
  const batches = detailedBy(shifted, left)
  const settled = new Set<LineSeen>(batches.flatMap(({ batch, parts }) => (batch.isSettled ? parts : [])))
  const runs = untold.map((of) => of.filter((line) => left.has(line)))
  const fresh = shifted.filter((line) => !settled.has(line) && !(line.isBatch && takeRun(line, runs)))
  return { fresh, detailed: batches.flatMap(({ batch }) => (batch.isSettled ? [] : batch)) }
}

function takeShifted(line: LineSeen, left: Set<LineSeen>): boolean {
  for (const known of left) {
    const isNear = Math.abs(daysBetween(known.bookedOn, line.bookedOn)) <= shiftedDays
    if (known.amount !== line.amount || !isNear) continue
    if (!hasSameReference(known, line) && !hasSameEndToEnd(known, line)) continue
    left.delete(known)
    return true
  }
  return false
}

/** Batches of that day whose amount is the sum of one entry of several lines. */
function detailedBy<Known extends LineSeen>(
  lines: readonly LineSeen[],
  left: Set<Known>,
): { readonly batch: Known; readonly parts: readonly LineSeen[] }[] {
  const found: { batch: Known; parts: readonly LineSeen[] }[] = []
  const entries = new Map<number, LineSeen[]>()
  for (const line of lines)
    if (line.entry !== undefined) entries.set(line.entry, [...(entries.get(line.entry) ?? []), line])
  for (const [first, ...others] of entries.values()) {
    if (!first || others.length === 0) continue
    const sum = others.reduce((total, { amount }) => total + amount, first.amount)
    const batch = [...left].find((known) => known.isBatch && known.amount === sum && known.bookedOn === first.bookedOn)
    if (!batch) continue
    left.delete(batch)
    found.push({ batch, parts: [first, ...others] })
  }
  return found
}

/** Lines of one statement, one after the other, that make the batch; they answer for it once. */
function takeRun(batch: LineSeen, runs: LineSeen[][]): boolean {
  for (const [place, run] of runs.entries()) {
    const ofDay = run.filter(({ bookedOn }) => bookedOn === batch.bookedOn)
    const sums = new Map([[0, 0]])
    let sum = 0
    for (const [at, { amount }] of ofDay.entries()) {
      sum += amount
      const from = sums.get(sum - batch.amount)
      if (from !== undefined && at + 1 - from >= 2) {
        const taken = new Set(ofDay.slice(from, at + 1))
        runs[place] = run.filter((line) => !taken.has(line))
        return true
      }
      sums.set(sum, at + 1)
    }
  }
  return false
}
