import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { DateText } from '../ui/DateText.tsx'
import { Money } from '../ui/Money.tsx'
import type { Column } from '../ui/table/columns.ts'
import { PlainTable } from '../ui/table/PlainTable.tsx'
import { TwoLineRow } from '../ui/table/TwoLineRow.tsx'
import type { Invoice, OpenItem } from './api.ts'
import { Lateness } from './columns.tsx'
import { NextStep } from './NextStep.tsx'

/** The due lines of an invoice that has several: 30 % deposit, then the balance. Each is chased by itself. */
export function DueLines({ items }: { readonly items: Invoice['items'] }) {
  const { t } = useTranslation('invoices')
  const positionOf = (item: OpenItem) => (item.part ? t('part', item.part) : '')
  const columns: readonly Column<OpenItem>[] = [
    { id: 'part', title: t('page.line'), cell: positionOf },
    {
      id: 'due',
      title: t('column.dueDate'),
      cell: (item) => (
        <>
          <DateText date={asDate(item.dueDate)} />
          {item.isDueAssumed && <span className="text-ink3"> {t('page.assumed')}</span>}
        </>
      ),
    },
    { id: 'late', title: t('column.daysLate'), cell: (item) => <Lateness item={item} /> },
    {
      id: 'amount',
      title: t('column.amount'),
      align: 'end',
      cell: (item) => <Money of={asMoney(item.amount)} look="quiet" />,
    },
    {
      id: 'left',
      title: t('column.amountDue'),
      align: 'end',
      cell: (item) => <Money of={asMoney(item.amountDue)} look="strong" />,
    },
    { id: 'next', title: t('column.next'), cell: (item) => item.next && <NextStep step={item.next} /> },
  ]
  return (
    <Card label={t('page.dueLines')}>
      <SectionTitle className="px-4 pt-3 pb-1.5">{t('page.dueLines')}</SectionTitle>
      <PlainTable
        label={t('page.dueLines')}
        columns={columns}
        rows={items}
        rowId={(item) => item.id}
        mobileRow={(item) => (
          <TwoLineRow
            title={<DateText date={asDate(item.dueDate)} />}
            detail={[positionOf(item), item.next?.label].filter(Boolean).join(' · ')}
            end={<Money of={asMoney(item.amountDue)} />}
            endDetail={<Lateness item={item} />}
          />
        )}
      />
    </Card>
  )
}
