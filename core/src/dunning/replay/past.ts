import { type CalendarDate, maxDate } from '../../calendar/calendar-date.ts'
import { type Currency, type Money, money } from '../../money/money.ts'
import type { Instalment, PlanFacts } from '../../promises/plan-standing.ts'
import type { Situation, SituationItem, StepTaken, Until } from '../situation.ts'

/** From a day (included) to another (not included); null: it goes on. */
export interface Span {
  readonly from: CalendarDate
  readonly until: CalendarDate | null
}

interface PastPlan extends Span {
  readonly graceDays: number
  readonly instalments: readonly Instalment[]
  /** The items under it, with what was left on each when it was agreed. */
  readonly covers: readonly { readonly item: number; readonly amountDue: number }[]
}

/** A due line with all that happened to it and is dated; what is not dated is as today. */
export interface PastItem {
  /** As today; its amount, stops and steps are told by the rest. */
  readonly item: SituationItem
  /** Smallest unit, when it was issued; negative: a credit note. */
  readonly amount: number
  /** In the order of the days; taken back: of the other sign. */
  readonly settled: readonly { readonly on: CalendarDate; readonly amount: number }[]
  /** `amount` null: all of it. */
  readonly disputes: readonly (Span & { readonly amount: number | null })[]
  readonly promises: readonly (Span & {
    readonly promisedFor: CalendarDate
    readonly keptUntil: CalendarDate
    readonly isKept: boolean
  })[]
  readonly delays: readonly (Span & { readonly delayedUntil: CalendarDate })[]
  readonly plans: readonly PastPlan[]
  readonly pauses: readonly Span[]
  /** Given up, or out of the books for another reason, from that day on. */
  readonly goneOn: CalendarDate | null
}

/** A customer and a legal entity with their past. */
export interface Past {
  /** As today, without items, credits, task or anything that waits today. */
  readonly situation: Situation
  readonly items: readonly PastItem[]
  readonly pauses: readonly Span[]
  readonly handedOver: readonly Span[]
  readonly insolvent: readonly Span[]
  /** Received (positive) and allocated (negative), by day. */
  readonly credits: readonly { readonly on: CalendarDate; readonly amount: number; readonly currency: Currency }[]
}

const runs = (on: CalendarDate, { from, until }: Span): boolean => from <= on && (until === null || on < until)

const pausedOn = (pauses: readonly Span[], on: CalendarDate): Until | null => {
  const span = pauses.find((one) => runs(on, one))
  return span ? (span.until ?? 'furtherNotice') : null
}

/** What was left of it that day, in the smallest unit; zero before it was issued and once it was given up. */
const leftOn = (past: PastItem, on: CalendarDate): number =>
  on < past.item.issueDate || (past.goneOn !== null && on >= past.goneOn) ? 0 : inTheBooks(past, on)

function inTheBooks({ amount, settled }: PastItem, on: CalendarDate): number {
  let left = amount
  for (const one of settled) if (one.on <= on) left -= one.amount
  return left
}

/** The due line as the books had it that day; null where nothing was left, or it was not there yet. */
export function itemOn(past: PastItem, on: CalendarDate, taken: readonly StepTaken[], all: Past): SituationItem | null {
  const left = leftOn(past, on)
  if (left === 0) return null
  const { disputedAmount: _, delayedUntil: __, promiseKeptUntil: ___, ...item } = past.item
  const dispute = past.disputes.find((one) => runs(on, one))
  const promise = past.promises.findLast((one) => runs(on, one))
  const delays = past.delays.filter((one) => runs(on, one)).map((one) => one.delayedUntil)
  const plan = past.plans.findLast((one) => runs(on, one))
  return {
    ...item,
    amountDue: money(left, item.amountDue.currency),
    disputed: dispute?.amount === null,
    ...(dispute && dispute.amount !== null && { disputedAmount: dispute.amount }),
    ...(delays.length > 0 && { delayedUntil: delays.reduce(maxDate) }),
    promisedFor: promise?.promisedFor ?? null,
    promiseKept: promise?.isKept ?? false,
    ...(promise && { promiseKeptUntil: promise.keptUntil }),
    plan: plan ? factsOf(plan, all, on) : null,
    pausedUntil: pausedOn(past.pauses, on),
    rejectedOn: item.rejectedOn !== null && item.rejectedOn <= on ? item.rejectedOn : null,
    missingSince: null,
    taken,
  }
}

function factsOf({ instalments, graceDays, covers }: PastPlan, { items }: Past, on: CalendarDate): PlanFacts {
  let [paid, contested] = [0, 0]
  for (const { item, amountDue } of covers) {
    const covered = items.find((one) => one.item.id === item)
    if (!covered) continue
    paid += amountDue - inTheBooks(covered, on)
    contested += contestedOn(covered, on)
  }
  return { instalments, graceDays, paid, contested }
}

function contestedOn(past: PastItem, on: CalendarDate): number {
  const left = Math.max(0, leftOn(past, on))
  const dispute = past.disputes.find((one) => runs(on, one))
  return dispute ? Math.min(dispute.amount ?? left, left) : 0
}

/** All but the items, as it stood that day. */
export function partyOn(past: Past, on: CalendarDate, lastContactOn: CalendarDate | null): Situation {
  return {
    ...past.situation,
    lastContactOn,
    pausedUntil: pausedOn(past.pauses, on),
    handedOver: past.handedOver.some((one) => runs(on, one)),
    insolvent: past.insolvent.some((one) => runs(on, one)),
    unallocatedCredit: past.credits.length === 0 ? noCredit : creditOn(past, on),
  }
}

const noCredit: readonly Money[] = []

function creditOn({ credits }: Past, on: CalendarDate): Money[] {
  const sums = new Map<Currency, number>()
  for (const { on: day, amount, currency } of credits) {
    if (day <= on) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  }
  return [...sums].filter(([, sum]) => sum > 0).map(([currency, sum]) => money(sum, currency))
}
