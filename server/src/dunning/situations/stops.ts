import type { SituationItem } from '@quittance/core/dunning/situation.ts'
import type { Db } from '../../platform/database/db.ts'
import { disputedItemsOf, plansOf, promisesOf } from './items.ts'

/** What was said about an item that may keep it out. */
export type Stops = Pick<SituationItem, 'disputed' | 'promisedFor' | 'promiseKept' | 'plan'>

/** The disputes, promises and plans of some customers, to be asked item by item. */
export async function stopsOf(db: Db, customers: readonly number[]): Promise<(item: number) => Stops> {
  const disputed = new Set((await disputedItemsOf(db, customers)).map((row) => row.item))
  const promises = new Map((await promisesOf(db, customers)).map((row) => [row.item, row]))
  const plans = new Map((await plansOf(db, customers)).map((row) => [row.item, row]))
  return (item) => {
    const promise = promises.get(item)
    const plan = plans.get(item)
    return {
      disputed: disputed.has(item),
      promisedFor: promise?.promisedFor ?? null,
      promiseKept: promise !== undefined && promise.came >= promise.amount,
      plan: plan ? { instalments: plan.instalments, paid: plan.paid } : null,
    }
  }
}
