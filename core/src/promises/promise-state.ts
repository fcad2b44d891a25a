import type { CalendarDate } from '../calendar/calendar-date.ts'

/** A date and an amount the customer gave; amounts in the smallest unit of its currency. */
export interface PromiseFacts {
  /** What keeps it: the amount promised, less what is too small to be asked for. */
  readonly enough: number
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
  { enough, received, keptUntil, withdrawn }: PromiseFacts,
  today: CalendarDate,
): PromiseState {
  if (withdrawn !== null) return withdrawn === 'replaced' ? 'replaced' : 'withdrawn'
  if (received >= enough) return 'kept'
  if (today <= keptUntil) return 'pending'
  return received > 0 ? 'partiallyKept' : 'broken'
}

/**
 * What keeps a promise of this amount: one short by less than `tolerance`, under which nobody is asked for anything, is
 * kept. All in the smallest unit; at least one of it.
 */
export const enoughFor = (amount: number, tolerance: number): number => Math.max(1, amount - Math.max(0, tolerance - 1))
