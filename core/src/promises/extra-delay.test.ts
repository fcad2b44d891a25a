import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { delayedUntil, refusalOf } from './extra-delay.ts'

const today = asDate('2026-11-23')

describe('an extra delay', () => {
  it('in days counts from the due date, or from today once that is past', () => {
    expect(delayedUntil({ days: 10 }, asDate('2026-12-15'), today)).toBe('2026-12-25')
    expect(delayedUntil({ days: 10 }, asDate('2026-10-31'), today)).toBe('2026-12-03')
    expect(delayedUntil({ until: asDate('2026-12-01') }, asDate('2026-10-31'), today)).toBe('2026-12-01')
  })

  it('ends after the due date, and not before today', () => {
    const facts = { dueDate: asDate('2026-11-30'), today, grantedBefore: false }
    expect(refusalOf(asDate('2026-11-30'), facts, false)).toBe('notLater')
    expect(refusalOf(asDate('2026-12-01'), facts, false)).toBeNull()
    expect(refusalOf(asDate('2026-11-22'), { ...facts, dueDate: asDate('2026-10-31') }, false)).toBe('past')
    expect(refusalOf(today, { ...facts, dueDate: asDate('2026-10-31') }, false)).toBeNull()
  })

  it('ends within a year of the due date, or of today once that is past', () => {
    const facts = { dueDate: asDate('2027-06-30'), today, grantedBefore: false }
    expect(refusalOf(asDate('2028-06-30'), facts, true)).toBeNull()
    expect(refusalOf(asDate('2028-07-01'), facts, true)).toBe('tooFar')
    expect(refusalOf(asDate('2062-11-30'), { ...facts, dueDate: asDate('2026-10-31') }, true)).toBe('tooFar')
  })

  it('is granted once; a second one by a director only', () => {
    const facts = { dueDate: asDate('2026-10-31'), today, grantedBefore: true }
    expect(refusalOf(asDate('2026-12-15'), facts, false)).toBe('grantedBefore')
    expect(refusalOf(asDate('2026-12-15'), facts, true)).toBeNull()
  })
})
