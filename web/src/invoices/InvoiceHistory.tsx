import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { DateText } from '../ui/DateText.tsx'
import { EmptyState } from '../ui/states.tsx'
import { Timeline } from '../ui/Timeline.tsx'
import { useToday } from '../ui/today.ts'
import { useIsMobile } from '../ui/use-media-query.ts'
import type { HistoryEntry } from './api.ts'
import { historyLook } from './history-look.ts'

export interface InvoiceHistoryProps {
  readonly entries: readonly HistoryEntry[]
  /** « Lire » a message, « Voir » a payment: what can be opened from an entry. */
  readonly endOf: (entry: HistoryEntry) => ReactNode
}

const folded = 3 // on a phone

/** What happened to the invoice, planned steps on top with a hollow dot. */
export function InvoiceHistory({ entries, endOf }: InvoiceHistoryProps) {
  const { t } = useTranslation('invoices')
  const today = useToday()
  const isMobile = useIsMobile()
  const [isUnfolded, setUnfolded] = useState(false)
  if (entries.length === 0) return <EmptyState title={t('page.noHistory')} />

  const shown = isMobile && !isUnfolded ? entries.slice(0, folded) : entries
  return (
    <>
      <Timeline
        label={t('page.history')}
        entries={shown.map((entry) => ({
          id: entry.key,
          ...historyLook[entry.kind],
          isPlanned: entry.planned,
          title: entry.title,
          detail: detailOf(entry, entry.person && t('page.by', { person: entry.person })),
          date: entry.on === today ? t('page.today') : <DateText date={asDate(entry.on)} />,
          end: endOf(entry),
        }))}
      />
      {shown.length < entries.length && (
        <div className="pt-3">
          <Button size="small" onPress={() => setUnfolded(true)}>
            {t('page.historyMore')}
          </Button>
        </div>
      )}
    </>
  )
}

const detailOf = ({ detail }: HistoryEntry, by: string | null): string => [detail, by].filter(Boolean).join(' · ')
