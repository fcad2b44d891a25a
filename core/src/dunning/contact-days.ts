import { addDays, type CalendarDate, maxDate } from '../calendar/calendar-date.ts'
import { nextWorkingDay } from '../calendar/working-days.ts'
import type { Step } from './scenario.ts'
import type { DunningRules, Situation } from './situation.ts'

/**
 * The first working day from `from` on at which this step may happen: for a contact, not before the minimum delay since
 * the last one. A decision of the house is no contact.
 */
export function nextPossibleDay(
  from: CalendarDate,
  step: Step,
  situation: Situation,
  rules: DunningRules,
): CalendarDate {
  const spaced =
    situation.lastContactOn === null || step.channel === 'decision'
      ? from
      : maxDate(from, addDays(situation.lastContactOn, rules.minimumDaysBetweenContacts))
  return nextWorkingDay(spaced, { alsaceMoselle: rules.alsaceMoselle })
}
