import type { CalendarDate } from '../calendar/calendar-date.ts'
import { addWorkingDays, type WorkingDayRules } from '../calendar/working-days.ts'

export interface Aging {
  /** The day all of its last file was in; null when none ever was to the end. */
  readonly lastGoodOn: CalendarDate | null
  /** Working days after which it is no longer fresh; null: it never ages. */
  readonly freshnessDays: number | null
}

/** Up to `freshnessDays` working days after the day of its last import, that day not counted; always, where it never ages. */
export const isFresh = (
  { lastGoodOn, freshnessDays }: Aging,
  today: CalendarDate,
  rules: WorkingDayRules = {},
): boolean =>
  freshnessDays === null || (lastGoodOn !== null && today < addWorkingDays(lastGoodOn, freshnessDays + 1, rules))
