import { type CalendarDate, maxDate } from '@quittance/core/calendar/calendar-date.ts'
import type { FactsChanged } from '../customers/facts-changed.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { found } from '../platform/http/app-error.ts'
import { customersOf } from './enter-payment.ts'
import { insertAllocations, type LockedItem, lockItems, lockPayment } from './queries.ts'
import { withClearConflict } from './refuse-allocation.ts'
import { type AllocationAsked, allocationAsked, differencesOn, isTakenBack } from './reversal-queries.ts'

interface TakeBackAllocation {
  readonly allocation: number
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
}

/**
 * Undoes one allocation by a fact that reverses it: the item is due again, and its payment or credit note is free for
 * others. It counts from today, so what was printed of earlier days stays true. Doing it twice changes nothing.
 */
export function takeBackAllocation(db: Db, { allocation, today, factsChanged }: TakeBackAllocation): Promise<void> {
  return withClearConflict(async () => {
    const asked = found(await allocationAsked(db, allocation))
    if (asked.payment !== null) await lockPayment(db, asked.payment)
    const items = await lockItems(db, [asked.item, ...(asked.creditItem === null ? [] : [asked.creditItem])])
    if (await isTakenBack(db, asked.id)) return

    // A gap was closed because the payment came near enough: without the payment it is owed again.
    const closed = asked.payment === null ? [] : await differencesOn(db, asked.item)
    await insertAllocations(
      db,
      [asked, ...closed].map((link) => ({
        item: link.item,
        ...(link.payment !== null && { payment: link.payment }),
        ...(link.creditItem !== null && { creditItem: link.creditItem }),
        ...(link.difference !== null && { difference: link.difference }),
        amount: -link.amount,
        on: maxDate(today, link.on),
        reverses: link.id,
      })),
    )
    await tell(db, asked, { items, on: maxDate(today, asked.on) })
    await factsChanged(db, customersOf(asked.customer, items))
  })
}

/** On the page of the invoice, and on that of the credit note; the customer is told once. */
async function tell(
  db: Db,
  asked: AllocationAsked,
  { items, on }: { items: readonly LockedItem[]; on: CalendarDate },
): Promise<void> {
  const debt = found(items.find(({ id }) => id === asked.item))
  const note = items.find(({ id }) => id === asked.creditItem)
  const label = note ? `${note.invoiceNumber} → ${debt.invoiceNumber}` : (asked.reference ?? debt.invoiceNumber)
  const line = {
    act: 'reversed',
    thing: 'allocation',
    thingId: asked.id,
    details: { label, amount: asked.amount, currency: debt.currency, on },
  } as const
  await recordInJournal(db, { ...line, customerId: debt.customer, invoiceId: debt.invoiceId })
  if (!note) return
  const other = note.customer === debt.customer ? {} : { customerId: note.customer }
  await recordInJournal(db, { ...line, ...other, invoiceId: note.invoiceId })
}
