import { type Format, lineOf, linesRead } from './as-bank-line.ts'
import { type JudgedLine, judgeLine } from './judge-line.ts'
import { keepBooks } from './kept-books.ts'
import type { OpenMatcher } from './matcher.ts'
import { openTwins } from './twins.ts'
import type { BankYear } from './year.ts'

/** `daily`: after each bank day a person confirms the truth. `none`: nobody ever does, and nothing is learnt. */
export type Regime = 'daily' | 'none'

export interface JudgedYear {
  /** Credits only, in order of day. */
  readonly lines: readonly JudgedLine[]
  readonly openingMs: number
  readonly proposingMs: number
}

/** Lives the year one bank day after the other, as the firm would. */
export function judgeYear(
  year: BankYear,
  open: OpenMatcher,
  { regime, format }: { regime: Regime; format: Format },
): JudgedYear {
  const read = linesRead(year, [...year.history, ...year.lines], format)
  const books = keepBooks(year, read)
  const twins = openTwins()
  const lines: JudgedLine[] = []
  let openingMs = 0
  let proposingMs = 0
  for (const [day, ofDay] of Map.groupBy(year.lines, (line) => line.day)) {
    const started = performance.now()
    const matcher = open(books.booksOn(day))
    openingMs += performance.now() - started
    const credits = ofDay.filter(({ amount }) => amount > 0)
    for (const line of credits) {
      const asked = performance.now()
      const bankLine = lineOf(read, line)
      const verdict = matcher.propose(bankLine, day)
      proposingMs += performance.now() - asked
      const judged = judgeLine(twins.asNow(line), verdict, { books, read: bankLine })
      lines.push(judged)
      if (!judged.isAuto) continue
      books.apply(line, judged.first)
      twins.note(judged.swaps)
      const items = new Set(verdict.proposals[0]?.allocations.map(({ item }) => item))
      matcher.settle?.([...items].map((item) => ({ item, due: books.dueOf(books.numberOf(item).id), on: day })))
    }
    if (regime === 'none') continue
    twins.forget()
    for (const line of credits) books.confirm(line)
  }
  return { lines, openingMs, proposingMs }
}
