import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { isFresh } from './freshness.ts'

const fresh = (lastGoodOn: string | null, today: string, freshnessDays: number | null = 3): boolean =>
  isFresh({ lastGoodOn: lastGoodOn === null ? null : asDate(lastGoodOn), freshnessDays }, asDate(today))

describe('a source', () => {
  it('is fresh for as many working days as said, the day of the import not counted', () => {
    // Tuesday 17 November 2026: Wednesday, Thursday and Friday, and the weekend after them.
    expect(['2026-11-17', '2026-11-20', '2026-11-22'].map((day) => fresh('2026-11-17', day))).toEqual([
      true,
      true,
      true,
    ])
    expect(fresh('2026-11-17', '2026-11-23')).toBe(false)
  })

  it('does not age on a public holiday', () => {
    // Wednesday 11 November 2026 is one.
    expect(fresh('2026-11-10', '2026-11-12', 1)).toBe(true)
    expect(fresh('2026-11-10', '2026-11-13', 1)).toBe(false)
  })

  it('never ages without a limit, and was never fresh before its first import', () => {
    expect(fresh('2020-01-02', '2026-11-23', null)).toBe(true)
    expect(fresh(null, '2026-11-23')).toBe(false)
  })
})
