import { type CalendarDate, maxDate } from '@quittance/core/calendar/calendar-date.ts'
import type { FactsChanged } from '../customers/facts-changed.ts'
import { markRejected } from '../invoices/queries.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import { customersOf } from './enter-payment.ts'
import { insertAllocations, type LockedPayment, lockItems, lockPayment } from './queries.ts'
import { withClearConflict } from './refuse-allocation.ts'
import { allocationsToReverse, insertReversal, itemsEverSettledBy, type NewReversal } from './reversal-queries.ts'

interface ReversePayment {
  readonly payment: number
  readonly reason: NewReversal['reason']
  /** When it bounced; today unless said. A mistake never was: it counts from the day it was received. */
  readonly on?: CalendarDate | undefined
  readonly note: string | null
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
}

/**
 * Takes a payment back by facts that undo it; its items are due again. 'undone' within ten minutes of the entry.
 * Doing it twice for the same reason changes nothing. After a rejection, items on automatic means are chased again.
 */
export function reversePayment(db: Db, act: ReversePayment): Promise<void> {
  return withClearConflict(async () => {
    const payment = found(await lockPayment(db, act.payment))
    if (payment.reversedFor === act.reason) return
    refuseWhatCannotBe(payment, act)
    const on = act.reason === 'rejected' ? (act.on ?? act.today) : payment.receivedOn

    const items = await lockItems(db, await itemsEverSettledBy(db, payment.id))
    const links = await allocationsToReverse(db, payment.id)
    await insertAllocations(
      db,
      links.map((link) => ({
        item: link.item,
        ...(link.payment !== null && { payment: link.payment }),
        ...(link.difference !== null && { difference: link.difference }),
        amount: -link.amount,
        on: maxDate(on, link.on),
        reverses: link.id,
      })),
    )
    await insertReversal(db, { payment: payment.id, on, reason: act.reason, note: act.note })
    const reopened = links.filter((link) => link.payment !== null).map(({ item }) => item)
    if (act.reason === 'rejected' && reopened.length > 0) await markRejected(db, reopened, on)
    await recordInJournal(db, {
      act: act.reason === 'rejected' ? 'rejected' : 'reversed',
      thing: 'payment',
      thingId: payment.id,
      customerId: payment.customer,
      details: { reason: act.reason, note: act.note, amount: payment.amount, currency: payment.currency, on },
    })
    await act.factsChanged(db, customersOf(payment.customer, items))
  })
}

function refuseWhatCannotBe(payment: LockedPayment, { reason, on, today }: ReversePayment): void {
  if (payment.reversedFor !== null) {
    throw new AppError('alreadyReversed', 409, {
      fr: 'Ce règlement a déjà été annulé ou rejeté : rien n’a changé.',
      en: 'This payment was already undone or rejected: nothing changed.',
    })
  }
  if (reason === 'undone' && !payment.isUndoable) {
    throw new AppError('tooLateToUndo', 409, {
      fr: 'Les 10 minutes pour annuler sont passées : choisissez « Saisi par erreur » ou « Rejeté », la trace restera.',
      en: 'The 10 minutes to undo are over: choose "Entered by mistake" or "Rejected", the trace stays.',
    })
  }
  if (on !== undefined && (on > today || on < payment.receivedOn)) {
    throw new AppError('reversalDay', 422, {
      fr: 'La date du rejet doit être entre la date du règlement et aujourd’hui.',
      en: 'The day of the rejection must lie between the payment date and today.',
    })
  }
}
