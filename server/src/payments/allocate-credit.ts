import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { type AllocationSource, checkAllocation } from '@quittance/core/payments/allocation.ts'
import type { FactsChanged } from '../customers/facts-changed.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import { allocationsInWords, asChecked, customersOf } from './enter-payment.ts'
import { insertAllocations, type LockedItem, lockItems, lockPayment, type NewAllocation } from './queries.ts'
import { refuseAllocation, withClearConflict } from './refuse-allocation.ts'

interface Allocate {
  /** The payment, or the open item of the credit note. */
  readonly from: number
  readonly allocations: readonly { readonly openItemId: number; readonly amount: number }[]
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
}

/** Settles open items with what is left of a payment. */
export function allocateCredit(db: Db, act: Allocate): Promise<void> {
  return withClearConflict(async () => {
    const payment = found(await lockPayment(db, act.from))
    if (payment.reversedFor !== null) throw paymentIsReversed()
    const items = await lockItems(db, itemIds(act))
    const currency = asCurrency(payment.currency)
    check(act, items, { ...payment, left: money(payment.unallocated, currency) })
    await write(db, act, { items, thing: 'payment', customer: payment.customer, source: { payment: payment.id } })
  })
}

/** Settles open items with what is left of a credit note: no money moved, both sides go down. The allocations' ids. */
export function allocateCreditNote(db: Db, act: Allocate): Promise<number[]> {
  return withClearConflict(async () => {
    const locked = await lockItems(db, [act.from, ...itemIds(act)])
    const note = found(locked.find(({ id }) => id === act.from))
    if (note.amount >= 0) throw isNoCreditNote(note.invoiceNumber)
    const items = locked.filter(({ id }) => id !== note.id)
    check(act, items, { ...note, left: money(-note.amountDue, asCurrency(note.currency)) })
    return write(db, act, { items, thing: 'openItem', customer: note.customer, source: { creditItem: note.id } })
  })
}

const itemIds = (act: Allocate): number[] => act.allocations.map(({ openItemId }) => openItemId)

function check(act: Allocate, items: readonly LockedItem[], source: AllocationSource): void {
  const lines = act.allocations.map((line) => ({
    item: line.openItemId,
    amount: money(line.amount, source.left.currency),
  }))
  const refusals = checkAllocation({ source, lines, items: items.map(asChecked) })
  if (refusals.length > 0) throw refuseAllocation(refusals, items)
}

interface Written {
  readonly items: readonly LockedItem[]
  readonly thing: 'payment' | 'openItem'
  readonly customer: number
  readonly source: Pick<NewAllocation, 'payment' | 'creditItem'>
}

async function write(db: Db, act: Allocate, { items, thing, customer, source }: Written): Promise<number[]> {
  const { today } = act
  const written = await insertAllocations(
    db,
    act.allocations.map((line) => ({
      item: line.openItemId,
      ...source,
      amount: line.amount,
      on: today,
    })),
  )
  await recordInJournal(db, {
    act: 'allocated',
    thing,
    thingId: act.from,
    customerId: customer,
    details: { allocations: allocationsInWords(act, items) },
  })
  await act.factsChanged(db, customersOf(customer, items))
  return written.map(({ id }) => id)
}

const paymentIsReversed = () =>
  new AppError('paymentIsReversed', 409, {
    fr: 'Ce règlement a été annulé ou rejeté : il n’y a plus rien à répartir.',
    en: 'This payment was undone or rejected: nothing is left to allocate.',
  })

const isNoCreditNote = (number: string) =>
  new AppError('isNoCreditNote', 422, {
    fr: `${number} n’est pas un avoir : choisissez un avoir à utiliser.`,
    en: `${number} is not a credit note: choose a credit note to use.`,
  })
