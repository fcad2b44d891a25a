import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { asCurrency, money } from '../money/money.ts'
import { promiseState } from './promise-state.ts'

const euros = (amount: number) => money(amount, asCurrency('EUR'))

/** « Virement le 30, sans faute »: 12 450,00 €, noted on the 20th. */
const promise = {
  amount: euros(1_245_000),
  notedOn: asDate('2026-10-20'),
  promisedFor: asDate('2026-10-30'),
  withdrawnOn: null,
}
const came = (on: string, amount: number) => ({ on: asDate(on), amount: euros(amount) })

const stateOn = (today: string, ...received: ReturnType<typeof came>[]) =>
  promiseState(promise, received, asDate(today))

describe('a promise to pay', () => {
  it('is pending up to and on the promised day, broken the day after', () => {
    expect(stateOn('2026-10-20')).toBe('pending')
    expect(stateOn('2026-10-30')).toBe('pending')
    expect(stateOn('2026-10-31')).toBe('broken')
  })

  it('is kept as soon as the amount is there, in one payment or several', () => {
    expect(stateOn('2026-10-25', came('2026-10-24', 1_245_000))).toBe('kept')
    expect(stateOn('2026-11-15', came('2026-10-20', 1_000_000), came('2026-10-30', 245_000))).toBe('kept')
  })

  it('with a part of the amount waits until its day, then is partly kept', () => {
    const part = came('2026-10-28', 500_000)
    expect(stateOn('2026-10-30', part)).toBe('pending')
    expect(stateOn('2026-10-31', part)).toBe('partiallyKept')
  })

  it('is not mended by what came before it was noted or after its day', () => {
    expect(stateOn('2026-11-15', came('2026-10-19', 1_245_000))).toBe('broken')
    expect(stateOn('2026-11-15', came('2026-10-31', 1_245_000))).toBe('broken')
  })

  it('is broken after all when the payment that kept it bounces in time', () => {
    expect(stateOn('2026-11-15', came('2026-10-24', 1_245_000), came('2026-10-29', -1_245_000))).toBe('broken')
  })

  it('is withdrawn whatever came, and never across currencies', () => {
    const withdrawn = { ...promise, withdrawnOn: asDate('2026-10-22') }
    expect(promiseState(withdrawn, [came('2026-10-24', 1_245_000)], asDate('2026-11-15'))).toBe('withdrawn')
    const dollars = [{ on: asDate('2026-10-24'), amount: money(1, asCurrency('USD')) }]
    expect(() => promiseState(promise, dollars, asDate('2026-11-15'))).toThrow('own currency')
  })
})
