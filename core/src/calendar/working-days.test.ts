import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import { addDays, asDate, type CalendarDate } from './calendar-date.ts'
import {
  addWorkingDays,
  easterSunday,
  isWorkingDay,
  nextWorkingDay,
  publicHoliday,
  type WorkingDayRules,
  workingDayFrom,
  workingDaysSince,
} from './working-days.ts'

const day = asDate

describe('working days since a day', () => {
  it('counts neither that day nor weekends and holidays', () => {
    expect(workingDaysSince(day('2026-11-17'), day('2026-11-23'))).toBe(4)
    expect(workingDaysSince(day('2026-11-10'), day('2026-11-12'))).toBe(1)
    expect(workingDaysSince(day('2026-11-20'), day('2026-11-22'))).toBe(0)
    expect(workingDaysSince(day('2026-11-23'), day('2026-11-20'))).toBe(0)
  })
})

function holidaysOf(year: number, rules: WorkingDayRules): CalendarDate[] {
  const found: CalendarDate[] = []
  for (let date = day(`${year}-01-01`); date.startsWith(String(year)); date = addDays(date, 1))
    if (publicHoliday(date, rules)) found.push(date)
  return found
}

/** An independent calendar; it counts Easter and Whit Sunday, which fall on a Sunday anyway. */
function knownHolidaysOf(calendar: Holidays, year: number): string[] {
  const publicOnes = calendar.getHolidays(year).filter((holiday) => holiday.type === 'public')
  const weekly = publicOnes.filter((holiday) => !/^(easter|easter 49)$/.test(holiday.rule))
  return [...new Set(weekly.map((holiday) => holiday.date.slice(0, 10)))].sort()
}

describe('French public holidays', () => {
  it('are those of an independent calendar, from 2000 to 2060', () => {
    const calendar = new Holidays('FR')
    for (let year = 2000; year <= 2060; year++) expect(holidaysOf(year, {})).toEqual(knownHolidaysOf(calendar, year))
  })

  it('are two more in Alsace and Moselle', () => {
    const calendar = new Holidays('FR', '57')
    for (let year = 2000; year <= 2060; year++)
      expect(holidaysOf(year, { alsaceMoselle: true })).toEqual(knownHolidaysOf(calendar, year))
    expect(publicHoliday(day('2026-12-26'))).toBeUndefined()
    expect(publicHoliday(day('2026-12-26'), { alsaceMoselle: true })).toBe('secondDayOfChristmas')
  })

  it('follow Easter', () => {
    expect([2000, 2008, 2024, 2026, 2038, 2100].map(easterSunday)).toEqual([
      '2000-04-23',
      '2008-03-23',
      '2024-03-31',
      '2026-04-05',
      '2038-04-25',
      '2100-03-28',
    ])
    expect(publicHoliday(day('2026-05-14'))).toBe('ascension')
    expect(publicHoliday(day('2026-05-25'))).toBe('whitMonday')
  })
})

describe('working days', () => {
  it('leave out Saturdays, Sundays and holidays', () => {
    expect(
      ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-11'].map((d) => isWorkingDay(day(d))),
    ).toEqual([true, false, false, true, false])
    expect(isWorkingDay(day('2026-04-03'))).toBe(true)
    expect(isWorkingDay(day('2026-04-03'), { alsaceMoselle: true })).toBe(false)
  })

  it('are all days where every day counts', () => {
    expect(['2026-11-21', '2026-11-22', '2026-12-25'].map((d) => isWorkingDay(day(d), { everyDay: true }))).toEqual([
      true,
      true,
      true,
    ])
    expect(nextWorkingDay(day('2026-11-20'), { everyDay: true })).toBe('2026-11-21')
  })

  it('pass over the long weekend of Easter', () => {
    expect(nextWorkingDay(day('2026-04-03'))).toBe('2026-04-07')
    expect(workingDayFrom(day('2026-04-03'))).toBe('2026-04-03')
    expect(workingDayFrom(day('2026-04-04'))).toBe('2026-04-07')
    expect(workingDayFrom(day('2026-04-03'), { alsaceMoselle: true })).toBe('2026-04-07')
  })

  it('are counted forward and back', () => {
    expect(addWorkingDays(day('2026-11-20'), 3)).toBe('2026-11-25')
    expect(addWorkingDays(day('2026-11-21'), 1)).toBe('2026-11-23')
    expect(addWorkingDays(day('2026-11-12'), -1)).toBe('2026-11-10')
    expect(addWorkingDays(day('2026-12-31'), 1)).toBe('2027-01-04')
    expect(addWorkingDays(day('2026-11-21'), 0)).toBe('2026-11-21')
  })
})
