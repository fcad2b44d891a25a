import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { ReadError } from '../../app/ReadError.tsx'
import type { Customer } from '../../customers/api.ts'
import { itemsQuery } from '../../invoices/api.ts'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { CardFooter } from '../../ui/Card.tsx'
import { EmptyState, SkeletonLines } from '../../ui/states.tsx'
import { LoadMore } from '../../ui/table/LoadMore.tsx'
import { ItemTable } from './ItemTable.tsx'

/** Every due line of the customer, the latest first. */
export function InvoicesPanel({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const list = useInfiniteQuery(itemsQuery({ view: 'all', customer: customer.id, sort: 'dueDate', direction: 'desc' }))
  if (list.error && !list.data) {
    return <ReadError what={t('current.invoices')} error={list.error} onRetry={list.refetch} />
  }
  if (!list.data) return <SkeletonLines lines={6} />
  const rows = list.data.pages.flatMap((page) => page.rows).filter((row) => row.customer.id === customer.id)
  if (rows.length === 0) return <EmptyState title={t('current.noInvoices')} />
  return (
    <>
      <ItemTable label={t('tab.factures')} rows={rows} showsAmount />
      {list.hasNextPage && <LoadMore loadMore={() => void list.fetchNextPage()} isLoading={list.isFetchingNextPage} />}
      <CardFooter>
        <TextLink link={{ to: paths.invoices, search: { vue: 'toutes', client: customer.id } }}>
          {t('current.openList')}
        </TextLink>
      </CardFooter>
    </>
  )
}
