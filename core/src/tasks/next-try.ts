import type { CalendarDate } from '../calendar/calendar-date.ts'
import { addWorkingDays, type WorkingDayRules } from '../calendar/working-days.ts'

export type HalfDay = 'morning' | 'afternoon'

export interface CallRules extends WorkingDayRules {
  /** Tries after which the scenario goes on without an answer. */
  readonly callTries: number
  /** Working days between two tries. */
  readonly callAgainDays: number
}

export type NextTry =
  /** `attempt` is the number of the try that just failed, the first being 1. */
  | { readonly kind: 'again'; readonly attempt: number; readonly on: CalendarDate; readonly half: HalfDay }
  | { readonly kind: 'goOn'; readonly attempt: number }

/** The other half: who was not there in the morning may be there in the afternoon. `minute` counts from midnight. */
export const otherHalf = (minute: number): HalfDay => (minute < 13 * 60 ? 'afternoon' : 'morning')

/** Nobody answered: when to try again, or that it was tried often enough. `tries` counts those before this one. */
export function nextTry(
  { tries, minute, today }: { readonly tries: number; readonly minute: number; readonly today: CalendarDate },
  rules: CallRules,
): NextTry {
  const attempt = tries + 1
  if (attempt >= rules.callTries) return { kind: 'goOn', attempt }
  return { kind: 'again', attempt, on: addWorkingDays(today, rules.callAgainDays, rules), half: otherHalf(minute) }
}
