import { type CalendarDate, maxDate } from '@quittance/core/calendar/calendar-date.ts'
import type { SituationItem } from '@quittance/core/dunning/situation.ts'
import type { Db } from '../../platform/database/db.ts'
import { delaysOf, disputedItemsOf, plansOf, promisesOf } from './items.ts'

/** What was said about an item that may keep it out. */
export type Stops = Pick<
  SituationItem,
  | 'disputed'
  | 'disputedAmount'
  | 'delayedUntil'
  | 'promisedFor'
  | 'promiseKept'
  | 'promiseKeptUntil'
  | 'takenBackOn'
  | 'plan'
>

/** The disputes, promises, plans and delays of some customers, to be asked item by item. */
export async function stopsOf(db: Db, customers: readonly number[]): Promise<(item: number) => Stops> {
  const disputes = new Map((await disputedItemsOf(db, customers)).map((row) => [row.item, row]))
  const promises = new Map((await promisesOf(db, customers)).map((row) => [row.item, row]))
  const plans = new Map((await plansOf(db, customers)).map((row) => [row.item, row]))
  const delays = new Map((await delaysOf(db, customers)).map((row) => [row.item, row.until]))
  return (item) => {
    const dispute = disputes.get(item)
    const promise = promises.get(item)
    const plan = plans.get(item)
    const delayedUntil = delays.get(item)
    return {
      disputed: dispute !== undefined && dispute.amount === null,
      ...(dispute && dispute.amount !== null && { disputedAmount: dispute.amount }),
      ...(delayedUntil && { delayedUntil }),
      promisedFor: promise?.promisedFor ?? null,
      promiseKept: promise?.isKept ?? false,
      ...(promise && { promiseKeptUntil: promise.keptUntil }),
      ...takenBack(promise?.takenBackOn ?? null, plan?.takenBackOn ?? null),
      plan: plan
        ? { instalments: plan.instalments, paid: plan.paid, contested: plan.contested, graceDays: plan.graceDays }
        : null,
    }
  }
}

/** The later of two days on which a payment came back. */
function takenBack(promise: CalendarDate | null, plan: CalendarDate | null): Pick<SituationItem, 'takenBackOn'> {
  if (promise === null && plan === null) return {}
  return {
    takenBackOn: promise !== null && plan !== null ? maxDate(promise, plan) : (promise ?? (plan as CalendarDate)),
  }
}
