import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { isTooFar } from './furthest-day.ts'

const today = asDate('2026-11-23')

describe('a date given by a customer', () => {
  it('lies within a year for a promise or a delay, within five for a payment plan', () => {
    expect(isTooFar('promise', asDate('2027-11-23'), today)).toBe(false)
    expect(isTooFar('promise', asDate('2027-11-24'), today)).toBe(true)
    expect(isTooFar('delay', asDate('2062-11-30'), today)).toBe(true)
    expect(isTooFar('plan', asDate('2031-11-23'), today)).toBe(false)
    expect(isTooFar('plan', asDate('2031-11-24'), today)).toBe(true)
  })
})
