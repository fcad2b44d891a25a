import type { Language } from '../money/format-money.ts'
import { type CalendarDate, civilOf, dayOfWeek } from './calendar-date.ts'
import { dayNames, monthNames } from './month-names.ts'

/** « 22/11/2026 » or "22 Nov 2026": short, and read one way only by British and American eyes. */
export function formatDate(date: CalendarDate, language: Language): string {
  if (language === 'fr') return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
  const { year, month, day } = civilOf(date)
  return `${day} ${monthNames.en[month - 1]?.slice(0, 3)} ${year}`
}

/** « lundi 23 novembre 2026 » or "Monday 23 November 2026". */
export function formatLongDate(date: CalendarDate, language: Language): string {
  return `${dayNames[language][dayOfWeek(date) - 1]} ${formatDateInWords(date, language)}`
}

/** « 1er novembre 2026 » or "1 November 2026", for letters and messages. */
export function formatDateInWords(date: CalendarDate, language: Language): string {
  const { year, month, day } = civilOf(date)
  return `${day}${day === 1 && language === 'fr' ? 'er' : ''} ${monthNames[language][month - 1]} ${year}`
}
