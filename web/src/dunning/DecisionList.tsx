import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { IconClock, IconPlayerPause, IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api.ts'
import { DateText } from '../ui/DateText.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { ErrorState, SkeletonLines } from '../ui/states.tsx'
import { Timeline } from '../ui/Timeline.tsx'
import { type Decision, decisionsQuery } from './api.ts'

const looks = {
  take: { icon: IconSend, tone: 'accent' },
  hold: { icon: IconPlayerPause, tone: 'neutral' },
  rest: { icon: IconClock, tone: 'neutral' },
} as const

/** Every decision about a customer on the days it changed, latest first, each in a full sentence. */
export function DecisionList({ customer }: { readonly customer: number }) {
  const { t } = useTranslation('dunning')
  const { data, error, refetch } = useQuery(decisionsQuery(customer))
  if (error && !data) {
    const reference = error instanceof ApiError ? error.reference : undefined
    return <ErrorState what={t('why.what')} onRetry={() => void refetch()} reference={reference} />
  }
  if (!data) return <SkeletonLines lines={4} />
  if (data.length === 0) return <p className="text-ink2">{t('why.none')}</p>
  return (
    <Timeline
      label={t('why.list')}
      entries={data.map((decision) => ({
        id: decision.id,
        ...looks[decision.kind],
        title: <span className="font-regular">{decision.sentence}</span>,
        detail: decision.excluded.length > 0 && <Excluded decision={decision} />,
        date: <DateText date={asDate(decision.on)} style="short" />,
      }))}
    />
  )
}

function Excluded({ decision }: { readonly decision: Decision }) {
  return (
    <span className="grid whitespace-normal">
      {decision.excluded.map((sentence) => (
        <span key={sentence}>{sentence}</span>
      ))}
    </span>
  )
}

export interface WhyDialogProps {
  /** Null while closed. */
  readonly customer: { readonly id: number; readonly name: string } | null
  readonly onClose: () => void
}

/** « Pourquoi ? » for one customer. */
export function WhyDialog({ customer, onClose }: WhyDialogProps) {
  const { t } = useTranslation('dunning')
  return (
    <Dialog
      isOpen={customer !== null}
      onClose={onClose}
      title={t('why.title', { name: customer?.name ?? '' })}
      width="medium"
    >
      <p className="pb-3 text-ink2">{t('why.explain')}</p>
      {customer && <DecisionList customer={customer.id} />}
    </Dialog>
  )
}
