import { openMatcher } from '@quittance/core/reconciliation/matching/open-matcher.ts'
import { type Speed, speedAgainst, speedOfEqualAmounts } from './bank-days/measure-speed.ts'
import { peakMemoryMb } from './stopwatch.ts'

export interface MatchingFigures {
  readonly matching: Speed
  readonly equalAmounts: Speed
  readonly matchingPeakMb: number
}

/** Bank lines a bank day of a large firm has. */
const lines = 2000
/** Equal amounts of one customer, whose sums nobody could count. */
const equals = 400

/** Matches that many lines against `items` open items, and a few against hundreds of equal amounts, on one core. */
export function measureMatching(items: number, seed: number): MatchingFigures {
  return {
    matching: speedAgainst(openMatcher, items, lines, seed),
    equalAmounts: speedOfEqualAmounts(openMatcher, equals),
    matchingPeakMb: peakMemoryMb(),
  }
}

if (import.meta.main) {
  const [, size, seed] = process.argv.slice(2)
  process.stdout.write(JSON.stringify(measureMatching(Number(size), Number(seed))))
}
