import type { CalendarDate } from '../calendar/calendar-date.ts'
import { assert } from '../money/assert.ts'
import type { Money } from '../money/money.ts'

/** A date and an amount the customer gave, on the day somebody noted them. */
export interface PromiseFacts {
  readonly amount: Money
  readonly notedOn: CalendarDate
  readonly promisedFor: CalendarDate
  readonly withdrawnOn: CalendarDate | null
}

/** What settled the promised items: payments and credit notes, the reversing ones negative. */
export interface Received {
  readonly on: CalendarDate
  readonly amount: Money
}

export type PromiseState = 'pending' | 'kept' | 'partiallyKept' | 'broken' | 'withdrawn'

/**
 * A promise is kept as soon as its amount has come between the day it was noted and the promised one, both included;
 * until that day is over it is pending. What comes later is welcome, and does not mend a broken promise.
 */
export function promiseState(promise: PromiseFacts, received: readonly Received[], today: CalendarDate): PromiseState {
  const { amount, notedOn, promisedFor, withdrawnOn } = promise
  if (withdrawnOn !== null) return 'withdrawn'
  let came = 0
  for (const one of received) {
    assert(one.amount.currency === amount.currency, 'a promise is kept in its own currency')
    if (one.on >= notedOn && one.on <= promisedFor) came += one.amount.amount
  }
  if (came >= amount.amount) return 'kept'
  if (today <= promisedFor) return 'pending'
  return came > 0 ? 'partiallyKept' : 'broken'
}
