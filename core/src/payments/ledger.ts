import { type CalendarDate, maxDate } from '../calendar/calendar-date.ts'
import { assert } from '../money/assert.ts'
import { type Currency, type Money, money } from '../money/money.ts'
import type { DifferenceReason } from './difference.ts'

/** One due line as it was issued; a credit note's amount is negative. */
export interface ItemFact {
  readonly id: number
  readonly amount: Money
  readonly issueDate: CalendarDate
}

export interface PaymentFact {
  readonly id: number
  readonly amount: Money
  readonly receivedOn: CalendarDate
}

/** A payment that bounced or was entered by mistake; its allocations are reversed by facts of their own. */
export interface PaymentReversalFact {
  readonly payment: number
  readonly on: CalendarDate
}

/**
 * A payment, a credit note or a small difference settles so much of an open item. `reverses` names the allocation
 * that this one undoes: same item, same source, opposite amount.
 */
export interface AllocationFact {
  readonly id: number
  readonly item: number
  readonly from:
    | { readonly kind: 'payment'; readonly payment: number }
    | { readonly kind: 'creditNote'; readonly item: number }
    | { readonly kind: 'difference'; readonly reason: DifferenceReason }
  readonly amount: Money
  readonly on: CalendarDate
  readonly reverses?: number
}

export interface LedgerFacts {
  readonly items: readonly ItemFact[]
  readonly payments: readonly PaymentFact[]
  readonly paymentReversals: readonly PaymentReversalFact[]
  readonly allocations: readonly AllocationFact[]
}

export interface Balances {
  /** By item: what is left to pay, negative for a credit note not used up. */
  readonly amountDue: ReadonlyMap<number, Money>
  /** By payment: what is not allocated; zero once it is reversed. */
  readonly unallocated: ReadonlyMap<number, Money>
}

/**
 * What the facts leave to pay of each item and unallocated of each payment: the reference that what is kept beside
 * the open item is proved against. With `on`, as it stood at the end of that day: an item issued or a payment
 * received later is not there, and an allocation counts from the day when it, its item and its source all exist.
 */
export function balances(facts: LedgerFacts, on?: CalendarDate): Balances {
  const hasHappened = (day: CalendarDate): boolean => on === undefined || day <= on
  const amountDue = new Map<number, Tally>()
  for (const item of facts.items) if (hasHappened(item.issueDate)) amountDue.set(item.id, tally(item.amount))
  const unallocated = new Map<number, Tally>()
  for (const payment of facts.payments)
    if (hasHappened(payment.receivedOn)) unallocated.set(payment.id, tally(payment.amount))
  for (const reversal of facts.paymentReversals) if (hasHappened(reversal.on)) empty(unallocated.get(reversal.payment))

  const dayOf = new Map(facts.allocations.map((allocation) => [allocation.id, allocation.on]))
  for (const { item, from, amount, on: day, reverses } of facts.allocations) {
    const countsFrom = maxDate(day, dayOf.get(reverses ?? -1) ?? day)
    const debt = amountDue.get(item)
    const source = sourceOf(from, { amountDue, unallocated })
    if (!hasHappened(countsFrom) || !debt || source === 'notThere') continue
    take(debt, amount)
    if (source) take(source, from.kind === 'creditNote' ? { ...amount, amount: -amount.amount } : amount)
  }
  return { amountDue: asMoney(amountDue), unallocated: asMoney(unallocated) }
}

/** The allocations that still hold: neither reversed nor reversing. */
export function allocationsInForce(allocations: readonly AllocationFact[]): AllocationFact[] {
  const reversed = new Set(allocations.map((allocation) => allocation.reverses))
  return allocations.filter((allocation) => allocation.reverses === undefined && !reversed.has(allocation.id))
}

/** The fact that undoes an allocation, to be added beside it. */
export const reversalOf = (allocation: AllocationFact, added: { id: number; on: CalendarDate }): AllocationFact => ({
  id: added.id,
  item: allocation.item,
  from: allocation.from,
  amount: money(-allocation.amount.amount, allocation.amount.currency),
  on: added.on,
  reverses: allocation.id,
})

/** Counts in place, since a firm has a million of them. */
interface Tally {
  left: number
  readonly currency: Currency
  readonly whole: number
}

const tally = ({ amount, currency }: Money): Tally => ({ left: amount, currency, whole: amount })

function take(from: Tally, amount: Money): void {
  assert(from.currency === amount.currency, `an allocation in ${amount.currency} of an amount in ${from.currency}`)
  from.left -= amount.amount
}

function empty(payment: Tally | undefined): void {
  if (payment) payment.left -= payment.whole
}

function sourceOf(
  from: AllocationFact['from'],
  { amountDue, unallocated }: { amountDue: Map<number, Tally>; unallocated: Map<number, Tally> },
): Tally | 'notThere' | undefined {
  if (from.kind === 'difference') return undefined
  return (from.kind === 'payment' ? unallocated.get(from.payment) : amountDue.get(from.item)) ?? 'notThere'
}

const asMoney = (tallies: Map<number, Tally>): Map<number, Money> =>
  new Map([...tallies].map(([id, { left, currency }]) => [id, money(left, currency)]))
