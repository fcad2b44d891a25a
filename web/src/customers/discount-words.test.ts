import { expect, it } from 'vitest'
import { rateText, readDays, readRate } from './discount-words.ts'

it.each([
  ['2', 200],
  ['1,5 %', 150],
  ['0.25', 25],
  ['0', null],
  ['', null],
  ['101', undefined],
  ['beaucoup', undefined],
])('a rate typed « %s » is %s hundredths of a percent', (typed, read) => expect(readRate(typed)).toBe(read))

it.each([
  ['10', 10],
  ['0', 0],
  ['', null],
  ['400', undefined],
  ['1,5', undefined],
])('days typed « %s » are %s', (typed, read) => expect(readDays(typed)).toBe(read))

it('a rate is written as it is typed', () => {
  expect([rateText(150, 'fr'), rateText(150, 'en'), rateText(200, 'fr'), rateText(null, 'fr')]).toEqual([
    '1,5',
    '1.5',
    '2',
    '',
  ])
})
