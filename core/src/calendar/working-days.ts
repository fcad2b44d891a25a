import { addDays, asDate, type CalendarDate, civilOf, dateOf, dayOfWeek } from './calendar-date.ts'

export type PublicHoliday =
  | 'newYear'
  | 'goodFriday'
  | 'easterMonday'
  | 'labourDay'
  | 'victoryDay'
  | 'ascension'
  | 'whitMonday'
  | 'nationalDay'
  | 'assumption'
  | 'allSaints'
  | 'armistice'
  | 'christmas'
  | 'secondDayOfChristmas'

/** Good Friday and 26 December are holidays in Moselle, Bas-Rhin and Haut-Rhin only (C. trav. L3134-13). */
export interface WorkingDayRules {
  readonly alsaceMoselle?: boolean
  /** Saturdays, Sundays and public holidays are days like the others. */
  readonly everyDay?: boolean
}

/**
 * The French public holiday of that day (Code du travail, art. L3133-1; mainland, without those of overseas).
 * https://www.legifrance.gouv.fr/codes/id/LEGISCTA000033008129/
 */
export function publicHoliday(date: CalendarDate, rules: WorkingDayRules = {}): PublicHoliday | undefined {
  const holidays = holidaysOf(civilOf(date).year)
  const found = holidays.get(date)
  return found && inAlsaceOnly.has(found) && !rules.alsaceMoselle ? undefined : found
}

const inAlsaceOnly: ReadonlySet<PublicHoliday> = new Set(['goodFriday', 'secondDayOfChristmas'])

const fixedHolidays: readonly (readonly [monthAndDay: string, PublicHoliday])[] = [
  ['01-01', 'newYear'],
  ['05-01', 'labourDay'],
  ['05-08', 'victoryDay'],
  ['07-14', 'nationalDay'],
  ['08-15', 'assumption'],
  ['11-01', 'allSaints'],
  ['11-11', 'armistice'],
  ['12-25', 'christmas'],
  ['12-26', 'secondDayOfChristmas'],
]

const easterHolidays: readonly (readonly [days: number, PublicHoliday])[] = [
  [-2, 'goodFriday'],
  [1, 'easterMonday'],
  [39, 'ascension'],
  [50, 'whitMonday'],
]

const holidaysByYear = new Map<number, ReadonlyMap<CalendarDate, PublicHoliday>>()

/** Where two fall on one day (Ascension on 1 or 8 May), the one kept in all of France by its fixed date is named. */
function holidaysOf(year: number): ReadonlyMap<CalendarDate, PublicHoliday> {
  const known = holidaysByYear.get(year)
  if (known) return known
  const easter = easterSunday(year)
  const made = new Map<CalendarDate, PublicHoliday>([
    ...easterHolidays.map(([days, name]) => [addDays(easter, days), name] as const),
    ...fixedHolidays.map(
      ([monthAndDay, name]) => [asDate(`${String(year).padStart(4, '0')}-${monthAndDay}`), name] as const,
    ),
  ])
  holidaysByYear.set(year, made)
  return made
}

/** The computus of the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterSunday(year: number): CalendarDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const lunar = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - lunar + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const sum = epact + weekday - 7 * correction + 114
  return dateOf({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 })
}

/** Monday to Friday, public holidays excepted: the days on which banks and offices answer. */
export const isWorkingDay = (date: CalendarDate, rules: WorkingDayRules = {}): boolean =>
  rules.everyDay === true || (dayOfWeek(date) <= 5 && publicHoliday(date, rules) === undefined)

/** The first working day strictly after `date`. */
export const nextWorkingDay = (date: CalendarDate, rules: WorkingDayRules = {}): CalendarDate =>
  workingDayFrom(addDays(date, 1), rules)

/** `date` itself when it is a working day, else the first one after it. */
export function workingDayFrom(date: CalendarDate, rules: WorkingDayRules = {}): CalendarDate {
  let day = date
  while (!isWorkingDay(day, rules)) day = addDays(day, 1)
  return day
}

/** Working days after `from` up to and including `to`; 0 when `to` does not follow it. Counted day by day. */
export function workingDaysSince(from: CalendarDate, to: CalendarDate, rules: WorkingDayRules = {}): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, rules)) count += 1
  return count
}

/** The `count`th working day after `date` (before it when negative); 0 gives `date`, working day or not. */
export function addWorkingDays(date: CalendarDate, count: number, rules: WorkingDayRules = {}): CalendarDate {
  const step = count < 0 ? -1 : 1
  let day = date
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step)
    if (isWorkingDay(day, rules)) left -= 1
  }
  return day
}
