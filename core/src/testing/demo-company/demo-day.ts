import { addDays, type CalendarDate } from '../../calendar/calendar-date.ts'
import { addWorkingDays, isWorkingDay, workingDayFrom } from '../../calendar/working-days.ts'
import type { Day } from './shapes.ts'

/** The day on which the example company's figures hold: today when people work, else the last day they did. */
export const demoDay = (today: CalendarDate): CalendarDate => (isWorkingDay(today) ? today : addWorkingDays(today, -1))

/** A due date or a date given by a customer: any day of the week. */
export const dayOf = (day: Day, demo: CalendarDate): CalendarDate => addDays(demo, day)

/** Days that a scenario keeps between two contacts. */
const spacing = 5

/**
 * When something past was done by us: on a working day, the next one where the offset falls on a Sunday, unless that
 * would bring it within the five days before today in which nothing else may leave.
 */
export function workedOn(day: Day, demo: CalendarDate): CalendarDate {
  const wanted = addDays(demo, day)
  const shifted = workingDayFrom(wanted)
  const isTooLate = shifted > demo || (day <= -spacing && shifted > addDays(demo, -spacing))
  return isTooLate ? addWorkingDays(addDays(wanted, 1), -1) : shifted
}
