import type { FecLine, FecRefusedLine } from '@quittance/core/imports/fec/fec-line.ts'
import { ReadingError } from './reading-error.ts'

/** Lines of a ledger at most: ten years of a firm of a thousand. */
const mostLines = 5_000_000

/** Lines of customers, which are held until the last is read. */
const mostCustomerLines = 1_000_000

/** Lines that cannot be read, each of which a person would have to look at. */
const mostUnreadable = 10_000

/** Hears of each line of a ledger in turn. Throws `ReadingError` where they are more than can be held, or no ledger at all. */
export function ledgerMeasure(): (line: FecLine | FecRefusedLine) => void {
  const seen = { lines: 0, ofCustomers: 0, unreadable: 0, firstUnreadable: 0, cents: 0 }
  return (one) => {
    seen.lines++
    if ('problem' in one) {
      seen.firstUnreadable ||= one.line
      if (++seen.unreadable > mostUnreadable)
        throw new ReadingError({
          code: 'ledgerUnreadable',
          line: seen.firstUnreadable,
          value: String(mostUnreadable),
        })
      return
    }
    if (/^41[1369]/.test(one.ledgerAccount)) seen.ofCustomers++
    if (seen.lines > mostLines) throw tooLarge(mostLines)
    if (seen.ofCustomers > mostCustomerLines) throw tooLarge(mostCustomerLines)
    seen.cents += Math.abs(one.debit) + Math.abs(one.credit)
    // Sums of cents past this are no longer exact, and nothing would join.
    if (seen.cents > Number.MAX_SAFE_INTEGER) throw new ReadingError({ code: 'amountsTooLarge', line: one.line })
  }
}

const tooLarge = (most: number): ReadingError => new ReadingError({ code: 'ledgerTooLarge', value: String(most) })
