import type { CalendarDate } from '../calendar/calendar-date.ts'
import { isWorkingDay, nextWorkingDay } from '../calendar/working-days.ts'

/** A moment on the organisation's own clocks. */
export interface LocalMoment {
  readonly today: CalendarDate
  readonly minutesAfterMidnight: number
}

/** Messages leave on working days from `fromMinutes` (included) to `toMinutes` (not included) after midnight. */
export interface SendingWindow {
  readonly fromMinutes: number
  readonly toMinutes: number
  readonly alsaceMoselle: boolean
}

export type Opening =
  | { readonly open: true }
  | { readonly open: false; readonly opensOn: CalendarDate; readonly opensAtMinutes: number }

/** May a message leave at this moment, and if not, when? A late one is shifted, never lost. */
export function maySendAt({ today, minutesAfterMidnight }: LocalMoment, window: SendingWindow): Opening {
  const { fromMinutes, toMinutes } = window
  const isWorking = isWorkingDay(today, window)
  if (isWorking && minutesAfterMidnight >= fromMinutes && minutesAfterMidnight < toMinutes) return { open: true }
  const opensToday = isWorking && minutesAfterMidnight < fromMinutes
  return { open: false, opensOn: opensToday ? today : nextWorkingDay(today, window), opensAtMinutes: fromMinutes }
}
