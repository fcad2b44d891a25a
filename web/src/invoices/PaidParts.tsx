import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { DateText } from '../ui/DateText.tsx'
import { Money } from '../ui/Money.tsx'
import type { Invoice } from './api.ts'

/** What has paid the invoice so far: payments, credit notes, gaps that were closed. Nothing when nothing has. */
export function PaidParts({ allocations }: { readonly allocations: Invoice['allocations'] }) {
  const { t } = useTranslation('invoices')
  const wordsOf = ({ source, label }: Invoice['allocations'][number]): string => {
    if (source === 'creditNote') return t('source.creditNote', { number: label })
    if (source === 'payment') return label || t('source.payment')
    return isReason(label) ? t(`source.${label}`) : t('source.difference')
  }
  const inForce = allocations.filter(({ isReversed }) => !isReversed)
  if (inForce.length === 0) return null
  return (
    <Card padded label={t('page.alreadyPaid')}>
      <SectionTitle>{t('page.alreadyPaid')}</SectionTitle>
      <ul className="grid gap-1.5 pt-1.5 text-small">
        {inForce.map((part) => (
          <li key={part.id} className="flex items-baseline justify-between gap-3">
            <span className="min-w-0 truncate text-ink2">
              <DateText date={asDate(part.on)} style="short" /> · {wordsOf(part)}
            </span>
            <Money of={asMoney(part.amount)} look="strong" />
          </li>
        ))}
      </ul>
    </Card>
  )
}

const reasons = ['bankFee', 'discount', 'rounding'] as const
const isReason = (label: string): label is (typeof reasons)[number] => (reasons as readonly string[]).includes(label)
