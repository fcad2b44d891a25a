import { compare } from '../../calendar/calendar-date.ts'
import { money } from '../../money/money.ts'
import type { ReminderFacts, ReminderItem } from './reminder-facts.ts'

/**
 * Late items as they stand once the credits of the customer are taken for them, the oldest item first (code civil,
 * article 1342-10): a payment ends interest on its own day, and what a credit note took off bears none. An item that was
 * so settled by its due date is late of nothing and is left out. Items come by due date.
 */
export function asIfAllocated({ items, credits }: Pick<ReminderFacts, 'items' | 'credits'>): ReminderItem[] {
  const inHand = credits
    .toSorted((a, b) => compare(a.date, b.date))
    .map((credit) => ({ ...credit, left: credit.amount.amount }))
  return items
    .toSorted((a, b) => compare(a.dueDate, b.dueDate))
    .filter(({ daysLate }) => daysLate > 0)
    .map((item) => {
      const { currency } = item.amountDue
      let due = item.amountDue.amount
      const paid = [...item.paid]
      for (const credit of inHand) {
        if (credit.amount.currency !== currency) continue
        const taken = Math.min(credit.left, due)
        if (taken <= 0) continue
        credit.left -= taken
        due -= taken
        if (credit.kind === 'payment') paid.push({ on: credit.date, amount: money(taken, currency) })
      }
      return { ...item, amountDue: money(due, currency), paid }
    })
    .filter((item) => item.amountDue.amount > 0 || item.paid.some(({ on }) => on > item.dueDate))
}
