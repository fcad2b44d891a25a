import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDate } from '../calendar/calendar-date.ts'
import { promiseState } from './promise-state.ts'
import { type Receipt, type SharedPromise, shareReceipts } from './share-receipts.ts'

const noted = asDate('2026-10-20')
const day = (text: string) => asDate(`2026-${text}`)

const promise = (id: number, promisedFor: string, change: Partial<SharedPromise> = {}): SharedPromise => ({
  id,
  notedOn: noted,
  promisedFor: day(promisedFor),
  keptUntil: day(promisedFor),
  amount: 1000,
  items: new Map([[1, null]]),
  ...change,
})
const paid = (on: string, amount: number, change: Partial<Receipt> = {}): Receipt => ({
  id: 1,
  item: 1,
  amount,
  paidOn: day(on),
  countedOn: day(on),
  ...change,
})
const shared = (promises: readonly SharedPromise[], ...receipts: Receipt[]) =>
  Object.fromEntries(shareReceipts(promises, receipts))

describe('what a promise received', () => {
  it('is what came for its items from the day it was noted to its last day', () => {
    expect(shared([promise(1, '10-30')], paid('10-30', 400))).toEqual({ 1: 400 })
    expect(shared([promise(1, '10-30')], paid('10-19', 400))).toEqual({ 1: 0 })
    expect(shared([promise(1, '10-30')], paid('10-31', 400))).toEqual({ 1: 0 })
    expect(shared([promise(1, '10-30', { keptUntil: day('11-02') })], paid('11-02', 400))).toEqual({ 1: 400 })
    expect(shared([promise(1, '10-30')], paid('10-25', 400, { item: 2 }))).toEqual({ 1: 0 })
  })

  it('goes by the day of the payment, whenever somebody entered it', () => {
    expect(shared([promise(1, '10-30')], paid('10-30', 1000, { countedOn: day('11-09') }))).toEqual({ 1: 1000 })
    // The money was there before the promise, and counted on the invoice after it: nothing is left to ask for.
    expect(shared([promise(1, '10-30')], paid('10-12', 1000, { countedOn: day('10-22') }))).toEqual({ 1: 1000 })
  })

  it('is never more than was promised: the rest keeps the next one on the same invoice', () => {
    const two = [promise(1, '10-30'), promise(2, '11-15')]
    expect(shared(two, paid('10-28', 1000))).toEqual({ 1: 1000, 2: 0 })
    expect(shared(two, paid('10-28', 1500))).toEqual({ 1: 1000, 2: 500 })
    // Too late for the first, in time for the second.
    expect(shared(two, paid('11-10', 1000))).toEqual({ 1: 0, 2: 1000 })
  })

  it('holds to the amounts of each item where they were given', () => {
    const items = new Map([
      [1, 700],
      [2, 300],
    ])
    const one = promise(1, '10-30', { items })
    expect(shared([one], paid('10-28', 1000))).toEqual({ 1: 700 })
    expect(shared([one], paid('10-28', 1000), paid('10-28', 1000, { id: 2, item: 2 }))).toEqual({ 1: 1000 })
  })
})

/** Days near one another, few items: promises that meet and overlap. */
const days = fc.integer({ min: 0, max: 20 }).map((count) => addDays(noted, count))
const item = fc.integer({ min: 1, max: 3 })
const amount = fc.integer({ min: 1, max: 900 })
const someReceipts = fc
  .array(fc.record({ item, amount, paidOn: days, late: fc.integer({ min: 0, max: 5 }) }), { maxLength: 8 })
  .map((all): Receipt[] =>
    all.map(({ late, ...one }, index) => ({ ...one, id: index + 1, countedOn: addDays(one.paidOn, late) })),
  )
const somePromises = fc
  .array(
    fc.record({
      notedOn: days,
      inDays: fc.integer({ min: 0, max: 10 }),
      grace: fc.integer({ min: 0, max: 3 }),
      amount,
      items: fc.uniqueArray(item, { minLength: 1 }),
      parts: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((all): SharedPromise[] =>
    all.map(({ notedOn, inDays, grace, amount: whole, items, parts }, index) => ({
      id: index + 1,
      notedOn,
      promisedFor: addDays(notedOn, inDays),
      keptUntil: addDays(notedOn, inDays + grace),
      amount: parts ? whole * items.length : whole,
      items: new Map(items.map((one) => [one, parts ? whole : null])),
    })),
  )

const sum = (amounts: Iterable<number>): number => [...amounts].reduce((all, one) => all + one, 0)

describe('whatever was promised and paid', () => {
  it('no cent keeps two promises, and none receives more than was promised', () => {
    fc.assert(
      fc.property(somePromises, someReceipts, (promises, receipts) => {
        const received = shareReceipts(promises, receipts)
        expect(sum(received.values())).toBeLessThanOrEqual(sum(receipts.map((one) => one.amount)))
        for (const one of promises) {
          expect(received.get(one.id)).toBeLessThanOrEqual(one.amount)
          const forIt = receipts.filter((receipt) => one.items.has(receipt.item) && receipt.paidOn <= one.keptUntil)
          expect(received.get(one.id)).toBeLessThanOrEqual(sum(forIt.map((receipt) => receipt.amount)))
        }
      }),
    )
  })

  it('for one item, what all its promises received is no more than what came for it', () => {
    fc.assert(
      fc.property(somePromises, someReceipts, (promises, receipts) => {
        const alone = promises.map((one) => ({ ...one, items: new Map([[1, null]]) }))
        const received = shareReceipts(alone, receipts)
        const came = sum(receipts.filter((one) => one.item === 1).map((one) => one.amount))
        expect(sum(received.values())).toBeLessThanOrEqual(came)
      }),
    )
  })

  it('a promise has one state, and one that is kept is not broken on any later day', () => {
    fc.assert(
      fc.property(somePromises, someReceipts, days, (promises, receipts, today) => {
        const received = shareReceipts(promises, receipts)
        for (const one of promises) {
          const facts = { ...one, enough: one.amount, received: received.get(one.id) ?? 0, withdrawn: null }
          const now = promiseState(facts, today)
          const later = promiseState(facts, addDays(today, 30))
          if (now === 'kept') expect(later).toBe('kept')
          if (now === 'broken' || now === 'partiallyKept') expect(later).toBe(now)
          expect(facts.received >= one.amount).toBe(later === 'kept')
        }
      }),
    )
  })

  it('a payment taken back leaves the promises as if it had never come', () => {
    fc.assert(
      fc.property(somePromises, someReceipts, (promises, receipts) => {
        const [undone] = receipts
        const without = receipts.filter((one) => one !== undone)
        const before = shareReceipts(promises, without)
        shareReceipts(promises, receipts)
        expect(shareReceipts(promises, without)).toEqual(before)
        // The order in which things were written down says nothing.
        expect(shareReceipts(promises.toReversed(), receipts.toReversed())).toEqual(shareReceipts(promises, receipts))
      }),
    )
  })
})
