import { type CalendarDate, daysBetween } from '../calendar/calendar-date.ts'

/** From not yet due to the oldest, in the order of the columns. */
export const agingBuckets = ['notDue', 'd1_30', 'd31_60', 'd61_90', 'd90plus'] as const

export type AgingBucket = (typeof agingBuckets)[number]

/** `daysOverdue` is 0 or less up to and on the due day, which is not late; 1 is the day after. */
export function agingBucket(daysOverdue: number): AgingBucket {
  if (daysOverdue <= 0) return 'notDue'
  if (daysOverdue <= 30) return 'd1_30'
  if (daysOverdue <= 60) return 'd31_60'
  return daysOverdue <= 90 ? 'd61_90' : 'd90plus'
}

/** The bucket of something due on `dueDate`, seen on `today`. */
export const agingBucketOf = ({ dueDate, today }: { dueDate: CalendarDate; today: CalendarDate }): AgingBucket =>
  agingBucket(daysBetween(dueDate, today))
