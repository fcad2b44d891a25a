import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { changeByItself, type DisputeFacts, isOverdue } from './dispute-standing.ts'

const open: DisputeFacts = {
  resolvedOn: null,
  outcome: null,
  deadline: null,
  turn: 'ourTurn',
  leftOfItems: [5000, 200],
}
const today = asDate('2026-11-23')

describe('a dispute', () => {
  it('closes by itself when nothing is left of any of its due lines', () => {
    expect(changeByItself(open)).toBeNull()
    expect(changeByItself({ ...open, leftOfItems: [0, 200] })).toBeNull()
    expect(changeByItself({ ...open, leftOfItems: [0, 0] })).toBe('settles')
  })

  it('is never closed by a part payment, however large', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), fc.integer({ min: 1 }), (others, left) => {
        expect(changeByItself({ ...open, leftOfItems: [...others, left] })).toBeNull()
      }),
    )
  })

  it('opens again when the payment that settled it is taken back, and not when a person resolved it', () => {
    const resolvedOn = today
    expect(changeByItself({ ...open, resolvedOn, outcome: 'settled' })).toBe('reopens')
    expect(changeByItself({ ...open, resolvedOn, outcome: 'settled', leftOfItems: [0] })).toBeNull()
    for (const outcome of ['creditNote', 'correctedInvoice', 'rejected', 'agreed'] as const) {
      expect(changeByItself({ ...open, resolvedOn, outcome })).toBeNull()
    }
  })

  it('is overdue the day after its deadline, as long as it is open', () => {
    expect(isOverdue({ ...open, deadline: asDate('2026-11-22') }, today)).toBe(true)
    expect(isOverdue({ ...open, deadline: today }, today)).toBe(false)
    expect(isOverdue(open, today)).toBe(false)
    expect(isOverdue({ resolvedOn: today, deadline: asDate('2026-11-01') }, today)).toBe(false)
  })
})
