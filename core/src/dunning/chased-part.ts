import { type CalendarDate, maxDate } from '../calendar/calendar-date.ts'
import { money } from '../money/money.ts'
import type { SituationItem } from './situation.ts'

/**
 * The item as it is chased: less the part that is contested. Where no more is left than that part, all of it is
 * contested: what was paid went to the rest.
 */
export function chasedPart(item: SituationItem): SituationItem {
  if (item.disputed || item.disputedAmount === undefined || item.amountDue.amount <= 0) return item
  const rest = item.amountDue.amount - item.disputedAmount
  return rest > 0 ? { ...item, amountDue: money(rest, item.amountDue.currency) } : { ...item, disputed: true }
}

/** The day from which its steps count: the due date, or the end of the extra delay granted. */
export const countsFrom = ({ dueDate, delayedUntil }: SituationItem): CalendarDate =>
  delayedUntil === undefined ? dueDate : maxDate(dueDate, delayedUntil)
