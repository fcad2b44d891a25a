import { IconCoinEuro } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../app/api.ts'
import { useSession } from '../../app/session.ts'
import { asMoney } from '../../app/wire.ts'
import type { Payment } from '../../payments/api.ts'
import { useAllocationWords, usePaymentColumns } from '../../payments/columns.tsx'
import { PaymentStatePill } from '../../payments/PaymentStatePill.tsx'
import { Button } from '../../ui/Button.tsx'
import { Money } from '../../ui/Money.tsx'
import { Sums } from '../../ui/Sums.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { TwoLineRow } from '../../ui/table/TwoLineRow.tsx'
import { type PaymentSearch, viewOf } from './payment-search.ts'
import type { usePaymentList } from './use-payment-list.ts'

export interface PaymentListProps {
  readonly search: PaymentSearch
  readonly found: ReturnType<typeof usePaymentList>
  readonly onChange: (change: { q?: undefined; reglement?: number }) => void
}

/** Payments, latest first; one opens beside the list. */
export function PaymentList({ search, found, onChange }: PaymentListProps) {
  const { t } = useTranslation('payments')
  const columns = usePaymentColumns()
  const none = asMoney({ amount: 0, currency: useSession().organization.baseCurrency })
  const { list, rows, whole } = found
  return (
    <DataTable
      label={t('list.title')}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowName={(row) => row.customer.name}
      opening={{ open: (row) => onChange({ reglement: row.id }) }}
      mobileRow={(row) => <MobileRow payment={row} />}
      loadMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
      isLoadingMore={list.isFetchingNextPage}
      isLoading={list.isPending}
      empty={
        list.isError ? (
          <ErrorState
            what={t('list.what')}
            onRetry={() => void list.refetch()}
            reference={list.error instanceof ApiError ? list.error.reference : undefined}
          />
        ) : (
          <NoPayments search={search} onChange={onChange} />
        )
      }
      footerStart={
        whole &&
        rows.length > 0 &&
        t(whole.isAtLeast ? 'list.shownAtLeast' : 'list.shown', { count: whole.count, shown: rows.length })
      }
      footerEnd={
        whole &&
        !whole.isAtLeast &&
        rows.length > 0 && (
          <>
            {t('list.totalOf', { count: whole.count })} <Sums of={whole.total.map(asMoney)} none={none} look="strong" />
          </>
        )
      }
    />
  )
}

function NoPayments({ search, onChange }: Pick<PaymentListProps, 'search' | 'onChange'>) {
  const { t } = useTranslation('payments')
  if (search.q !== undefined) {
    return (
      <EmptyState
        title={t('list.noResult', { text: search.q })}
        action={<Button onPress={() => onChange({ q: undefined })}>{t('list.clear')}</Button>}
      />
    )
  }
  const title = { all: 'list.empty', unallocated: 'list.emptyUnallocated', reversed: 'list.emptyReversed' } as const
  return <EmptyState icon={IconCoinEuro} title={t(title[viewOf[search.vue ?? 'tous']])} />
}

function MobileRow({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation('payments')
  const allocationOf = useAllocationWords()
  return (
    <TwoLineRow
      title={payment.customer.name}
      detail={[t(`means.${payment.means}`), allocationOf(payment)].filter(Boolean).join(' · ')}
      end={<Money of={asMoney(payment.amount)} />}
      endDetail={<PaymentStatePill payment={payment} />}
    />
  )
}
