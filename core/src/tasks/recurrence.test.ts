import { describe, expect, it } from 'vitest'
import { addDays, asDate, type CalendarDate, dayOfWeek } from '../calendar/calendar-date.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import { nextOccurrence, occurrenceOn, overtaking, type Recurrence } from './recurrence.ts'

const mondays: Recurrence = { startsOn: asDate('2026-11-02'), every: 1, unit: 'week', weekday: 1 }
const day = asDate

/** The days a person meets who does each on its day, from `from` on. */
function lived(recurrence: Recurrence, from: CalendarDate, count: number): string[] {
  const days: string[] = []
  let last: CalendarDate | null = null
  let today = from
  while (days.length < count) {
    const next = nextOccurrence(recurrence, last, today)
    days.push(next.dueOn)
    last = next.day
    today = next.dueOn
  }
  return days
}

describe('every Monday', () => {
  it('comes on Mondays', () => {
    expect(lived(mondays, day('2026-11-02'), 4)).toEqual(['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'])
  })

  it('moves to Tuesday when Monday is a holiday, and comes back to Monday after it', () => {
    expect(lived({ ...mondays, startsOn: day('2026-03-30') }, day('2026-03-30'), 3)).toEqual([
      '2026-03-30',
      '2026-04-07',
      '2026-04-13',
    ])
    expect(occurrenceOn(day('2026-04-06'))).toEqual({ day: '2026-04-06', dueOn: '2026-04-07' })
  })

  it('starts on the first Monday of those after its start', () => {
    expect(nextOccurrence({ ...mondays, startsOn: day('2026-11-24') }, null, day('2026-11-24')).day).toBe('2026-11-30')
  })

  it('does not pile up while the machine is off: one task, of the last Monday', () => {
    expect(nextOccurrence(mondays, day('2026-11-02'), day('2026-12-16')).day).toBe('2026-12-14')
  })

  it('done before its day, the next one is a week later and not the same again', () => {
    expect(nextOccurrence(mondays, day('2026-11-23'), day('2026-11-20')).day).toBe('2026-11-30')
  })
})

describe('every other week, months', () => {
  it('keeps its weeks from the first one, whenever it is asked', () => {
    const fortnight: Recurrence = { ...mondays, every: 2 }
    expect(lived(fortnight, day('2026-11-02'), 3)).toEqual(['2026-11-02', '2026-11-16', '2026-11-30'])
    expect(nextOccurrence(fortnight, day('2026-11-02'), day('2026-11-27')).day).toBe('2026-11-16')
  })

  it('takes the last day of a month that has no 31st, and the working day after a week-end', () => {
    const ends: Recurrence = { startsOn: day('2027-01-01'), every: 1, unit: 'month', monthDay: 31 }
    expect(lived(ends, day('2027-01-01'), 4)).toEqual(['2027-02-01', '2027-03-01', '2027-03-31', '2027-04-30'])
  })

  it('a day of the month already past when it starts is next month’s', () => {
    const fifth: Recurrence = { startsOn: day('2026-11-23'), every: 3, unit: 'month', monthDay: 5 }
    expect(lived(fifth, day('2026-11-23'), 3)).toEqual(['2026-12-07', '2027-03-05', '2027-06-07'])
  })
})

describe('the one that is still open', () => {
  it('stands until the day of the next', () => {
    expect(overtaking(mondays, day('2026-11-16'), day('2026-11-22'))).toBeNull()
    expect(overtaking(mondays, day('2026-11-16'), day('2026-11-23'))).toEqual({
      day: '2026-11-23',
      dueOn: '2026-11-23',
    })
  })

  it('is not overtaken on a holiday: the next one is of the day after', () => {
    const spring = { ...mondays, startsOn: day('2026-03-02') }
    expect(overtaking(spring, day('2026-03-30'), day('2026-04-06'))).toBeNull()
    expect(overtaking(spring, day('2026-03-30'), day('2026-04-07'))?.day).toBe('2026-04-06')
  })
})

it('whatever the rule, days only go forward, fall on working days, and asking twice answers the same', () => {
  for (const every of [1, 2, 5])
    for (let at = 1; at <= 31; at += 1) {
      const recurrence: Recurrence =
        at <= 5
          ? { startsOn: day('2026-01-07'), every, unit: 'week', weekday: at }
          : { startsOn: day('2026-01-07'), every, unit: 'month', monthDay: at }
      let last: CalendarDate | null = null
      for (let today = day('2026-01-07'); today < '2027-02-01'; today = addDays(today, 3)) {
        const next = nextOccurrence(recurrence, last, today)
        expect(nextOccurrence(recurrence, last, today)).toEqual(next)
        expect(isWorkingDay(next.dueOn)).toBe(true)
        if (last !== null) expect(next.day > last).toBe(true)
        if (recurrence.unit === 'week') expect(dayOfWeek(next.day)).toBe(recurrence.weekday)
        if (next.dueOn <= today) last = next.day
      }
      expect(last).not.toBeNull()
    }
})
