import { useTranslation } from 'react-i18next'
import { useLanguage } from '../ui/use-language.ts'
import { type Repeat, weekdayName } from './repeat.ts'

/** « chaque lundi », « tous les 3 mois, le 5 ». */
export function useRepeatWords(): (repeat: Repeat) => string {
  const { t } = useTranslation('tasks')
  const language = useLanguage()
  return ({ unit, every, weekday, monthDay }) =>
    unit === 'week'
      ? t('repeat.weekRule', { count: every, day: weekdayName(weekday ?? 1, language) })
      : t('repeat.monthRule', { count: every, on: monthDay })
}
