import {
  addDays,
  asDate,
  type CalendarDate,
  civilOf,
  daysBetween,
  isAfter,
  isBefore,
  minDate,
} from '../calendar/calendar-date.ts'
import { assert } from '../money/assert.ts'
import { asCurrency, type Money, money } from '../money/money.ts'
import type { HalfYear, HalfYearRates } from './late-interest-rates.ts'

/**
 * How late interest is owed. Rates in hundredths of a percent a year.
 * `statutory`: C. com. L441-10 II, ECB rate + 10 points; `contract`: the rate of the terms of sale;
 * `publicBuyer`: CCP R2192-31, ECB rate of the half-year in which interest starts + 8 points.
 */
export type LateInterestRule =
  | { readonly kind: 'statutory'; readonly reading: RateReading }
  | { readonly kind: 'contract'; readonly rate: number }
  | { readonly kind: 'publicBuyer' }

/** Each day at the rate of its own half-year, or the whole delay at the rate of the first. */
export type RateReading = 'segmented' | 'fixedAtStart'

export type KnownRates = Readonly<Partial<Record<HalfYear, HalfYearRates>>>

/** A due line, VAT included, and what was paid on it (to the principal), in any order. */
export interface LateDebt {
  readonly dueDate: CalendarDate
  readonly owed: Money
  readonly paid: readonly { readonly on: CalendarDate; readonly amount: Money }[]
}

/** Days with one base and one rate; `days` counts from the day after `after` to `to` included. */
export interface InterestSegment {
  readonly after: CalendarDate
  readonly to: CalendarDate
  readonly days: number
  readonly base: Money
  readonly rate: number
}

export type LateInterest =
  | { readonly kind: 'computed'; readonly amount: Money; readonly segments: readonly InterestSegment[] }
  /** No rate for that half-year; `amount` is the interest up to `upTo`, which may be shown but not claimed as complete. */
  | { readonly kind: 'rateMissing'; readonly halfYear: HalfYear; readonly upTo: CalendarDate; readonly amount: Money }

/** The days a debt is late: from the day after the due date up to and including `asOf`. */
export interface InterestPeriod {
  readonly asOf: CalendarDate
  readonly rule: LateInterestRule
  readonly rates: KnownRates
}

/** Simple interest on what was left each day, over 365 days, rounded once, half a cent up. */
export function lateInterest(debt: LateDebt, period: InterestPeriod): LateInterest {
  const segments: InterestSegment[] = []
  for (const stretch of stretches(debt, period.asOf)) {
    const start = halfYearOf(addDays(debt.dueDate, 1))
    const halfYear = halfYearOf(addDays(stretch.after, 1))
    const rate = annualRate(period.rule, { start, halfYear, rates: period.rates })
    if (rate === undefined) {
      const missing = readsStart(period.rule) ? start : halfYear
      return { kind: 'rateMissing', halfYear: missing, upTo: stretch.after, amount: roundedSum(segments, debt.owed) }
    }
    segments.push({ ...stretch, rate })
  }
  return { kind: 'computed', amount: roundedSum(segments, debt.owed), segments }
}

/** The rate a year on that day, in hundredths of a percent; undefined when the table does not know the half-year. */
export function annualRateOn(rule: LateInterestRule, day: CalendarDate, rates: KnownRates): number | undefined {
  return annualRate(rule, { start: halfYearOf(day), halfYear: halfYearOf(day), rates })
}

/** Why the contract rate of a half-year cannot simply be claimed. */
export interface RateDoubt {
  readonly halfYear: HalfYear
  readonly doubt: 'belowFloor' | 'rateMissing'
}

/** Half-years of the delay in which a contract rate lies below three times the legal rate (L441-10 II), or cannot be judged. */
export function contractRateDoubts(
  rate: number,
  delay: { readonly from: CalendarDate; readonly to: CalendarDate },
  rates: KnownRates,
): RateDoubt[] {
  return halfYearsBetween(delay.from, delay.to).flatMap((halfYear): RateDoubt[] => {
    const known = rates[halfYear]
    if (!known) return [{ halfYear, doubt: 'rateMissing' }]
    return rate < 3 * known.legal ? [{ halfYear, doubt: 'belowFloor' }] : []
  })
}

/** C. com. D441-5 and CCP D2192-35: 40 € for each late invoice, whatever its currency; nothing from a private individual. */
export function recoveryFee(lateInvoices: number, category: 'company' | 'publicBody' | 'individual'): Money {
  assert(Number.isInteger(lateInvoices) && lateInvoices >= 0, `${lateInvoices} is not a count of invoices`)
  return money(category === 'individual' ? 0 : lateInvoices * 4000, asCurrency('EUR'))
}

/** The half-year a day falls in. */
export function halfYearOf(day: CalendarDate): HalfYear {
  const { year, month } = civilOf(day)
  return `${year}-H${month <= 6 ? 1 : 2}`
}

/** Runs of days with one base, cut at the payments and at the ends of the half-years. */
function* stretches(debt: LateDebt, asOf: CalendarDate): Generator<Omit<InterestSegment, 'rate'>> {
  const paid = debt.paid.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const { currency } = debt.owed
  let base = debt.owed.amount
  let after = debt.dueDate
  let next = 0
  while (isBefore(after, asOf)) {
    for (let payment = paid[next]; payment && !isAfter(payment.on, after); payment = paid[++next]) {
      assert(payment.amount.currency === currency, `a payment in ${payment.amount.currency} on a debt in ${currency}`)
      base -= payment.amount.amount
    }
    if (base <= 0) return
    const to = [endOfHalfYear(addDays(after, 1)), paid[next]?.on ?? asOf].reduce(minDate, asOf)
    yield { after, to, days: daysBetween(after, to), base: money(base, currency) }
    after = to
  }
}

const readsStart = (rule: LateInterestRule): boolean =>
  rule.kind === 'publicBuyer' || (rule.kind === 'statutory' && rule.reading === 'fixedAtStart')

function annualRate(
  rule: LateInterestRule,
  at: { readonly start: HalfYear; readonly halfYear: HalfYear; readonly rates: KnownRates },
): number | undefined {
  if (rule.kind === 'contract') return rule.rate
  const known = at.rates[readsStart(rule) ? at.start : at.halfYear]
  return known && known.mainRefinancing + (rule.kind === 'publicBuyer' ? 800 : 1000)
}

/** Cents × hundredths of a percent × days, over 10 000 × 365: kept whole until the one rounding. */
function roundedSum(segments: readonly InterestSegment[], owed: Money): Money {
  const numerator = segments.reduce((sum, { base, rate, days }) => {
    return sum + BigInt(base.amount) * BigInt(rate) * BigInt(days)
  }, 0n)
  const denominator = 10_000n * 365n
  return money(Number((2n * numerator + denominator) / (2n * denominator)), owed.currency)
}

function endOfHalfYear(day: CalendarDate): CalendarDate {
  const { month } = civilOf(day)
  return asDate(`${day.slice(0, 4)}-${month <= 6 ? '06-30' : '12-31'}`)
}

function halfYearsBetween(from: CalendarDate, to: CalendarDate): HalfYear[] {
  const halfYears: HalfYear[] = []
  for (let day = from; !isAfter(day, to); day = addDays(endOfHalfYear(day), 1)) halfYears.push(halfYearOf(day))
  return halfYears
}
