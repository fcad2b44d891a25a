import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ReadError } from '../../app/ReadError.tsx'
import { asMoney } from '../../app/wire.ts'
import type { Customer } from '../../customers/api.ts'
import { type Payment, paymentsQuery } from '../../payments/api.ts'
import { DateText } from '../../ui/DateText.tsx'
import { Money } from '../../ui/Money.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { EmptyState, SkeletonLines } from '../../ui/states.tsx'
import { LoadMore } from '../../ui/table/LoadMore.tsx'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { TwoLineRow } from '../../ui/table/TwoLineRow.tsx'
import { useLanguage } from '../../ui/use-language.ts'

/** What the customer has paid, the latest first. */
export function PaymentsPanel({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const words = useTranslation('payments').t
  const list = useInfiniteQuery(paymentsQuery({ view: 'all', customer: customer.id }))
  if (list.error && !list.data) {
    return <ReadError what={t('payments.what')} error={list.error} onRetry={list.refetch} />
  }
  if (!list.data) return <SkeletonLines lines={6} />
  const rows = list.data.pages.flatMap((page) => page.rows).filter((row) => row.customer.id === customer.id)
  if (rows.length === 0) return <EmptyState title={t('payments.none')} />
  const spread = (row: Payment) => [...new Set(row.allocations.map(({ invoiceNumber }) => invoiceNumber))].join(', ')
  return (
    <>
      <PlainTable
        label={t('payments.label')}
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          { id: 'date', title: t('column.date'), cell: (row) => <DateText date={asDate(row.receivedOn)} /> },
          { id: 'means', title: t('column.means'), cell: (row) => words(`means.${row.means}`) },
          {
            id: 'spread',
            title: t('column.spreadOver'),
            cell: (row) => (
              <span className="flex items-center gap-2">
                <span className="block max-w-[18rem] truncate text-ink2">{spread(row)}</span>
                <PaymentState payment={row} />
              </span>
            ),
          },
          { id: 'by', title: t('column.enteredBy'), cell: (row) => row.enteredBy },
          { id: 'amount', title: t('column.amount'), align: 'end', cell: (row) => <PaidAmount payment={row} /> },
        ]}
        mobileRow={(row) => (
          <TwoLineRow
            title={<DateText date={asDate(row.receivedOn)} />}
            detail={[words(`means.${row.means}`), spread(row)].filter(Boolean).join(' · ')}
            end={<PaidAmount payment={row} />}
            endDetail={<PaymentState payment={row} />}
          />
        )}
      />
      {list.hasNextPage && <LoadMore loadMore={() => void list.fetchNextPage()} isLoading={list.isFetchingNextPage} />}
    </>
  )
}

function PaidAmount({ payment }: { readonly payment: Payment }) {
  return (
    <span className={payment.reversal ? 'line-through opacity-70' : ''}>
      <Money of={asMoney(payment.amount)} look="strong" />
    </span>
  )
}

function PaymentState({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation('customers')
  const language = useLanguage()
  if (payment.reversal) return <StatusPill tone="danger">{t('payments.reversed')}</StatusPill>
  if (payment.unallocated.amount === 0) return null
  const amount = formatMoney(asMoney(payment.unallocated), language)
  return <StatusPill tone="warn">{t('payments.unallocated', { amount })}</StatusPill>
}
