import type { CalendarDate } from '../calendar/calendar-date.ts'

/** A date and an amount the customer gave; amounts in the smallest unit of its currency. */
export interface PromiseFacts {
  readonly amount: number
  /** What came for it in its time, and keeps no other promise (`shareReceipts`). */
  readonly received: number
  /** The last day on which a payment keeps it: the promised day and the grace after it. */
  readonly keptUntil: CalendarDate
  readonly withdrawn: 'cancelled' | 'replaced' | null
}

export type PromiseState = 'pending' | 'kept' | 'partiallyKept' | 'broken' | 'withdrawn' | 'replaced'

/**
 * A promise is kept as soon as its amount has come; until its last day is over it is pending. What comes later is
 * welcome, and does not mend a broken promise.
 */
export function promiseState(
  { amount, received, keptUntil, withdrawn }: PromiseFacts,
  today: CalendarDate,
): PromiseState {
  if (withdrawn !== null) return withdrawn === 'replaced' ? 'replaced' : 'withdrawn'
  if (received >= amount) return 'kept'
  if (today <= keptUntil) return 'pending'
  return received > 0 ? 'partiallyKept' : 'broken'
}
