import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { enoughFor, promiseState } from './promise-state.ts'

/** « Virement le 30, sans faute »: 12 450,00 €, with two days of grace. */
const promise = { enough: 1_245_000, keptUntil: asDate('2026-11-01'), withdrawn: null }
const stateOn = (today: string, received: number) => promiseState({ ...promise, received }, asDate(today))

describe('a promise to pay', () => {
  it('is pending up to and on its last day, broken the day after', () => {
    expect(stateOn('2026-10-20', 0)).toBe('pending')
    expect(stateOn('2026-11-01', 0)).toBe('pending')
    expect(stateOn('2026-11-02', 0)).toBe('broken')
  })

  it('is kept as soon as its amount is there', () => {
    expect(stateOn('2026-10-25', 1_245_000)).toBe('kept')
    expect(stateOn('2026-11-15', 1_245_000)).toBe('kept')
  })

  it('with a part of its amount waits until its day, then is partly kept', () => {
    expect(stateOn('2026-11-01', 500_000)).toBe('pending')
    expect(stateOn('2026-11-02', 500_000)).toBe('partiallyKept')
    expect(stateOn('2026-11-02', 1_244_999)).toBe('partiallyKept')
  })

  it('is withdrawn, or replaced by another one, whatever came', () => {
    const on = asDate('2026-11-15')
    expect(promiseState({ ...promise, received: 0, withdrawn: 'cancelled' }, on)).toBe('withdrawn')
    expect(promiseState({ ...promise, received: 1_245_000, withdrawn: 'replaced' }, on)).toBe('replaced')
  })

  it('is kept by a transfer short of a trifle nobody would be asked for', () => {
    expect(enoughFor(1_245_000, 500)).toBe(1_244_501)
    expect(enoughFor(1_245_000, 0)).toBe(1_245_000)
    expect(enoughFor(300, 500)).toBe(1)
    const short = { ...promise, enough: enoughFor(1_245_000, 500) }
    expect(promiseState({ ...short, received: 1_244_501 }, asDate('2026-11-02'))).toBe('kept')
    expect(promiseState({ ...short, received: 1_244_500 }, asDate('2026-11-02'))).toBe('partiallyKept')
  })
})
