import { describe, expect, it } from 'vitest'
import { asDate } from '../../calendar/calendar-date.ts'
import { claimPayments, type KnownPayment, type ToldPayment } from './claim-payments.ts'

const told = (key: string, day: string, settles: readonly number[] = []): ToldPayment => ({
  key,
  customer: 1,
  amount: 100,
  receivedOn: asDate(day),
  settles,
})
const known = (id: number, day: string, said: Partial<KnownPayment> = {}): KnownPayment => ({
  id,
  customer: 1,
  amount: 100,
  receivedOn: asDate(day),
  isUndated: false,
  settles: [],
  ...said,
})

describe('a payment the ledger tells of', () => {
  it('is the known one of the same customer and amount, the nearest day first', () => {
    const claims = claimPayments(
      [told('a', '2026-03-10'), told('b', '2026-03-01')],
      [known(1, '2026-03-02'), known(2, '2026-03-09')],
    )
    expect([...claims].sort()).toEqual([
      ['a', 2],
      ['b', 1],
    ])
  })

  it('is another where customer or amount differ, or the days lie too far apart', () => {
    const others = [
      known(1, '2026-03-02', { customer: 2 }),
      known(2, '2026-03-02', { amount: 99 }),
      known(3, '2026-03-13'),
    ]
    expect(claimPayments([told('a', '2026-03-02')], others).size).toBe(0)
    expect(claimPayments([told('a', '2026-03-03')], others).get('a')).toBe(3)
  })

  it('is never two, nor are two of them one', () => {
    expect(claimPayments([told('a', '2026-03-02')], [known(1, '2026-03-02'), known(2, '2026-03-02')]).get('a')).toBe(1)
    expect([...claimPayments([told('a', '2026-03-02'), told('b', '2026-03-02')], [known(1, '2026-03-02')])]).toEqual([
      ['a', 1],
    ])
  })

  it('may be one whose day nobody knew, after those that have one', () => {
    const undated = known(1, '2026-01-15', { isUndated: true })
    expect(claimPayments([told('a', '2026-03-02')], [undated]).get('a')).toBe(1)
    expect(claimPayments([told('a', '2026-03-02')], [undated, known(2, '2026-03-11')]).get('a')).toBe(2)
  })

  it('is the one that settles the same invoice, be another one nearer', () => {
    const [same, nearer] = [known(1, '2026-03-09', { settles: [7] }), known(2, '2026-03-03', { settles: [8] })]
    expect(claimPayments([told('a', '2026-03-02', [7])], [same, nearer]).get('a')).toBe(1)
  })

  it('is not the one of the week after, which settles another invoice', () => {
    const weekAfter = known(1, '2026-03-09', { settles: [8] })
    expect(claimPayments([told('a', '2026-03-02', [7])], [weekAfter]).size).toBe(0)
    expect(claimPayments([told('a', '2026-03-02')], [weekAfter]).get('a')).toBe(1)
    expect(claimPayments([told('a', '2026-03-08', [7])], [weekAfter]).get('a')).toBe(1)
  })
})
