import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ReadError } from '../../app/ReadError.tsx'
import { type Customer, customerHistoryQuery, type HistoryEntry } from '../../customers/api.ts'
import { ReminderCount } from '../../customers/ReminderCount.tsx'
import { SectionTitle } from '../../ui/Card.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { CustomerHistory } from './CustomerHistory.tsx'

export interface LatestExchangesProps {
  readonly customer: Customer
  readonly onAll: () => void
}

const shown = 6
// What the invoices themselves say, elsewhere on the page.
const silent: readonly HistoryEntry['kind'][] = ['issued', 'due', 'change', 'import']

/** « Derniers échanges » : the next planned step, then the latest entries; may fail alone. */
export function LatestExchanges({ customer, onAll }: LatestExchangesProps) {
  const { t } = useTranslation('customers')
  const { data, error, refetch } = useQuery(customerHistoryQuery(customer.id))
  const next = data?.filter((entry) => entry.planned).slice(-1) ?? []
  const past = data?.filter(({ planned, kind }) => !planned && !silent.includes(kind)).slice(0, shown) ?? []
  return (
    <section aria-label={t('exchange.title')} className="border-t border-line px-4 py-3">
      <SectionTitle
        className="pb-2.5"
        end={
          data &&
          data.length > next.length + past.length && <TextButton onPress={onAll}>{t('exchange.all')}</TextButton>
        }
      >
        {t('exchange.title')}
      </SectionTitle>
      <p className="-mt-1.5 pb-2">
        <ReminderCount customer={customer} />
      </p>
      {error && !data ? (
        <ReadError what={t('exchange.what')} error={error} onRetry={refetch} />
      ) : !data ? (
        <SkeletonLines />
      ) : next.length + past.length === 0 ? (
        <p className="py-2 text-ink2">{t('exchange.none')}</p>
      ) : (
        <CustomerHistory entries={[...next, ...past]} />
      )}
    </section>
  )
}
