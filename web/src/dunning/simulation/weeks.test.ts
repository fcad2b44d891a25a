import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { expect, it } from 'vitest'
import { sumOf, totalOf, weeksBetween } from './weeks.ts'

const counts = { emails: 0, texts: 0, calls: 0, letters: 0, decisions: 0 }
const aDay = (on: string, emails: number, real = 0) => ({ on, ...counts, emails, real: { ...counts, calls: real } })

it('brings days together by week, from Monday to Sunday', () => {
  const days = [aDay('2026-11-09', 1), aDay('2026-11-15', 2, 4), aDay('2026-11-16', 5)]
  const weeks = weeksBetween(asDate('2026-11-11'), asDate('2026-11-30'), days)
  expect(weeks.map(({ from, until, emails, real }) => [from, until, emails, real])).toEqual([
    ['2026-11-09', '2026-11-15', 3, 4],
    ['2026-11-16', '2026-11-22', 5, 0],
    ['2026-11-23', '2026-11-29', 0, 0],
  ])
})

it('sums what days bring, kind by kind', () => {
  const sum = sumOf([aDay('2026-11-09', 1), { ...counts, letters: 2, texts: 4 }])
  expect([sum, totalOf(sum)]).toEqual([{ ...counts, emails: 1, letters: 2, texts: 4 }, 7])
})
