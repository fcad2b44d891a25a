import { type CalendarDate, daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, type Money, money } from '@quittance/core/money/money.ts'
import { type AllocationProposal, proposeAllocation as propose } from '@quittance/core/payments/allocation.ts'
import { exactCombination } from '@quittance/core/payments/exact-combination.ts'
import type { Db } from '../platform/database/db.ts'
import { found } from '../platform/http/app-error.ts'
import { type LockedItem, payableItemsOf, payer, paymentRules, paymentThatLooksLike } from './queries.ts'

interface Proposal {
  readonly customerId: number
  readonly amount: { readonly amount: number; readonly currency: string }
  readonly receivedOn: string
  readonly preferItemId?: number | null | undefined
}

/** How an amount would be allocated; writes nothing. Days late are those at the day of the payment. */
export async function proposeAllocation(db: Db, asked: Proposal) {
  found(await payer(db, asked.customerId))
  const amount = money(asked.amount.amount, asCurrency(asked.amount.currency))
  const receivedOn = asked.receivedOn as CalendarDate
  const items = await payableItemsOf(db, asked.customerId, amount.currency)
  const { lines, rest } = choose(amount, items, asked.preferItemId ?? undefined)
  const proposed = new Map(lines.map((line) => [line.item, line.amount.amount]))
  const { differenceLimit } = await paymentRules(db, amount.currency)
  const like = { customer: asked.customerId, ...amount, receivedOn }
  return {
    items: items.map((item) => ({
      openItemId: item.id,
      invoiceId: item.invoiceId,
      invoiceNumber: item.invoiceNumber,
      dueDate: item.dueDate,
      daysLate: daysBetween(item.dueDate, receivedOn),
      amountDue: money(item.amountDue, amount.currency),
      proposed: proposed.get(item.id) ?? 0,
    })),
    unallocated: rest.amount,
    isExact: rest.amount === 0 && lines.length > 0 && items.every((item) => isWholeOrNothing(item, proposed)),
    looksLike: await paymentThatLooksLike(db, like),
    differenceLimit,
  }
}

const isWholeOrNothing = (item: LockedItem, proposed: ReadonlyMap<number, number>): boolean =>
  [undefined, item.amountDue].includes(proposed.get(item.id))

/** The items that come to the amount exactly, unless another item was asked for; else that one, then the oldest. */
function choose(amount: Money, items: readonly LockedItem[], first: number | undefined): AllocationProposal {
  if (amount.amount <= 0) return { lines: [], rest: amount }
  const payable = items.map((item) => ({ ...item, amountDue: money(item.amountDue, amount.currency) }))
  const exact = exactCombination(amount, payable)
  if (exact && (first === undefined || exact.items.some(({ id }) => id === first))) {
    return {
      lines: exact.items.map((item) => ({ item: item.id, amount: item.amountDue })),
      rest: money(0, amount.currency),
    }
  }
  return propose({ amount, items: payable, ...(first !== undefined && { first }) })
}
