import { describe, expect, it } from 'vitest'
import { departureAfter, isOpenAt, type SendingHours } from './departure.ts'

const hours: SendingHours = {
  timeZone: 'Europe/Paris',
  fromMinute: 8 * 60,
  toMinute: 18 * 60,
  departureMinute: 10 * 60,
  recallMinutes: 15,
  alsaceMoselle: false,
}
const at = (instant: string, own: Partial<SendingHours> = {}) =>
  new Date(departureAfter(Date.parse(instant), { ...hours, ...own })).toISOString()

describe('the departure of a message that is let go', () => {
  it('is at the hour of the day while the time to take it back is over by then', () => {
    expect(at('2026-11-23T07:00:00Z')).toBe('2026-11-23T09:00:00.000Z')
    expect(at('2026-11-23T08:45:00Z')).toBe('2026-11-23T09:00:00.000Z')
  })

  it('waits for the end of that time when the hour comes sooner, or has passed', () => {
    expect(at('2026-11-23T08:45:01Z')).toBe('2026-11-23T09:00:01.000Z')
    expect(at('2026-11-23T08:59:59Z')).toBe('2026-11-23T09:14:59.000Z')
    expect(at('2026-11-23T13:00:00Z')).toBe('2026-11-23T13:15:00.000Z')
    expect(at('2026-11-23T08:59:59Z', { recallMinutes: 0 })).toBe('2026-11-23T09:00:00.000Z')
  })

  it('is on the next working day when the hours close meanwhile', () => {
    expect(at('2026-11-23T16:44:59Z')).toBe('2026-11-23T16:59:59.000Z')
    expect(at('2026-11-23T16:45:00Z')).toBe('2026-11-24T09:00:00.000Z')
    expect(at('2026-11-27T20:00:00Z')).toBe('2026-11-30T09:00:00.000Z')
    expect(at('2026-11-22T08:00:00Z')).toBe('2026-11-23T09:00:00.000Z')
  })

  it('is on a Sunday too where the scenario goes on every day, within the hours of the house', () => {
    const own = { everyDay: true }
    expect(at('2026-11-22T08:00:00Z', own)).toBe('2026-11-22T09:00:00.000Z')
    expect(at('2026-11-22T20:00:00Z', own)).toBe('2026-11-23T09:00:00.000Z')
    expect(isOpenAt(Date.parse('2026-11-22T09:00:00Z'), { ...hours, ...own })).toBe(true)
    expect(isOpenAt(Date.parse('2026-11-22T19:00:00Z'), { ...hours, ...own })).toBe(false)
  })

  it('is not before the hours open, whatever was let go in the night', () => {
    const early = { departureMinute: 8 * 60 }
    expect(at('2026-11-23T06:50:00Z', early)).toBe('2026-11-23T07:05:00.000Z')
    expect(at('2026-11-23T03:00:00Z', early)).toBe('2026-11-23T07:00:00.000Z')
  })

  it('keeps the hour on the clocks of the firm when they change', () => {
    expect(at('2026-10-25T08:00:00Z')).toBe('2026-10-26T09:00:00.000Z')
    expect(at('2026-03-28T08:00:00Z')).toBe('2026-03-30T08:00:00.000Z')
  })

  it('is always at an instant at which something may leave, and never before the time to take it back is over', () => {
    for (let minute = 0; minute < 7 * 24 * 60; minute += 7) {
      const now = Date.parse('2026-12-21T00:00:00Z') + minute * 60_000
      const leaves = departureAfter(now, hours)
      expect(isOpenAt(leaves, hours)).toBe(true)
      expect(leaves - now).toBeGreaterThanOrEqual(15 * 60_000)
    }
  })
})
