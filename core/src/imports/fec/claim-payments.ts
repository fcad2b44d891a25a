import { type CalendarDate, daysBetween } from '../../calendar/calendar-date.ts'

/** A payment the ledger tells of. Amounts are cents. */
export interface ToldPayment {
  readonly key: string
  readonly customer: number
  readonly receivedOn: CalendarDate
  readonly amount: number
  /** What its letters say it settles, by any name known payments use too; empty where they say nothing. */
  readonly settles: readonly number[]
}

/** A payment Quittance knows from elsewhere: entered by a person, read from a bank or from a list of invoices. */
export interface KnownPayment {
  readonly id: number
  readonly customer: number
  readonly receivedOn: CalendarDate
  readonly amount: number
  /** From a list that says what is paid, not when: its day proves nothing. */
  readonly isUndated: boolean
  /** What it settles. */
  readonly settles: readonly number[]
}

/** Days by which a firm and its accountant date one payment apart, at most. */
const daysApart = 10

/** Those of a payment that settles something else than the ledger says: a customer may pay the same amount each week. */
const daysApartElsewhere = 2

/**
 * Which known payment each told one is: same customer, same amount, days near each other; those that settle the same
 * first, then the nearest; one known without a day after all those that have one. Nothing is claimed twice. Answers
 * key → id.
 */
export function claimPayments(told: readonly ToldPayment[], known: readonly KnownPayment[]): Map<string, number> {
  const byWhat = new Map<string, KnownPayment[]>()
  for (const payment of known) byWhat.set(whatOf(payment), [...(byWhat.get(whatOf(payment)) ?? []), payment])
  const pairs = told.flatMap((one) =>
    (byWhat.get(whatOf(one)) ?? []).flatMap((other) => {
      const apart = Math.abs(daysBetween(one.receivedOn, other.receivedOn))
      const isSame = other.settles.some((item) => one.settles.includes(item))
      const isElsewhere = !isSame && other.settles.length > 0 && one.settles.length > 0
      if (other.isUndated) return isElsewhere ? [] : [{ one, other, isSame, distance: daysApart + 1 + apart }]
      return apart <= (isElsewhere ? daysApartElsewhere : daysApart) ? [{ one, other, isSame, distance: apart }] : []
    }),
  )
  pairs.sort(
    (a, b) =>
      Number(b.isSame) - Number(a.isSame) ||
      a.distance - b.distance ||
      (a.one.key < b.one.key ? -1 : 1) ||
      a.other.id - b.other.id,
  )
  const claimed = new Map<string, number>()
  const taken = new Set<number>()
  for (const { one, other } of pairs) {
    if (claimed.has(one.key) || taken.has(other.id)) continue
    claimed.set(one.key, other.id)
    taken.add(other.id)
  }
  return claimed
}

const whatOf = ({ customer, amount }: { readonly customer: number; readonly amount: number }): string =>
  `${customer} ${amount}`
