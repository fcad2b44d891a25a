import {
  addDays,
  asDate,
  type CalendarDate,
  civilOf,
  compare,
  daysBetween,
  isAfter,
  isBefore,
  minDate,
} from '../calendar/calendar-date.ts'
import type { CustomerCategory } from '../customers/category.ts'
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
  | {
      readonly kind: 'rateMissing'
      readonly halfYear: HalfYear
      readonly upTo: CalendarDate
      readonly amount: Money
      readonly segments: readonly InterestSegment[]
    }

/** The days a debt is late: from the day after the due date up to and including `asOf`. */
export interface InterestPeriod {
  readonly asOf: CalendarDate
  readonly rule: LateInterestRule
  readonly rates: KnownRates
}

/** Simple interest on what was left each day, over 365 days, rounded once, half a cent up. */
export function lateInterest(debt: LateDebt, period: InterestPeriod): LateInterest {
  return lateInterestOfInvoice([debt], period)
}

/** As `lateInterest`, for all due lines of one invoice: one rounding for the invoice, not one a line. */
export function lateInterestOfInvoice(debts: readonly LateDebt[], period: InterestPeriod): LateInterest {
  const [first] = debts
  assert(first !== undefined, 'an invoice without a due line bears no interest')
  const reckoned = debts.map((debt) => segmentsOf(debt, period))
  const segments = reckoned.flatMap((one) => one.segments)
  const amount = roundedSum(segments, first.owed)
  const gaps = reckoned.flatMap(({ gap }) => gap ?? [])
  const gap = gaps.toSorted((a, b) => compare(a.upTo, b.upTo))[0]
  return gap ? { kind: 'rateMissing', ...gap, amount, segments } : { kind: 'computed', amount, segments }
}

interface Reckoned {
  readonly segments: readonly InterestSegment[]
  readonly gap: { readonly halfYear: HalfYear; readonly upTo: CalendarDate } | null
}

/** Up to the first day whose rate nobody knows. */
function segmentsOf(debt: LateDebt, period: InterestPeriod): Reckoned {
  const segments: InterestSegment[] = []
  const start = halfYearOf(addDays(debt.dueDate, 1))
  for (const stretch of stretches(debt, period.asOf)) {
    const halfYear = halfYearOf(addDays(stretch.after, 1))
    const rate = annualRate(period.rule, { start, halfYear, rates: period.rates })
    if (rate === undefined) {
      const missing = readsStart(period.rule) ? start : halfYear
      return { segments, gap: { halfYear: missing, upTo: stretch.after } }
    }
    segments.push({ ...stretch, rate })
  }
  return { segments, gap: null }
}

/**
 * Cents to show beside each segment so that they add up to the amount claimed: what the one rounding of the invoice leaves
 * over goes to those nearest to their next cent, the earliest first.
 */
export function centsOfSegments(segments: readonly InterestSegment[]): number[] {
  const parts = segments.map((segment) => {
    const exact = numeratorOf(segment)
    return { cents: exact / denominator, left: exact % denominator }
  })
  const whole = parts.reduce((sum, { cents }) => sum + cents, 0n)
  const over = Number(roundedNumerator(segments) - whole)
  const nearest = [...parts.keys()].sort((a, b) => {
    const [one, other] = [parts[a]?.left ?? 0n, parts[b]?.left ?? 0n]
    return one > other ? -1 : one < other ? 1 : a - b
  })
  const raised = new Set(nearest.slice(0, over))
  return parts.map(({ cents }, index) => Number(cents) + (raised.has(index) ? 1 : 0))
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
export function recoveryFee(lateInvoices: number, category: CustomerCategory): Money {
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
  const paid = debt.paid.toSorted((a, b) => compare(a.on, b.on))
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
    const to = [lastDayOfHalfYear(halfYearOf(addDays(after, 1))), paid[next]?.on ?? asOf].reduce(minDate, asOf)
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

const denominator = 10_000n * 365n

/** Cents × hundredths of a percent × days, over 10 000 × 365: kept whole until the one rounding. */
const numeratorOf = ({ base, rate, days }: InterestSegment): bigint => BigInt(base.amount) * BigInt(rate) * BigInt(days)

const roundedNumerator = (segments: readonly InterestSegment[]): bigint => {
  const numerator = segments.reduce((sum, segment) => sum + numeratorOf(segment), 0n)
  return (2n * numerator + denominator) / (2n * denominator)
}

const roundedSum = (segments: readonly InterestSegment[], owed: Money): Money =>
  money(Number(roundedNumerator(segments)), owed.currency)

/** The day after the last of a half-year is the first of the next. */
export function halfYearAfter(halfYear: HalfYear): HalfYear {
  return halfYearOf(addDays(lastDayOfHalfYear(halfYear), 1))
}

/** 30 June or 31 December. */
function lastDayOfHalfYear(halfYear: HalfYear): CalendarDate {
  return asDate(`${halfYear.slice(0, 4)}-${halfYear.endsWith('1') ? '06-30' : '12-31'}`)
}

function halfYearsBetween(from: CalendarDate, to: CalendarDate): HalfYear[] {
  const halfYears: HalfYear[] = []
  for (let halfYear = halfYearOf(from); halfYear <= halfYearOf(to); halfYear = halfYearAfter(halfYear))
    halfYears.push(halfYear)
  return halfYears
}
