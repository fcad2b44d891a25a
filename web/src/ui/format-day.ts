import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate, formatLongDate } from '@quittance/core/calendar/format-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'

export type DayStyle = 'numeric' | 'short' | 'long' | 'weekday' | 'month'

const localeOf = { fr: 'fr-FR', en: 'en-GB' } as const

/** A calendar day in figures or words; a day has no time zone, so it is read and written in UTC. */
export function formatDay(date: CalendarDate, style: DayStyle, language: Language): string {
  if (style === 'numeric') return formatDate(date, language)
  if (style === 'long') return formatLongDate(date, language)
  const short = language === 'fr' ? formatDate(date, 'fr').slice(0, 5) : formatDate(date, 'en').slice(0, -5)
  if (style === 'short') return short
  const part = style === 'weekday' ? ({ weekday: 'short' } as const) : ({ month: 'long', year: 'numeric' } as const)
  const word = new Intl.DateTimeFormat(localeOf[language], { ...part, timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )
  return style === 'weekday' ? `${word} ${short}` : word
}

const dayParts = {
  fr: { day: '2-digit', month: '2-digit', year: 'numeric' },
  en: { day: 'numeric', month: 'short', year: 'numeric' }, // as the days beside it are written
} as const

/** A moment in a given time zone: `time` is 08:51, `dayAndTime` 23/11/2026 08:51, in English 23 Nov 2026, 08:51. */
export const formatMoment = (at: Date, style: 'time' | 'dayAndTime', language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(localeOf[language], {
    ...(style === 'dayAndTime' && dayParts[language]),
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(at)
