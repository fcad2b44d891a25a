import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import type { NextTry } from '@quittance/core/tasks/next-try.ts'
import type { Task } from './api.ts'

type Follows = NonNullable<Task['follows']>

/** The next try as the server planned it, with its day as a day. */
export const nextTryOf = (next: Follows['next']): NextTry =>
  next.kind === 'again' ? { ...next, on: asDate(next.on) } : next
