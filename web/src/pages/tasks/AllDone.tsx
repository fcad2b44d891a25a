import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { IconChecklist } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { WireSums } from '../../app/WireSums.tsx'
import type { TaskList } from '../../tasks/api.ts'
import { formatDay } from '../../ui/format-day.ts'
import { EmptyState } from '../../ui/states.tsx'
import { useLanguage } from '../../ui/use-language.ts'

/** « Tout est fait. 31 480,00 € sont rentrés cette semaine. » and the next day with something to do. */
export function AllDone({ list }: { readonly list: TaskList }) {
  const { t } = useTranslation('tasks')
  const language = useLanguage()
  return (
    <EmptyState icon={IconChecklist} title={t('empty.title')}>
      {list.collectedThisWeek.length > 0 && (
        <p>
          <WireSums of={list.collectedThisWeek} look="strong" /> {t('empty.collected')}
        </p>
      )}
      <p>
        {list.nextOn
          ? t('empty.next', { date: formatDay(asDate(list.nextOn), 'long', language) })
          : t('empty.nothingPlanned')}
      </p>
    </EmptyState>
  )
}
