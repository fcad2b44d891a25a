import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { IconClockExclamation, IconRepeat, IconUserShare } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../ui/format-day.ts'
import { StatusPill } from '../ui/Pill.tsx'
import { useLanguage } from '../ui/use-language.ts'
import type { TaskRow } from './api.ts'

/** What stands beside the kind of a task: late since when, from whose hands it came, that it comes back. */
export function TaskPills({ row }: { readonly row: TaskRow }) {
  const { t } = useTranslation('tasks')
  const language = useLanguage()
  return (
    <>
      {row.lateSince && (
        <StatusPill tone="warn" icon={IconClockExclamation}>
          {t('late.since', { date: formatDay(asDate(row.lateSince), 'short', language) })}
        </StatusPill>
      )}
      {row.handed?.by && (
        <StatusPill tone="neutral" icon={IconUserShare}>
          {t('late.handedBy', { name: row.handed.by })}
        </StatusPill>
      )}
      {row.isRecurring && (
        <StatusPill tone="neutral" icon={IconRepeat}>
          {t('repeat.pill')}
        </StatusPill>
      )}
    </>
  )
}
