import { describe, expect, it } from 'vitest'
import { dayInZone, minutesInZone } from './zone-day.ts'

const paris = 'Europe/Paris'
const at = (iso: string) => Date.parse(iso)

describe('the day and the clock of a place', () => {
  it('turn at midnight in Paris, not in Greenwich', () => {
    expect(dayInZone(at('2026-11-22T22:59:59Z'), paris)).toBe('2026-11-22')
    expect(dayInZone(at('2026-11-22T23:00:00Z'), paris)).toBe('2026-11-23')
    expect(dayInZone(at('2026-07-13T21:59:59Z'), paris)).toBe('2026-07-13')
    expect(dayInZone(at('2026-07-13T22:00:00Z'), paris)).toBe('2026-07-14')
    expect(dayInZone(at('2026-12-31T23:30:00Z'), paris)).toBe('2027-01-01')
  })

  it('differ from one place to another', () => {
    const instant = at('2026-11-23T02:15:00Z')
    expect(['America/Martinique', 'Indian/Reunion', 'Pacific/Noumea'].map((zone) => dayInZone(instant, zone))).toEqual([
      '2026-11-22',
      '2026-11-23',
      '2026-11-23',
    ])
    expect(minutesInZone(instant, 'America/Martinique')).toBe(22 * 60 + 15)
  })

  it('count minutes after midnight, through the change of clocks', () => {
    expect(minutesInZone(at('2026-11-22T23:00:00Z'), paris)).toBe(0)
    expect(minutesInZone(at('2026-11-23T07:30:00Z'), paris)).toBe(8 * 60 + 30)
    expect(minutesInZone(at('2026-03-29T00:59:00Z'), paris)).toBe(119)
    expect(minutesInZone(at('2026-03-29T01:00:00Z'), paris)).toBe(180)
    expect(minutesInZone(at('2026-10-25T00:30:00Z'), paris)).toBe(150)
    expect(minutesInZone(at('2026-10-25T01:30:00Z'), paris)).toBe(150)
  })

  it('refuse an unknown place and an instant that is none', () => {
    expect(() => dayInZone(0, 'Europe/Atlantis')).toThrow(RangeError)
    expect(() => dayInZone(Number.NaN, paris)).toThrow(/not an instant/)
  })
})
