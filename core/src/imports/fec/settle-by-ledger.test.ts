import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ItemToSettle, type PaymentToSettle, settleByLedger } from './settle-by-ledger.ts'

const item = (id: number, entry: string, amountDue: number, untold = 0): ItemToSettle => ({
  id,
  item: entry,
  amountDue,
  untold,
})
const payment = (
  key: string,
  amount: number,
  settles: Readonly<Record<string, number>>,
  known: PaymentToSettle['known'] = null,
): PaymentToSettle => ({
  key,
  amount,
  known,
  settles: Object.entries(settles).map(([entry, part]) => ({ item: entry, amount: part })),
})
const ofKey = (unallocated: number, allocated: Readonly<Record<number, number>> = {}) => ({
  unallocated,
  allocated: new Map(Object.entries(allocated).map(([id, part]) => [Number(id), part])),
})

describe('a payment of the ledger', () => {
  it('settles the invoices it is lettered with, their due lines in order, and keeps the rest', () => {
    const settled = settleByLedger(
      [payment('a', 1000, { 'F-1': 700, 'F-2': 200 })],
      [item(1, 'F-1', 400), item(2, 'F-1', 300), item(3, 'F-2', 500)],
    )
    expect(settled.entered.get('a')).toBe(1000)
    expect(settled.allocations).toEqual([
      { key: 'a', item: 1, amount: 400 },
      { key: 'a', item: 2, amount: 300 },
      { key: 'a', item: 3, amount: 200 },
    ])
  })

  it('is told again without effect', () => {
    const again = payment('a', 1000, { 'F-1': 700 }, ofKey(300, { 1: 700 }))
    expect(settleByLedger([again], [item(1, 'F-1', 100)])).toEqual({ entered: new Map(), allocations: [] })
  })

  it('lettered since is allocated then', () => {
    const since = payment('a', 1000, { 'F-1': 700 }, ofKey(1000))
    expect(settleByLedger([since], [item(1, 'F-1', 700)]).allocations).toEqual([{ key: 'a', item: 1, amount: 700 }])
  })

  it('whose invoice somebody said was paid is that payment, to the cent', () => {
    expect(settleByLedger([payment('a', 1000, { 'F-1': 1000 })], [item(1, 'F-1', 0, 1000)]).entered.size).toBe(0)
    const partly = settleByLedger([payment('a', 1000, { 'F-1': 900 })], [item(1, 'F-1', 400, 500)])
    expect(partly).toEqual({ entered: new Map([['a', 500]]), allocations: [{ key: 'a', item: 1, amount: 400 }] })
    const less = settleByLedger([payment('a', 1000, { 'F-1': 1000 })], [item(1, 'F-1', 1500, 900)])
    expect(less).toEqual({ entered: new Map([['a', 100]]), allocations: [{ key: 'a', item: 1, amount: 100 }] })
  })

  it('whose invoice another payment of the ledger settled comes in whole: the money is there', () => {
    const settled = settleByLedger([payment('a', 1000, { 'F-1': 1000 })], [item(1, 'F-1', 0, 0)])
    expect(settled).toEqual({ entered: new Map([['a', 1000]]), allocations: [] })
  })

  it('never settles more than is left, nor more than it is', () => {
    const part = fc.integer({ min: 0, max: 20 })
    const entry = fc.constantFrom('A', 'B')
    fc.assert(
      fc.property(
        fc.array(fc.record({ item: entry, amountDue: part, untold: part }), { maxLength: 6 }),
        fc.array(
          fc.record({ amount: part, settles: fc.array(fc.record({ item: entry, amount: part }), { maxLength: 3 }) }),
        ),
        (lines, told) => {
          const items = lines.map((line, id) => ({ id, ...line }))
          const payments = told.map((one, index) => ({ key: String(index), known: null, ...one }))
          const { entered, allocations } = settleByLedger(payments, items)
          for (const one of items)
            expect(sum(allocations.filter((made) => made.item === one.id))).toBeLessThanOrEqual(one.amountDue)
          for (const one of payments)
            expect(sum(allocations.filter((made) => made.key === one.key))).toBeLessThanOrEqual(
              entered.get(one.key) ?? 0,
            )
          for (const [key, amount] of entered) expect(amount).toBeLessThanOrEqual(payments[Number(key)]?.amount ?? 0)
        },
      ),
    )
  })
})

const sum = (parts: readonly { readonly amount: number }[]): number =>
  parts.reduce((total, { amount }) => total + amount, 0)
