import type { Customer } from './api.ts'

type Paid = Pick<Customer['habit'][number], 'daysAfterDue'>

const enough = 6 // fewer would call one late payment a change of habit

/** How many days later the recent half was paid than the half before, rounded; null when too few to say. */
export function changeOfHabit(habit: readonly Paid[]): number | null {
  if (habit.length < enough) return null
  const middle = Math.floor(habit.length / 2)
  return Math.round(average(habit.slice(middle)) - average(habit.slice(0, middle)))
}

/** The average of what the chart shows; null when it shows nothing. */
export const averageOf = (habit: readonly Paid[]): number | null =>
  habit.length === 0 ? null : Math.round(average(habit))

const average = (habit: readonly Paid[]): number =>
  habit.reduce((sum, { daysAfterDue }) => sum + daysAfterDue, 0) / habit.length
