import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { ReadError } from '../../app/ReadError.tsx'
import type { Customer } from '../../customers/api.ts'
import { HabitChart } from '../../customers/HabitChart.tsx'
import { itemsQuery } from '../../invoices/api.ts'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { ItemTable } from './ItemTable.tsx'
import { LatestExchanges } from './LatestExchanges.tsx'

export interface CurrentPanelProps {
  readonly customer: Customer
  readonly onAllExchanges: () => void
  /** Beside a list: only what fits there. */
  readonly isNarrow?: boolean
}

/** « En ce moment »: what is open, how this customer pays, what was said last. */
export function CurrentPanel({ customer, onAllExchanges, isNarrow = false }: CurrentPanelProps) {
  return (
    <>
      <OpenItems customer={customer} isNarrow={isNarrow} />
      <HabitChart customer={customer} />
      <LatestExchanges customer={customer} onAll={onAllExchanges} />
    </>
  )
}

const shown = 8

/** What is late, oldest first, then what is to come, soonest first. */
function useOpenItems(customer: number) {
  const late = useInfiniteQuery(itemsQuery({ view: 'late', customer, sort: 'dueDate', direction: 'asc' }))
  const upcoming = useInfiniteQuery(itemsQuery({ view: 'upcoming', customer, sort: 'dueDate', direction: 'asc' }))
  const rows = [late, upcoming].flatMap(({ data }) => data?.pages.flatMap((page) => page.rows) ?? [])
  return {
    rows: rows.filter((row) => row.customer.id === customer), // never those of the customer before
    failed: [late, upcoming].find(({ data, error }) => error && !data),
    isPending: late.isPending || upcoming.isPending,
  }
}

function OpenItems({ customer, isNarrow }: { readonly customer: Customer; readonly isNarrow: boolean }) {
  const { t } = useTranslation('customers')
  const { rows, failed, isPending } = useOpenItems(customer.id)
  if (failed) {
    return <ReadError what={t('current.invoices')} error={failed.error} onRetry={failed.refetch} />
  }
  if (isPending) return <SkeletonLines />
  if (rows.length === 0) return <p className="px-4 py-5 text-ink2">{t('current.none')}</p>
  const rest = customer.outstandingItems - Math.min(rows.length, shown)
  return (
    <>
      <ItemTable label={t('current.open')} rows={rows.slice(0, shown)} isNarrow={isNarrow} />
      {rest > 0 && (
        <p className="border-t border-line px-4 py-2 text-small text-ink2">
          {t('current.more', { count: rest })} ·{' '}
          <TextLink link={{ to: paths.invoices, search: { vue: 'a-encaisser', client: customer.id } }}>
            {t('current.openList')}
          </TextLink>
        </p>
      )}
    </>
  )
}
