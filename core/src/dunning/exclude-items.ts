import { addDays, type CalendarDate, compare, maxDate } from '../calendar/calendar-date.ts'
import { limitIn } from '../money/limit.ts'
import type { Currency } from '../money/money.ts'
import { planStanding } from '../promises/plan-standing.ts'
import { countsFrom } from './chased-part.ts'
import type { BrokenWord, Exclusion, ExclusionReason } from './decision.ts'
import type { DunningRules, Situation, SituationItem, Until } from './situation.ts'

/** What counts and what does not, each oldest first. */
export interface SortedItems {
  readonly counted: readonly SituationItem[]
  readonly excluded: readonly Exclusion[]
  /** Of those that count, those given back by a broken promise or plan. */
  readonly broken: readonly BrokenWord[]
}

/** Oldest due date (or end of an extra delay), then largest amount, then smallest id: who carries, and the order listed. */
export const byAge = (a: SituationItem, b: SituationItem): number =>
  compare(countsFrom(a), countsFrom(b)) || b.amountDue.amount - a.amountDue.amount || a.id - b.id

/** Why this item would not count today by itself; null when it counts. Credits are looked at for all items together. */
export function exclusionOf(item: SituationItem, rules: DunningRules, today: CalendarDate): Exclusion | null {
  if (item.disputed) return excluded(item, 'dispute', 'furtherNotice')
  if (stopsOn(item.pausedUntil, today)) return excluded(item, 'paused', item.pausedUntil)
  const believed = believedUntil(item)
  if (believed !== null && believed >= today) return excluded(item, 'promise', addDays(believed, 1))
  const standing = item.plan && planStanding(item.plan, rulesFor(item, rules), today)
  if (standing?.kind === 'running') return { ...excluded(item, 'plan', standing.until), instalment: standing.next }
  if (item.delayedUntil !== undefined && item.delayedUntil >= today) {
    return excluded(item, 'delay', addDays(item.delayedUntil, 1))
  }
  if (item.automaticMeans && item.rejectedOn === null) return excluded(item, 'automaticMeans', 'furtherNotice')
  if (item.amountDue.amount < rulesFor(item, rules).tolerance) return excluded(item, 'tooSmall', null)
  return null
}

/** The tolerance in the smallest unit of the item's currency. */
const rulesFor = ({ amountDue }: SituationItem, rules: DunningRules): DunningRules => ({
  ...rules,
  tolerance: limitIn(rules.tolerance, amountDue.currency),
})

/** The word that kept this item back and was not held; null when nobody gave one, or it still holds, or was kept. */
function brokenWordOf(item: SituationItem, rules: DunningRules, today: CalendarDate): BrokenWord | null {
  const from = (day: CalendarDate) => (item.takenBackOn === undefined ? day : maxDate(day, item.takenBackOn))
  const standing = item.plan && planStanding(item.plan, rulesFor(item, rules), today)
  if (standing?.kind === 'missed')
    return { item: item.id, because: 'plan', on: standing.on, since: from(standing.since) }
  const { promisedFor: on } = item
  const believed = believedUntil(item)
  if (on === null || believed === null || believed >= today || item.promiseKept) return null
  return { item: item.id, because: 'promise', on, since: from(addDays(believed, 1)) }
}

const believedUntil = ({ promisedFor, promiseKeptUntil }: SituationItem): CalendarDate | null =>
  promiseKeptUntil ?? promisedFor

/** A pause until D stops the days before D; D is the day it resumes. */
export const stopsOn = (until: Until | null, today: CalendarDate): boolean =>
  until !== null && (until === 'furtherNotice' || until > today)

/**
 * Sorts items into those that count and those that do not. Where credits of a currency cover what counts in it, or
 * leave less than the tolerance to pay, none of its items counts: nobody is chased for money that is already here.
 * Takes the items in `byAge` order and keeps it.
 */
export function sortItems(
  items: readonly SituationItem[],
  situation: Situation,
  rules: DunningRules,
  today: CalendarDate,
): SortedItems {
  const credits = creditsOf(situation)
  const counted: SituationItem[] = []
  const out: Exclusion[] = []
  const sums = credits === null ? null : countedSums(items, rules, today)
  for (const item of items) {
    const exclusion = exclusionOf(item, rules, today) ?? creditExclusion(item, credits, sums, rules)
    if (exclusion === null) counted.push(item)
    else out.push(exclusion)
  }
  const broken = counted.flatMap((item) => brokenWordOf(item, rules, today) ?? [])
  return { counted, excluded: out, broken }
}

/** Credit notes not used and payments not allocated, as positive amounts per currency; null when there is none. */
export function creditsOf(situation: Situation): ReadonlyMap<Currency, number> | null {
  let credits: Map<Currency, number> | null = null
  const add = (currency: Currency, amount: number) => {
    credits ??= new Map()
    credits.set(currency, (credits.get(currency) ?? 0) + amount)
  }
  for (const { amountDue } of situation.items) if (amountDue.amount < 0) add(amountDue.currency, -amountDue.amount)
  for (const sum of situation.unallocatedCredit) if (sum.amount > 0) add(sum.currency, sum.amount)
  return credits
}

/**
 * What credits leave open, taken from the oldest on: an item that money already here covers whole is listed and does not
 * carry, for its age says nothing of what is still owed. Takes the items in `byAge` order.
 */
export function notCovered(items: readonly SituationItem[], situation: Situation): readonly SituationItem[] {
  const credits = creditsOf(situation)
  if (credits === null) return items
  const left = new Map(credits)
  return items.filter(({ amountDue: { amount, currency } }) => {
    const credit = left.get(currency) ?? 0
    left.set(currency, Math.max(0, credit - amount))
    return amount > credit
  })
}

function countedSums(items: readonly SituationItem[], rules: DunningRules, today: CalendarDate): Map<Currency, number> {
  const sums = new Map<Currency, number>()
  for (const item of items) {
    if (exclusionOf(item, rules, today) !== null) continue
    const { currency, amount } = item.amountDue
    sums.set(currency, (sums.get(currency) ?? 0) + amount)
  }
  return sums
}

function creditExclusion(
  item: SituationItem,
  credits: ReadonlyMap<Currency, number> | null,
  sums: ReadonlyMap<Currency, number> | null,
  rules: DunningRules,
): Exclusion | null {
  const credit = credits?.get(item.amountDue.currency)
  if (credit === undefined) return null
  const left = (sums?.get(item.amountDue.currency) ?? 0) - credit
  if (left <= 0) return excluded(item, 'credit', 'furtherNotice')
  return left < rulesFor(item, rules).tolerance ? excluded(item, 'tooSmall', null) : null
}

const excluded = (item: SituationItem, because: ExclusionReason, until: Until | null): Exclusion => ({
  item: item.id,
  because,
  until,
})
