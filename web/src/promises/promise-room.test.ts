import { describe, expect, it } from 'vitest'
import type { Agreements } from './api.ts'
import { newPromise, withAmount } from './promise-draft.ts'
import { roomOf } from './promise-room.ts'

const euros = (amount: number) => ({ amount, currency: 'EUR' })
const line = (id: number, amount: number) => ({
  id,
  number: `F-${id}`,
  dueDate: '2026-10-31',
  amountDue: euros(amount),
})
const items = [line(1, 60_000), line(2, 40_000)]
const standing = (
  id: number,
  amount: number,
  about: readonly number[],
  customer = 9,
): Agreements['promises'][number] => ({
  ...{ id, promisedFor: '2026-11-27', keptUntil: '2026-11-27', amount: euros(amount), received: euros(0), note: null },
  ...{ customer: { id: customer, name: 'Castel' }, invoices: [], isKept: false },
  items: about.map((item) => ({
    id: item,
    invoiceNumber: `F-${item}`,
    amount: null,
    amountDue: euros(item === 1 ? 60_000 : 40_000),
  })),
})
const room = (draft: ReturnType<typeof newPromise>, ...promises: Agreements['promises']) =>
  roomOf(draft, items, { customer: 9, standing: promises })

describe('a promise being typed', () => {
  const first = newPromise(items, new Set([1]))

  it('says which promise it takes the place of, and which it stands beside', () => {
    const before = standing(7, 60_000, [1])
    expect(room(first, before).replaces).toEqual([before])
    expect(room({ ...first, total: 20_000 }, standing(7, 40_000, [1])).replaces).toEqual([])
  })

  it('is stopped by one about other invoices too, or of another customer, unless it replaces that one', () => {
    const both = standing(7, 100_000, [1, 2])
    expect(room(first, both).inTheWay).toEqual(both)
    expect(room(first, standing(7, 60_000, [1], 8)).inTheWay?.id).toBe(7)
    expect(roomOf(first, items, { customer: 9, standing: [both], replaced: 7 })).toMatchObject({
      inTheWay: null,
      replaces: [],
    })
  })

  it('cannot be of more than is left to pay, together or for one invoice', () => {
    expect(room({ ...first, total: 60_001 }).most).toEqual(euros(60_000))
    const each = withAmount({ ...newPromise(items, new Set([1, 2])), split: 'each' }, 2, 40_001)
    expect(room(each).most).toEqual(euros(40_000))
  })
})
