import { asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { createContext, useContext } from 'react'

/** Today in the organisation's time zone, as the server says it; the application provides it once signed in. */
export const Today = createContext<CalendarDate | null>(null)

/** The organisation's day; before sign-in, the browser's own. */
export function useToday(): CalendarDate {
  return useContext(Today) ?? asDate(new Date().toLocaleDateString('sv-SE'))
}
