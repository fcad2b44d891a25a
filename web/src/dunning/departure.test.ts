import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { describe, expect, it } from 'vitest'
import { departureOf } from './departure.ts'

const place = { today: asDate('2026-11-23'), timeZone: 'Europe/Paris' }
const now = Date.parse('2026-11-23T08:12:00Z')

describe('the departure of the day', () => {
  it('counts the minutes left, rounded up', () => {
    expect(departureOf('2026-11-23T09:00:00Z', now, place)).toEqual({ on: '2026-11-23', isToday: true, inMinutes: 48 })
  })

  it('is on the day of the organisation, not of Greenwich', () => {
    expect(departureOf('2026-11-23T23:30:00Z', now, place).on).toBe('2026-11-24')
  })

  it('counts nothing once it has passed or on another day', () => {
    expect(departureOf('2026-11-23T08:00:00Z', now, place).inMinutes).toBeNull()
    expect(departureOf('2026-11-24T09:00:00Z', now, place).inMinutes).toBeNull()
  })
})
