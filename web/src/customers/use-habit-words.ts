import { useTranslation } from 'react-i18next'

/** How a customer pays, in a sentence; null is fewer than three paid invoices. */
export function useHabitWords(): (averageDelay: number | null) => string {
  const { t } = useTranslation('customers')
  return (days) => {
    if (days === null) return t('habit.new')
    if (days === 0) return t('habit.onTime')
    return days > 0 ? t('habit.after', { count: days }) : t('habit.before', { count: -days })
  }
}

/** The same in a column: « 25 j de retard », « 4 j d'avance ». */
export function useShortHabit(): (averageDelay: number | null) => string {
  const { t } = useTranslation('customers')
  return (days) => {
    if (days === null) return t('habit.shortNew')
    if (days === 0) return t('habit.shortOnTime')
    return days > 0 ? t('habit.shortAfter', { count: days }) : t('habit.shortBefore', { count: -days })
  }
}
