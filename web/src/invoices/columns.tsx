import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { DateText } from '../ui/DateText.tsx'
import { LateBadge } from '../ui/LateBadge.tsx'
import { Money } from '../ui/Money.tsx'
import type { Column } from '../ui/table/columns.ts'
import type { OpenItem } from './api.ts'
import { ItemStatusPill } from './ItemStatusPill.tsx'
import { NextStep } from './NextStep.tsx'

/** « F-2026-0764 », or « F-2026-0764 · 2 sur 3 » when the invoice has several due lines. */
export function useItemNumber(): (item: Pick<OpenItem, 'invoiceNumber' | 'part'>) => string {
  const { t } = useTranslation('invoices')
  return ({ invoiceNumber, part }) => (part ? `${invoiceNumber} · ${t('part', part)}` : invoiceNumber)
}

/** What a paid line shows instead of days late; the days of an open one. */
export function Lateness({ item }: { readonly item: Pick<OpenItem, 'status' | 'daysLate'> }) {
  return item.status === 'paid' ? <ItemStatusPill status="paid" /> : <LateBadge days={item.daysLate} />
}

/** « E-mail 3 · 16/11 ». */
function LastReminder({ reminder }: { readonly reminder: NonNullable<OpenItem['lastReminder']> }) {
  return (
    <span className="text-ink2">
      {reminder.label} · <DateText date={asDate(reminder.on)} style="short" />
    </span>
  )
}

/** The columns of a list of due lines, in the order of the mock-up; the id of a sorted one is its word in the address. */
export function useItemColumns(): readonly Column<OpenItem>[] {
  const { t } = useTranslation('invoices')
  const numberOf = useItemNumber()
  const quiet = (words: string | undefined) => <span className="text-ink2">{words}</span>
  return [
    { id: 'client', title: t('column.customer'), isSortable: true, namesRow: true, cell: (row) => row.customer.name },
    { id: 'facture', title: t('column.number'), width: '112px', isSortable: true, cell: (row) => quiet(numberOf(row)) },
    {
      id: 'echeance',
      title: t('column.dueDate'),
      width: '108px',
      isSortable: true,
      hideBelow: 'lg',
      cell: (row) => <DateText date={asDate(row.dueDate)} />,
    },
    {
      id: 'retard',
      title: t('column.late'),
      width: '94px',
      isSortable: true,
      cell: (row) => <Lateness item={row} />,
    },
    {
      id: 'montant',
      title: t('column.amount'),
      width: '104px',
      align: 'end',
      isSortable: true,
      hideBelow: 'xl',
      cell: (row) => <Money of={asMoney(row.amount)} look="quiet" />,
    },
    {
      id: 'reste',
      title: t('column.left'),
      width: '112px',
      align: 'end',
      isSortable: true,
      cell: (row) => <Money of={asMoney(row.amountDue)} look={row.amountDue.amount === 0 ? 'quiet' : 'strong'} />,
    },
    {
      id: 'relance',
      title: t('column.lastReminder'),
      width: '140px',
      hideBelow: 'wide',
      cell: (row) => row.lastReminder && <LastReminder reminder={row.lastReminder} />,
    },
    { id: 'etape', title: t('column.next'), width: '186px', cell: (row) => row.next && <NextStep step={row.next} /> },
    {
      id: 'suivi',
      title: t('column.owner'),
      width: '62px',
      align: 'center',
      hideBelow: 'lg',
      cell: (row) => row.owner && <Avatar name={row.owner.name} named />,
    },
  ]
}
