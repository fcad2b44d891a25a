import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { DateText } from '../ui/DateText.tsx'
import { Money } from '../ui/Money.tsx'
import type { Column } from '../ui/table/columns.ts'
import type { Payment } from './api.ts'
import { PaymentStatePill } from './PaymentStatePill.tsx'

/** « F-2026-0764, F-2026-0911 et 3 autres ». */
export function useAllocationWords(): (payment: Payment) => string {
  const { t } = useTranslation('payments')
  return ({ allocations }) => {
    const numbers = allocations.map(({ invoiceNumber }) => invoiceNumber)
    const rest = numbers.length - 2
    return rest > 1 ? `${numbers.slice(0, 2).join(', ')} ${t('list.more', { count: rest })}` : numbers.join(', ')
  }
}

/** The columns of the list of payments. */
export function usePaymentColumns(): readonly Column<Payment>[] {
  const { t } = useTranslation('payments')
  const allocationOf = useAllocationWords()
  const quiet = (words: string | null) => <span className="text-ink2">{words}</span>
  return [
    {
      id: 'on',
      title: t('list.receivedOn'),
      width: '112px',
      cell: (row) => <DateText date={asDate(row.receivedOn)} />,
    },
    { id: 'customer', title: t('list.customer'), namesRow: true, cell: (row) => row.customer.name },
    {
      id: 'amount',
      title: t('list.amount'),
      width: '118px',
      align: 'end',
      cell: (row) => (
        <span className={row.reversal ? 'line-through decoration-ink3' : ''}>
          <Money of={asMoney(row.amount)} look={row.reversal ? 'quiet' : 'strong'} />
        </span>
      ),
    },
    {
      id: 'means',
      title: t('list.means'),
      width: '104px',
      hideBelow: 'lg',
      cell: (row) => quiet(t(`means.${row.means}`)),
    },
    {
      id: 'reference',
      title: t('list.reference'),
      width: '146px',
      hideBelow: 'xl',
      cell: (row) => quiet(row.reference),
    },
    {
      id: 'invoices',
      title: t('list.allocated'),
      width: '186px',
      hideBelow: 'lg',
      cell: (row) => quiet(allocationOf(row)),
    },
    {
      id: 'unallocated',
      title: t('list.unallocatedColumn'),
      width: '98px',
      align: 'end',
      hideBelow: 'wide',
      cell: (row) => row.unallocated.amount > 0 && <Money of={asMoney(row.unallocated)} />,
    },
    {
      id: 'enteredBy',
      title: t('list.enteredBy'),
      width: '120px',
      hideBelow: '2xl',
      cell: (row) => quiet(row.enteredBy),
    },
    { id: 'state', title: t('list.state'), width: '104px', cell: (row) => <PaymentStatePill payment={row} /> },
  ]
}
