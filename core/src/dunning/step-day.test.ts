import { expect, it } from 'vitest'
import { stepDay } from './step-day.ts'

it('the day of a step is written from the due date, before it with a true minus', () => {
  expect([14, 0, -5].map((day) => stepDay(day, 'fr'))).toEqual(['J+14', 'J+0', 'J−5'])
  expect(stepDay(-5, 'en')).toBe('D−5')
})
