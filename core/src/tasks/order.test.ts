import { expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { compareTasks, daysToTheTop, daysWaiting, lateSince, type Ordered } from './order.ts'

const task = (told: Partial<Ordered>): Ordered => ({ id: 1, isBroken: false, daysWaiting: 0, rank: 10, ...told })
const inOrder = (...tasks: Ordered[]) => tasks.toSorted(compareTasks).map(({ id }) => id)

it('the most recoverable money comes first', () => {
  expect(inOrder(task({ id: 1, rank: 5 }), task({ id: 2, rank: 50 }))).toEqual([2, 1])
})
it('a broken word comes before money, and before what has waited', () => {
  const waits = task({ id: 3, daysWaiting: 40, rank: 900 })
  expect(inOrder(waits, task({ id: 2, isBroken: true, rank: 1 }))).toEqual([2, 3])
})
it('what has been late for a week passes before larger sums, and not a day sooner', () => {
  const large = task({ id: 1, rank: 900 })
  expect(inOrder(large, task({ id: 2, daysWaiting: daysToTheTop }))).toEqual([2, 1])
  expect(inOrder(large, task({ id: 2, daysWaiting: daysToTheTop - 1 }))).toEqual([1, 2])
})
it('between equals the older one is first, so that the list does not dance', () => {
  expect(inOrder(task({ id: 9 }), task({ id: 4 }))).toEqual([4, 9])
})
it('a task put off is late from the day to which it was put off', () => {
  const dueOn = asDate('2026-11-16')
  expect(lateSince({ dueOn, snoozedUntil: asDate('2026-11-19') })).toBe('2026-11-19')
  expect(daysWaiting({ dueOn, snoozedUntil: null }, asDate('2026-11-23'))).toBe(7)
  expect(daysWaiting({ dueOn, snoozedUntil: asDate('2026-11-19') }, asDate('2026-11-23'))).toBe(4)
  expect(daysWaiting({ dueOn, snoozedUntil: null }, dueOn)).toBe(0)
})
