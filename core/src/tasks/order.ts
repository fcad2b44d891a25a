import { type CalendarDate, daysBetween } from '../calendar/calendar-date.ts'

export interface Ordered {
  readonly id: number
  /** A promise or an instalment that was not kept. */
  readonly isBroken: boolean
  /** Calendar days since the task should have been done. */
  readonly daysWaiting: number
  /** `priority`: the amount left times its chance to move. */
  readonly rank: number
}

/** Calendar days late from which a task goes before the money of its group: nothing stays at the bottom for ever. */
export const daysToTheTop = 7

/** Broken words first, then what has been late for a week, then the most recoverable money; older first between equals. */
export const compareTasks = (a: Ordered, b: Ordered): number =>
  Number(b.isBroken) - Number(a.isBroken) ||
  Number(b.daysWaiting >= daysToTheTop) - Number(a.daysWaiting >= daysToTheTop) ||
  b.rank - a.rank ||
  a.id - b.id

/** The day from which the task counts as late: its own, or that to which it was put off. */
export const lateSince = (task: {
  readonly dueOn: CalendarDate
  readonly snoozedUntil: CalendarDate | null
}): CalendarDate => (task.snoozedUntil !== null && task.snoozedUntil > task.dueOn ? task.snoozedUntil : task.dueOn)

/** Calendar days a task is late; 0 on its day and before. */
export const daysWaiting = (
  task: { readonly dueOn: CalendarDate; readonly snoozedUntil: CalendarDate | null },
  today: CalendarDate,
): number => Math.max(0, daysBetween(lateSince(task), today))
