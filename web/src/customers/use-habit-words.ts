import { useTranslation } from 'react-i18next'

/** How a customer pays, in a column: « 25 j de retard », « 4 j d'avance ». */
export function useShortHabit(): (averageDelay: number | null) => string {
  const { t } = useTranslation('customers')
  return (days) => {
    if (days === null) return t('habit.shortNew')
    if (days === 0) return t('habit.shortOnTime')
    return days > 0 ? t('habit.shortAfter', { count: days }) : t('habit.shortBefore', { count: -days })
  }
}
