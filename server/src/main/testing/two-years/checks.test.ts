import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { describe, expect, it } from 'vitest'
import { isTrue, wrongIn } from './checks.ts'
import type { OwnCustomer, OwnItem } from './own-books.ts'
import type { Arrived } from './world.ts'

const day = asDate('2026-11-23')
const item = (number: string, left: number, changes: Partial<OwnItem> = {}): OwnItem => ({
  ...{ id: 1, invoice: 1, number, left, due: asDate('2026-11-10') },
  ...{ disputed: null, promisedFor: null, promised: 0, planned: false, pausedUntil: null, delayedUntil: null },
  ...changes,
})
const customer = (items: OwnItem[], changes: Partial<OwnCustomer> = {}): OwnCustomer => ({
  ...{ id: 1, name: 'Castel', email: 'c@castel.example', addresses: 1, habit: 'slow', items, credits: [], paid: [] },
  ...{ pausedUntil: null, insolvent: false, handedOver: false, refusesMail: false, setAsideUntil: null, contacts: [] },
  ...{ phone: null, unread: [] },
  ...changes,
})
const message = (own: OwnCustomer, invoices: string[], amounts: number[]): Arrived => ({
  ...{ id: '<1@x>', customer: own, day, invoices, amounts, way: 'email' },
})

describe('a message that reached a customer', () => {
  it('is right when it asks for what is late, to the cent, credit taken off', () => {
    const owes = [item('F-00001', 5_000), item('F-00002', 7_000)]
    const own = customer(owes, { credits: [{ payment: 1, left: 2_000 }] })
    expect(wrongIn(message(own, ['F-00001', 'F-00002'], [5_000, 7_000, 2_000, 10_000]))).toEqual([])
  })

  it('is wrong when it asks for what is paid, promised, disputed or not due yet', () => {
    const wrong = (changes: Partial<OwnItem>) =>
      wrongIn(message(customer([item('F-00001', 5_000, changes)]), ['F-00001'], [5_000]))
    expect(wrong({})).toEqual([])
    for (const changes of [{ left: 0 }, { promisedFor: day }, { disputed: 3 }, { planned: true }, { due: day }]) {
      expect(wrong(changes)).toContain('F-00001 may not be asked for')
    }
  })

  it('is wrong by a cent, too soon, or when everything is stopped', () => {
    const owes = () => [item('F-00001', 5_000)]
    expect(wrongIn(message(customer(owes()), ['F-00001'], [5_001]))).toEqual([
      '5000 of F-00001 is not said',
      '5001 is no amount of the books',
    ])
    const written = customer(owes(), { contacts: [asDate('2026-11-20')] })
    expect(wrongIn(message(written, ['F-00001'], [5_000]))).toEqual([
      'written to on 2026-11-20 and again on 2026-11-23',
    ])
    for (const stop of [{ insolvent: true }, { handedOver: true }, { pausedUntil: asDate('2026-11-24') }]) {
      expect(wrongIn(message(customer(owes(), stop), ['F-00001'], [5_000]))).toHaveLength(1)
    }
  })

  it('is wrong while an answer of the customer is unread', () => {
    const own = customer([item('F-00001', 5_000)], { unread: [3] })
    expect(wrongIn(message(own, ['F-00001'], [5_000]))).toEqual(['written to while 1 of its answers are unread'])
  })

  it('by SMS is right when it says the one invoice, or the sum of several less the credit', () => {
    const owes = [item('F-00001', 5_000), item('F-00002', 7_000), item('F-00003', 400)]
    const own = customer(owes, { credits: [{ payment: 1, left: 2_000 }] })
    const sms = (amount: number) => wrongIn({ ...message(own, [], [amount]), way: 'sms' })
    expect(sms(10_000)).toEqual([])
    expect(sms(12_000)).toEqual(['asked by SMS for 12000, and owes 10000'])
    expect(wrongIn(message(own, [], [10_000]))).toEqual(['written to about no invoice'])
  })

  it('is wrong when credit covers what it asks for', () => {
    const own = customer([item('F-00001', 5_000)], { credits: [{ payment: 1, left: 5_000 }] })
    expect(wrongIn(message(own, ['F-00001'], [5_000]))).toContain('asked for 5000, with 5000 of credit here')
  })
})

describe('a reason for holding back', () => {
  const facts = { day, hasTask: false, isDoubtful: false }
  it('is believed when the books say so too, and only then', () => {
    const disputed = customer([item('F-00001', 5_000, { disputed: 3 })])
    expect(isTrue('dispute', disputed, facts)).toBe(true)
    expect(isTrue('promise', disputed, facts)).toBe(false)
    expect(isTrue('legal', disputed, facts)).toBe(false)
    expect(isTrue('credit', disputed, facts)).toBe(false)
    expect(isTrue('humanToday', disputed, facts)).toBe(false)
    expect(isTrue('humanToday', disputed, { ...facts, hasTask: true })).toBe(true)
    expect(isTrue('answerUnread', disputed, facts)).toBe(false)
    expect(isTrue('answerUnread', customer([], { unread: [3] }), facts)).toBe(true)
    expect(isTrue('uncertain', disputed, { ...facts, isDoubtful: true })).toBe(true)
    expect(isTrue('tooSoon', customer([], { contacts: [asDate('2026-11-19')] }), facts)).toBe(true)
    expect(isTrue('tooSoon', customer([], { contacts: [asDate('2026-11-18')] }), facts)).toBe(false)
  })

  it('is never believed when nobody knows it', () => {
    expect(isTrue('somethingNew', customer([item('F-00001', 5_000)]), facts)).toBe(false)
  })
})
