import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { asMoney } from '../../app/wire.ts'
import type { OpenItem } from '../../invoices/api.ts'
import { Lateness, useItemNumber } from '../../invoices/columns.tsx'
import { NextStep } from '../../invoices/NextStep.tsx'
import { textLinkClass } from '../../ui/ButtonLink.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { Money } from '../../ui/Money.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { TwoLineRow } from '../../ui/table/TwoLineRow.tsx'

export interface ItemTableProps {
  readonly label: string
  readonly rows: readonly OpenItem[]
  /** The whole amount in place of what comes next: in the list of everything, paid ones included. */
  readonly showsAmount?: boolean
  /** Beside a list: only what fits there. */
  readonly isNarrow?: boolean
}

/** Due lines of one customer: what, when, how late, what is left, what comes next. */
export function ItemTable({ label, rows, showsAmount = false, isNarrow = false }: ItemTableProps) {
  const { t } = useTranslation('customers')
  const columns: readonly Column<OpenItem>[] = [
    { id: 'number', title: t('column.number'), cell: (row) => <NumberLink row={row} /> },
    {
      id: 'subject',
      title: t('column.subject'),
      cell: (row) => <span className="block max-w-[5rem] truncate text-ink2 lg:max-w-[9.5rem]">{row.subject}</span>,
    },
    { id: 'due', title: t('column.dueDate'), cell: (row) => <DateText date={asDate(row.dueDate)} /> },
    { id: 'late', title: t('column.daysLate'), cell: (row) => <Lateness item={row} /> },
    ...(showsAmount ? [amountColumn(t('column.amount'))] : []),
    {
      id: 'left',
      title: t('column.left'),
      align: 'end',
      cell: (row) => <Money of={asMoney(row.amountDue)} look={row.status === 'paid' ? 'quiet' : 'strong'} />,
    },
    ...(showsAmount ? [] : [nextColumn(t('column.next'))]),
  ]
  return (
    <PlainTable
      label={label}
      rows={rows}
      rowId={(row) => row.id}
      columns={isNarrow ? columns.filter(({ id }) => id !== 'subject' && id !== 'next') : columns}
      mobileRow={(row) => (
        <TwoLineRow
          title={<NumberLink row={row} />}
          detail={[row.subject, row.next?.label].filter(Boolean).join(' · ')}
          end={<Money of={asMoney(row.amountDue)} />}
          endDetail={<Lateness item={row} />}
        />
      )}
    />
  )
}

const amountColumn = (title: string): Column<OpenItem> => ({
  id: 'amount',
  title,
  align: 'end',
  cell: (row) => <Money of={asMoney(row.amount)} look="quiet" />,
})

const nextColumn = (title: string): Column<OpenItem> => ({
  id: 'next',
  title,
  cell: (row) => (
    <span className="block max-w-[7.5rem] lg:max-w-[12rem]">{row.next && <NextStep step={row.next} />}</span>
  ),
})

function NumberLink({ row }: { readonly row: OpenItem }) {
  const numberOf = useItemNumber()
  return (
    <Link
      to={paths.invoice}
      params={{ id: String(row.invoiceId) }}
      search={{ vue: 'toutes', client: row.customer.id }}
      className={`figures !text-ink touch:inline-flex touch:min-h-11 touch:items-center ${textLinkClass}`}
    >
      {numberOf(row)}
    </Link>
  )
}
