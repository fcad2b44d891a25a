import { type CalendarDate, parseIsoDate } from '../../../calendar/calendar-date.ts'
import type { ExactAmount } from '../exact-amount.ts'
import type { Complement } from './complements.ts'
import type { CfonbRecord } from './cut-records.ts'

/** A record 01 or 07: the balance and its day, as written and as read. */
export interface Balance {
  readonly record: CfonbRecord
  readonly amount: ExactAmount
  readonly isUncertain: boolean
  readonly on: CalendarDate
}

export interface Movement {
  readonly record: CfonbRecord
  /** undefined: it cannot be read, so the line is left out and named. */
  readonly amount: ExactAmount | undefined
  readonly isUncertain: boolean
  readonly complements: Complement[]
}

/** The records of one account and period, complete. */
export interface RecordGroup {
  readonly opening: Balance
  readonly closing: Balance
  readonly movements: readonly Movement[]
}

/** `JJMMAA`; years from 70 on are of the last century. undefined for a day that does not exist. */
export function dayWritten(text: string): CalendarDate | undefined {
  const [, day, month, year = ''] = /^(\d\d)(\d\d)(\d\d)$/.exec(text) ?? []
  return day ? parseIsoDate(`${Number(year) >= 70 ? '19' : '20'}${year}-${month}-${day}`) : undefined
}
