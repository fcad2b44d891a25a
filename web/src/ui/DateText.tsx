import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { type DayStyle, formatDay, formatMoment } from './format-day.ts'
import { useLanguage } from './use-language.ts'

/** A day as people write it: 22/11/2026, 22/11 (`short`), lundi 23 novembre 2026 (`long`), lun. 23/11 (`weekday`). */
export function DateText({ date, style = 'numeric' }: { readonly date: CalendarDate; readonly style?: DayStyle }) {
  return (
    <time dateTime={date} className="figures">
      {formatDay(date, style, useLanguage())}
    </time>
  )
}

export interface MomentTextProps {
  /** ISO 8601 with its zone, as the server writes it. */
  readonly at: string
  readonly style?: 'time' | 'dayAndTime'
  readonly timeZone?: string
}

/** A moment of the day in the organisation's time zone: 08:51, or 23/11/2026 08:51. */
export function MomentText({ at, style = 'time', timeZone = 'Europe/Paris' }: MomentTextProps) {
  return (
    <time dateTime={at} className="figures">
      {formatMoment(new Date(at), style, useLanguage(), timeZone)}
    </time>
  )
}
