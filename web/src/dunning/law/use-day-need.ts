import { type CalendarDate, isAfter } from '@quittance/core/calendar/calendar-date.ts'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../ui/today.ts'

/** What keeps a day of the past from being saved, in words; undefined when it is one. */
export function useDayNeed(): (day: CalendarDate | null) => string | undefined {
  const { t } = useTranslation('law')
  const today = useToday()
  return (day) => {
    if (day === null) return t('day.needs')
    return isAfter(day, today) ? t('day.ahead') : undefined
  }
}
