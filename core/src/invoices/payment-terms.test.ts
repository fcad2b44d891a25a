import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDate, daysBetween } from '../calendar/calendar-date.ts'
import { asCurrency, money } from '../money/money.ts'
import {
  dueDate,
  type InstalmentsTerm,
  isAmbiguous,
  openItemsFor,
  type PaymentTerm,
  type SingleTerm,
  withMethod,
} from './payment-terms.ts'

const net = (days: number): SingleTerm => ({ kind: 'net', days })
const a = (days: number): SingleTerm => ({ kind: 'eomAfter', days })
const b = (days: number): SingleTerm => ({ kind: 'eomThen', days })
const on = (day: number, after: SingleTerm): SingleTerm => ({ kind: 'dayOfMonth', day, after })
const decade: SingleTerm = { kind: 'decadeEndThen', days: 30 }
const inParts = (...parts: [weight: number, term: SingleTerm][]): InstalmentsTerm => ({
  kind: 'instalments',
  parts: parts.map(([weight, term]) => ({ weight, term })),
})
const ambiguous: SingleTerm = { kind: 'ambiguous', days: 45 }

describe('due date', () => {
  it.each<[number, string, PaymentTerm, string, string]>([
    [1, 'net 30', net(30), '2026-01-31', '2026-03-02'],
    [2, 'net 30, leap year', net(30), '2028-01-31', '2028-03-01'],
    [3, 'net 45 over the new year', net(45), '2026-12-15', '2027-01-29'],
    [4, 'net 60', net(60), '2026-01-01', '2026-03-02'],
    [5, 'net 60, leap year', net(60), '2028-01-01', '2028-03-01'],
    [6, 'on receipt', net(0), '2026-02-28', '2026-02-28'],
    [7, '30 end of month, method A', a(30), '2026-01-15', '2026-02-28'],
    [8, '30 end of month, method B', b(30), '2026-01-15', '2026-03-02'],
    [9, 'method A jumps to the end of March', a(30), '2026-01-31', '2026-03-31'],
    [10, '30 end of month, method B', b(30), '2026-01-31', '2026-03-02'],
    [11, '1 month, end of month', { kind: 'eomMonths', months: 1 }, '2026-01-31', '2026-02-28'],
    [12, 'method A lands on 29 February', a(30), '2028-01-30', '2028-02-29'],
    [13, 'one day later costs a month', a(30), '2028-01-31', '2028-03-31'],
    [14, '45 end of month, method A', a(45), '2026-01-15', '2026-03-31'],
    [15, '45 end of month, method B', b(45), '2026-01-15', '2026-03-17'],
    [16, '45 end of month, method A', a(45), '2026-02-14', '2026-03-31'],
    [17, '45 end of month, method A', a(45), '2026-02-15', '2026-04-30'],
    [18, '45 end of month, method B', b(45), '2026-02-14', '2026-04-14'],
    [19, 'the leap day moves the edge', a(45), '2028-02-15', '2028-03-31'],
    [20, 'the leap day moves the edge', a(45), '2028-02-16', '2028-04-30'],
    [21, 'method B, leap year', b(45), '2028-02-14', '2028-04-14'],
    [22, 'method A over the new year', a(45), '2026-12-17', '2027-01-31'],
    [23, 'method A over the new year', a(45), '2026-12-18', '2027-02-28'],
    [24, 'method B over the new year', b(45), '2026-12-17', '2027-02-14'],
    [25, 'here A is the earlier one', a(45), '2026-10-01', '2026-11-30'],
    [25, 'here B is the later one', b(45), '2026-10-01', '2026-12-15'],
    [26, '30 end of month, then the 10th', on(10, a(30)), '2026-03-10', '2026-05-10'],
    [27, '45 end of month, then the 15th', on(15, a(45)), '2026-11-20', '2027-02-15'],
    [28, 'the 10th of next month', on(10, b(0)), '2026-03-05', '2026-04-10'],
    [29, 'the 31st, in a shorter month', on(31, b(0)), '2026-01-20', '2026-02-28'],
    [30, '2 months', { kind: 'months', months: 2 }, '2026-12-31', '2027-02-28'],
    [31, '30 days after the 10-day period', decade, '2026-02-13', '2026-03-22'],
    [32, '30 days after the 10-day period', decade, '2026-02-23', '2026-03-30'],
    [33, '30 days after the end of the month of delivery', b(30), '2026-02-10', '2026-03-30'],
  ])('example %i: %s', (_number, _title, term, base, due) => {
    expect(dueDate(term, asDate(base))).toBe(due)
  })

  it('counts the first late day as the day after', () => {
    const due = asDate('2026-02-28')
    expect(Math.max(0, daysBetween(due, due))).toBe(0)
    expect(daysBetween(due, asDate('2026-03-01'))).toBe(1)
  })

  it('waits for a person where « 45 jours fin de mois » does not say the method', () => {
    const base = asDate('2026-01-15')
    for (const term of [ambiguous, on(15, ambiguous), inParts([30, net(0)], [70, ambiguous])]) {
      expect(isAmbiguous(term)).toBe(true)
      expect(dueDate(term, base)).toBeUndefined()
      expect(openItemsFor(money(100, asCurrency('EUR')), term, base)).toBeUndefined()
    }
    expect(dueDate(withMethod(ambiguous, 'eomAfter'), base)).toBe('2026-03-31')
    expect(dueDate(withMethod(ambiguous, 'eomThen'), base)).toBe('2026-03-17')
    expect(dueDate(withMethod(on(15, ambiguous), 'eomAfter'), base)).toBe('2026-04-15')
    expect(dueDate(withMethod(inParts([30, net(0)], [70, ambiguous]), 'eomThen'), base)).toBe('2026-03-17')
    expect(withMethod(net(30), 'eomThen')).toEqual(net(30))
    expect(isAmbiguous(on(10, a(30)))).toBe(false)
  })

  it('has neither method always kinder: over 2026, A is later for 175 days and B for 190', () => {
    const days = Array.from({ length: 365 }, (_, index) => addDays(asDate('2026-01-01'), index))
    const later = days.map((day) => daysBetween(dueDate(b(45), day) ?? day, dueDate(a(45), day) ?? day))
    expect(later.filter((gap) => gap > 0)).toHaveLength(175)
    expect(later.filter((gap) => gap < 0)).toHaveLength(190)
    for (const day of days)
      for (const term of [a(45), b(45)]) {
        const delay = daysBetween(day, dueDate(term, day) ?? day)
        expect(delay).toBeGreaterThanOrEqual(45)
        expect(delay).toBeLessThanOrEqual(75)
      }
  })
})

