import { daysBetween } from '../../../calendar/calendar-date.ts'
import type { BookedPromise } from '../books.ts'
import type { Case, Hypothesis, ItemSet } from './hypothesis.ts'
import { takesOf } from './take-items.ts'

/** A payer keeps his word some days around the day he gave. */
const daysAround = 25

/** An amount promised to the cent, or an instalment of a plan, pays the items it was promised for, the oldest first. */
export function promisedOf(one: Case, promises: readonly BookedPromise[]): Hypothesis[] {
  const { amount, bookedOn } = one.read.line
  const owed = new Set(one.pool.map(({ item }) => item.customer))
  return promises.flatMap((promise): Hypothesis[] => {
    if (promise.amount !== amount || !owed.has(promise.customer)) return []
    if (Math.abs(daysBetween(promise.on, bookedOn)) > daysAround) return []
    const items = one.pool.filter(
      ({ item, face }) =>
        face > 0 &&
        item.customer === promise.customer &&
        (promise.items.length === 0 || promise.items.includes(item.id)),
    )
    const total = items.reduce((sum, { face }) => sum + face, 0)
    if (items.length === 0 || total < amount) return []
    const fit = total === amount ? 'exact' : 'partial'
    const set: ItemSet = { items, manner: 'sum', choice: 0, ways: 1 }
    return [
      {
        kind: 'paysItems',
        case: one,
        payer: one.payer,
        set,
        fit,
        takes: takesOf(set, fit, amount).filter((take) => take.amount > 0),
        credit: 0,
        payments: [],
        weight: one.payer.weight + one.surprise - (fit === 'exact' ? 700 : 1700),
      },
    ]
  })
}
