import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { describe, expect, it } from 'vitest'
import { bounce, countsFrom, isLate, type OwnCustomer, type OwnItem, pay, stopOf } from './own-books.ts'

const anItem = (changes: Partial<OwnItem> = {}): OwnItem => ({
  id: 1,
  invoice: 1,
  number: 'F-00001',
  due: asDate('2026-11-10'),
  left: 10_000,
  disputed: null,
  promisedFor: null,
  promised: 0,
  planned: false,
  pausedUntil: null,
  delayedUntil: null,
  ...changes,
})
const day = asDate('2026-11-23')

describe('the books of the world', () => {
  it('ask for nothing that is paid, disputed, promised, planned or paused', () => {
    expect(stopOf(anItem(), day)).toBeNull()
    expect(stopOf(anItem({ left: 0 }), day)).toBe('paid')
    expect(stopOf(anItem({ disputed: 4 }), day)).toBe('dispute')
    expect(stopOf(anItem({ planned: true }), day)).toBe('plan')
  })

  it('let a promise count up to its day, and a pause end on its day', () => {
    expect(stopOf(anItem({ promisedFor: day }), day)).toBe('promise')
    expect(stopOf(anItem({ promisedFor: asDate('2026-11-22') }), day)).toBeNull()
    expect(stopOf(anItem({ pausedUntil: asDate('2026-11-24') }), day)).toBe('paused')
    expect(stopOf(anItem({ pausedUntil: day }), day)).toBeNull()
  })

  it('ask for nothing while more time is granted, and count steps from its end', () => {
    const delayed = anItem({ delayedUntil: day })
    expect(stopOf(delayed, day)).toBe('delay')
    expect(stopOf(delayed, asDate('2026-11-24'))).toBeNull()
    expect(countsFrom(delayed)).toBe(day)
    expect(countsFrom(anItem({ delayedUntil: asDate('2026-11-01') }))).toBe('2026-11-10')
  })

  it('call late what was due before the day', () => {
    expect(isLate(anItem({ due: day }), day)).toBe(false)
    expect(isLate(anItem(), day)).toBe(true)
    expect(isLate(anItem({ left: 0 }), day)).toBe(false)
  })

  it('owe again what a payment that came back had paid', () => {
    const item = anItem()
    const customer: OwnCustomer = {
      id: 1,
      name: 'Castel',
      email: 'c@castel.example',
      addresses: 1,
      habit: 'slow',
      items: [item],
      credits: [],
      paid: [],
      pausedUntil: null,
      insolvent: false,
      handedOver: false,
      refusesMail: false,
      setAsideUntil: null,
      phone: null,
      unread: [],
      contacts: [],
    }
    pay(customer, 7, [{ item, amount: 4_000 }])
    expect(item.left).toBe(6_000)
    bounce(customer, 7)
    bounce(customer, 7)
    expect(item.left).toBe(10_000)
  })
})