describe('the due lines of an invoice', () => {
  const EUR = asCurrency('EUR')
  const issued = asDate('2026-03-10')
  const lines = (amount: number, term: PaymentTerm) =>
    openItemsFor(money(amount, EUR), term, issued)?.map((line) => [line.amount.amount, line.dueDate])

  it('is one for a plain term', () => {
    expect(lines(120000, net(30))).toEqual([[120000, '2026-04-09']])
  })

  it('are 30 % on order and the balance at 30 days, to the cent', () => {
    expect(lines(100001, inParts([30, net(0)], [70, net(30)]))).toEqual([
      [30000, '2026-03-10'],
      [70001, '2026-04-09'],
    ])
  })

  it('keep back a retention of 5 % for a year after the acceptance of the works', () => {
    const aYear: SingleTerm = { kind: 'months', months: 12 }
    expect(dueDate(aYear, asDate('2026-02-28'))).toBe('2027-02-28')
    expect(dueDate(aYear, asDate('2028-02-29'))).toBe('2029-02-28')
    expect(lines(1_200_000, inParts([95, net(30)], [5, aYear]))).toEqual([
      [1_140_000, '2026-04-09'],
      [60_000, '2027-03-10'],
    ])
  })

  it('are three thirds with the odd cent on the last', () => {
    const thirds = inParts([1, net(0)], [1, net(30)], [1, net(60)])
    expect(lines(10000, thirds)?.map(([amount]) => amount)).toEqual([3333, 3333, 3334])
    expect(lines(-10000, thirds)?.map(([amount]) => amount)).toEqual([-3333, -3333, -3334])
    expect(lines(1, thirds)).toEqual([[1, '2026-05-09']])
    expect(lines(0, thirds)).toEqual([[0, '2026-05-09']])
  })

  it('fall due as a whole when the last one does', () => {
    expect(dueDate(inParts([50, net(60)], [50, net(30)]), issued)).toBe('2026-05-09')
  })

  it('add up to the invoice, whatever the shares', () => {
    const parts = fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), fc.nat(90).map(net)), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), parts, (amount, shares) => {
        const sum = lines(amount, inParts(...shares))?.reduce((all, [part]) => all + Number(part), 0)
        expect(sum).toBe(amount === 0 ? 0 : amount)
      }),
    )
  })
})
