import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { describe, expect, it } from 'vitest'
import type { Proposal } from './api.ts'
import {
  allocated,
  bodyOf,
  closableGap,
  missingIn,
  newDraft,
  oldestFirst,
  type PaymentDraft,
  retyped,
  withClosing,
  withLine,
} from './payment-draft.ts'

const today = asDate('2026-11-23')

const item = (id: number, due: number, proposed: number, dueDate = '2026-09-10') => ({
  openItemId: id,
  invoiceId: id,
  invoiceNumber: `F-${id}`,
  dueDate,
  daysLate: 74,
  amountDue: { amount: due, currency: 'EUR' },
  proposed,
})

const proposal = (change: Partial<Proposal> = {}): Proposal => ({
  items: [item(1, 1245000, 1245000), item(2, 820800, 255000, '2026-10-31'), item(3, 654000, 0, '2026-12-15')],
  unallocated: 0,
  isExact: false,
  looksLike: null,
  differenceLimit: 500,
  ...change,
})

const aDraft = (change: Partial<PaymentDraft> = {}): PaymentDraft => ({
  ...newDraft({ receivedOn: asDate('2026-11-20'), customer: { id: 9, name: 'Menuiseries Castel' } }),
  amount: 1500000,
  ...change,
})

describe('a payment being typed', () => {
  it('is ready as soon as the proposal takes all of it', () => {
    expect(missingIn(aDraft(), proposal(), today)).toBeUndefined()
    expect(bodyOf(aDraft(), proposal(), 'EUR')).toMatchObject({
      amount: { amount: 1500000, currency: 'EUR' },
      allocations: [
        { openItemId: 1, amount: 1245000 },
        { openItemId: 2, amount: 255000 },
      ],
      differences: [],
    })
  })

  it('asks for what is missing in the order of the form', () => {
    expect(missingIn(aDraft({ customer: null, amount: null }), undefined, today)).toBe('customer')
    expect(missingIn(aDraft({ amount: null }), proposal(), today)).toBe('amount')
    expect(missingIn(aDraft({ amount: 0 }), proposal(), today)).toBe('amount')
    expect(missingIn(aDraft({ receivedOn: null }), proposal(), today)).toBe('date')
    expect(missingIn(aDraft({ receivedOn: asDate('2026-11-24') }), proposal(), today)).toBe('future')
    expect(missingIn(aDraft(), undefined, today)).toBe('reading')
  })

  it('is not entered with a rest nobody decided about', () => {
    const less = withLine(aDraft(), proposal().items, 2, 0)
    expect(allocated(less, proposal().items).rest).toBe(255000)
    expect(missingIn(less, proposal(), today)).toBe('rest')
    expect(missingIn({ ...less, keepsRest: true }, proposal(), today)).toBeUndefined()
  })

  it('becomes credit by itself when nothing more is due', () => {
    const all = proposal({ items: [item(1, 1245000, 1245000)], unallocated: 255000 })
    expect(missingIn(aDraft(), all, today)).toBeUndefined()
    expect(missingIn(aDraft(), proposal({ items: [] }), today)).toBeUndefined()
  })

  it('never pays more than it has, nor more than is due', () => {
    expect(missingIn(withLine(aDraft(), proposal().items, 3, 1), proposal(), today)).toBe('over')
    const tooMuch = withLine(aDraft({ amount: 9000000 }), proposal().items, 1, 1245001)
    expect(missingIn(tooMuch, proposal(), today)).toBe('over')
  })

  it('keeps the other lines when one is changed by hand', () => {
    const changed = withLine(aDraft(), proposal().items, 1, 1000000)
    expect(bodyOf(changed, proposal(), 'EUR')?.allocations).toEqual([
      { openItemId: 1, amount: 1000000 },
      { openItemId: 2, amount: 255000 },
    ])
  })

  it('is allocated anew when its amount changes', () => {
    const changed = retyped(withLine(aDraft({ keepsRest: true }), proposal().items, 1, 5), { amount: 100 })
    expect(changed).toMatchObject({ amount: 100, lines: null, keepsRest: false })
  })

  it('pays the oldest first when asked, whatever the proposal', () => {
    const exact = proposal({ items: [item(1, 1000, 0), item(2, 500, 500, '2026-10-31')], isExact: true })
    const draft = oldestFirst(aDraft({ amount: 500 }), exact.items, 'EUR')
    expect(bodyOf(draft, exact, 'EUR')?.allocations).toEqual([{ openItemId: 1, amount: 500 }])
  })
})

describe('the gap a payment leaves', () => {
  const short = proposal({ items: [item(1, 1245000, 1244765)] })

  it('can be closed when it is small, and only where something was paid', () => {
    const draft = aDraft({ amount: 1244765 })
    expect(closableGap(draft, item(1, 1245000, 1244765), 500)).toBe(235)
    expect(closableGap(draft, item(1, 1245000, 1244499), 500)).toBe(0)
    expect(closableGap(draft, item(1, 300, 0), 500)).toBe(0)
  })

  it('goes with the payment as what it was: a bank fee', () => {
    const draft = withClosing(aDraft({ amount: 1244765 }), 1, 'bankFee')
    expect(bodyOf(draft, short, 'EUR')?.differences).toEqual([{ openItemId: 1, amount: 235, reason: 'bankFee' }])
  })

  it('is left to pay again when the line changes', () => {
    const draft = withLine(withClosing(aDraft({ amount: 1244765 }), 1, 'discount'), short.items, 1, 1244700)
    expect(bodyOf(draft, short, 'EUR')?.differences).toEqual([])
  })
})
