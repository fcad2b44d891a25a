import { describe, expect, it } from 'vitest'
import type { DueItem } from '../payments/payment-draft.ts'
import { withClosing, withLine } from '../payments/payment-draft.ts'
import type { BankLine, Proposal } from './api.ts'
import { bodyOfSplit, draftOf } from './split-draft.ts'

const euros = (amount: number) => ({ amount, currency: 'EUR' })
const castel = { id: 7, name: 'Menuiseries Castel', code: 'C-1' }
const line = { id: 1, bookedOn: '2026-11-23', amount: euros(10000) } as BankLine
const item = (openItemId: number, due: number): DueItem => ({
  openItemId,
  invoiceId: openItemId,
  invoiceNumber: `F-${openItemId}`,
  dueDate: '2026-10-31',
  daysLate: 23,
  amountDue: euros(due),
  proposed: 0,
})
const items = [item(1, 6000), item(2, 4000), item(3, 9000)]
const proposal = {
  customer: castel,
  credit: euros(0),
  allocations: [
    { openItemId: 1, allocated: euros(6000) },
    { openItemId: 2, allocated: euros(4000) },
  ],
} as Proposal

describe('a bank line split by hand', () => {
  it('begins as it was proposed, with the amount and the day of the bank', () => {
    const draft = draftOf(line, proposal)
    expect([draft.amount, draft.receivedOn, draft.customer]).toEqual([10000, '2026-11-23', castel])
    expect(bodyOfSplit(draft, items, 500)).toEqual({
      kind: 'paysItems',
      customerId: 7,
      allocations: [
        { openItemId: 1, amount: 6000, difference: null },
        { openItemId: 2, amount: 4000, difference: null },
      ],
    })
  })

  it('is not sent while more is allocated than came', () => {
    const draft = withLine(draftOf(line, proposal), items, 3, 1)
    expect(bodyOfSplit(draft, items, 500)).toBeUndefined()
  })

  it('is not sent while nobody said what becomes of the rest', () => {
    const draft = withLine(draftOf(line, proposal), items, 2, 3000)
    expect(bodyOfSplit(draft, items, 500)).toBeUndefined()
    expect(bodyOfSplit({ ...draft, keepsRest: true }, items, 500)).toMatchObject({ kind: 'paysItems' })
  })

  it('closes a small gap with its reason', () => {
    const short = { ...line, amount: euros(9900) } as BankLine
    const draft = withClosing(withLine(draftOf(short, proposal), items, 2, 3900), 2, 'discount')
    expect(bodyOfSplit(draft, items, 500)).toMatchObject({
      allocations: [
        { openItemId: 1 },
        { openItemId: 2, amount: 3900, difference: { reason: 'discount', amount: 100 } },
      ],
    })
  })

  it('is credit when the customer is known and no invoice is', () => {
    const draft = { ...draftOf(line, undefined), customer: castel, lines: new Map(), keepsRest: true }
    expect(bodyOfSplit(draft, items, 500)).toEqual({ kind: 'customerCredit', customerId: 7 })
  })
})
