import type { CalendarDate } from '../../calendar/calendar-date.ts'
import { halfYearOf, type KnownRates } from '../late-interest.ts'
import { type HalfYear, lateInterestRates } from '../late-interest-rates.ts'

/** « 2026-H2 », of a year from 1900 to 2199. */
export const isHalfYear = (text: string): text is HalfYear => /^(19|20|21)\d\d-H[12]$/.test(text)

/** The rates that come with Quittance, with those a person entered over them. */
export const ratesWith = (entered: KnownRates): KnownRates => ({ ...lateInterestRates, ...entered })

/** The half-year under way, when nobody knows its rate yet: it is asked for, never guessed. */
export function missingRateOn(today: CalendarDate, rates: KnownRates): HalfYear | null {
  const current = halfYearOf(today)
  return rates[current] ? null : current
}

/** What stands beside a rate, in hundredths of a percent: the default of the law, that of public buyers, the floor of a contract. */
export const derivedRates = ({ mainRefinancing, legal }: NonNullable<KnownRates[HalfYear]>) => ({
  statutory: mainRefinancing + 1000,
  publicBuyer: mainRefinancing + 800,
  floor: 3 * legal,
})

/** Where the rates of the table were read. */
export const rateSource = (halfYear: HalfYear): 'published' | 'concordant' =>
  halfYear === '2026-H2' ? 'concordant' : 'published'
