import { expect, it } from 'vitest'
import { weekdayName } from './repeat.ts'

it('names the days of work, Monday first, in the language of the reader', () => {
  expect([1, 2, 3, 4, 5].map((day) => weekdayName(day, 'fr'))).toEqual([
    'lundi',
    'mardi',
    'mercredi',
    'jeudi',
    'vendredi',
  ])
  expect(weekdayName(1, 'en')).toBe('Monday')
})
