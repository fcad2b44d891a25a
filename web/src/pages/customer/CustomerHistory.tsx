import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '../../customers/api.ts'
import { historyLook } from '../../invoices/history-look.ts'
import { DateText } from '../../ui/DateText.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { useToday } from '../../ui/today.ts'
import { HistoryEnd } from '../invoice/HistoryEnd.tsx'

/** What happened with a customer, planned steps on top with a hollow dot. */
export function CustomerHistory({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const { t } = useTranslation('customers')
  const today = useToday()
  return (
    <Timeline
      label={t('exchange.list')}
      layout="inline"
      entries={entries.map((entry) => ({
        id: entry.key,
        ...historyLook[entry.kind],
        isPlanned: entry.planned,
        title: entry.title,
        detail: [entry.detail, entry.person && t('exchange.by', { person: entry.person })].filter(Boolean).join(' · '),
        date: entry.on === today ? t('exchange.today') : <DateText date={asDate(entry.on)} />,
        end: <HistoryEnd entry={entry} />,
      }))}
    />
  )
}
