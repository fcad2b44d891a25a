import { expect, it } from 'vitest'
import { asDate } from '../../calendar/calendar-date.ts'
import { halfYearOf } from '../late-interest.ts'
import { halfYearWords } from './half-year-words.ts'

it('says a half-year as a person does, in both languages', () => {
  const [spring, autumn] = [halfYearOf(asDate('2026-06-30')), halfYearOf(asDate('2026-07-01'))]
  expect([spring, autumn].map((half) => halfYearWords(half, 'fr'))).toEqual(['1er semestre 2026', '2e semestre 2026'])
  expect([spring, autumn].map((half) => halfYearWords(half, 'en'))).toEqual([
    'first half of 2026',
    'second half of 2026',
  ])
})
