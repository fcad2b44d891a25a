import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { nextTry, otherHalf } from './next-try.ts'

const rules = { callTries: 3, callAgainDays: 2 }
const monday = asDate('2026-11-23')

describe('a call nobody answered', () => {
  it('comes back two working days later, in the other half of the day', () => {
    expect(nextTry({ tries: 0, minute: 9 * 60, today: monday }, rules)).toEqual({
      kind: 'again',
      attempt: 1,
      on: '2026-11-25',
      half: 'afternoon',
    })
    expect(nextTry({ tries: 1, minute: 16 * 60, today: monday }, rules)).toMatchObject({ attempt: 2, half: 'morning' })
  })

  it('skips the week-end and what is a holiday', () => {
    expect(nextTry({ tries: 0, minute: 0, today: asDate('2026-11-10') }, rules)).toMatchObject({ on: '2026-11-13' })
    const friday = asDate('2026-11-27')
    expect(nextTry({ tries: 0, minute: 0, today: friday }, rules)).toMatchObject({ on: '2026-12-01' })
  })

  it('is let go after the tries of the rule, whether there are three or one', () => {
    expect(nextTry({ tries: 2, minute: 0, today: monday }, rules)).toEqual({ kind: 'goOn', attempt: 3 })
    expect(nextTry({ tries: 0, minute: 0, today: monday }, { ...rules, callTries: 1 })).toEqual({
      kind: 'goOn',
      attempt: 1,
    })
  })

  it('is not tried for ever when the rule was made stricter meanwhile', () => {
    expect(nextTry({ tries: 7, minute: 0, today: monday }, rules).kind).toBe('goOn')
  })
})

it('noon still belongs to the morning, after lunch does not', () => {
  expect(otherHalf(12 * 60 + 59)).toBe('afternoon')
  expect(otherHalf(13 * 60)).toBe('morning')
})
