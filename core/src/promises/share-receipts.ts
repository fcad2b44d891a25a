import { type CalendarDate, compare } from '../calendar/calendar-date.ts'

/** A promise as what came is shared out; amounts in the smallest unit of its currency. */
export interface SharedPromise {
  readonly id: number
  readonly notedOn: CalendarDate
  readonly promisedFor: CalendarDate
  /** The last day on which a payment keeps it: the promised day and the grace after it. */
  readonly keptUntil: CalendarDate
  readonly amount: number
  /** The due lines it is about; an amount where one was given for that line alone. */
  readonly items: ReadonlyMap<number, number | null>
}

/** What settled a due line and was not taken back: an allocation of a payment or of a credit note. */
export interface Receipt {
  readonly id: number
  readonly item: number
  readonly amount: number
  /** The day it was paid. */
  readonly paidOn: CalendarDate
  /** The day it was counted on the due line, never before it was paid. */
  readonly countedOn: CalendarDate
}

/**
 * What each promise received, by its id. Receipts are taken in the order they were paid; each goes to the promise that
 * ends first among those about its due line, and what is left of it to the next. A promise takes what was not counted
 * yet on the day it was noted and was paid by its last day; nothing counts for two.
 */
export function shareReceipts(
  promises: readonly SharedPromise[],
  receipts: readonly Receipt[],
): ReadonlyMap<number, number> {
  const shares = promises
    .toSorted((a, b) => compare(a.promisedFor, b.promisedFor) || a.id - b.id)
    .map((promise) => ({ promise, received: 0, ofItem: new Map<number, number>() }))
  for (const receipt of receipts.toSorted((a, b) => compare(a.paidOn, b.paidOn) || a.id - b.id)) {
    let rest = receipt.amount
    for (const share of shares) {
      const part = Math.min(rest, roomIn(share, receipt))
      if (part <= 0) continue
      share.received += part
      share.ofItem.set(receipt.item, (share.ofItem.get(receipt.item) ?? 0) + part)
      rest -= part
    }
  }
  return new Map(shares.map(({ promise, received }) => [promise.id, received]))
}

interface Share {
  readonly promise: SharedPromise
  received: number
  readonly ofItem: Map<number, number>
}

/** How much of a receipt a promise may still take. */
function roomIn({ promise, received, ofItem }: Share, { item, paidOn, countedOn }: Receipt): number {
  const wanted = promise.items.get(item)
  if (wanted === undefined || countedOn < promise.notedOn || paidOn > promise.keptUntil) return 0
  return Math.min(promise.amount - received, (wanted ?? promise.amount) - (ofItem.get(item) ?? 0))
}
