import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { DateText } from '../ui/DateText.tsx'
import { Money } from '../ui/Money.tsx'
import { PlainTable } from '../ui/table/PlainTable.tsx'
import { TwoLineRow } from '../ui/table/TwoLineRow.tsx'
import type { Import } from './api.ts'

/** « Aperçu du résultat »: the first rows as they would be. */
export function PreviewCard({ rows }: { readonly rows: Import['preview'] }) {
  const { t } = useTranslation('imports')
  const shown = rows.slice(0, 3)
  const day = (date: string | null) => (date === null ? '—' : <DateText date={asDate(date)} />)
  return (
    <Card label={t('preview.title')}>
      <SectionTitle className="px-4 pt-2.5" note={t('preview.note', { count: shown.length })}>
        {t('preview.title')}
      </SectionTitle>
      <PlainTable
        label={t('preview.title')}
        rows={shown}
        rowId={(row) => row.line}
        mobileRow={(row) => (
          <TwoLineRow
            title={row.customerName}
            detail={
              <>
                {row.invoiceNumber} · {day(row.dueDate)}
              </>
            }
            end={<Money of={asMoney(row.amountDue)} />}
          />
        )}
        columns={[
          {
            id: 'number',
            title: t('preview.invoice'),
            cell: (row) => (
              <span className="block max-w-28 truncate min-[1600px]:max-w-48" title={row.invoiceNumber}>
                {row.invoiceNumber}
              </span>
            ),
          },
          {
            id: 'customer',
            title: t('preview.customer'),
            cell: (row) => (
              <span className="block max-w-32 truncate min-[1600px]:max-w-52" title={row.customerName}>
                {row.customerName}
              </span>
            ),
          },
          { id: 'issue', title: t('preview.issued'), cell: (row) => day(row.issueDate) },
          { id: 'due', title: t('preview.due'), cell: (row) => day(row.dueDate) },
          { id: 'total', title: t('preview.total'), align: 'end', cell: (row) => <Money of={asMoney(row.total)} /> },
          {
            id: 'amountDue',
            title: t('preview.amountDue'),
            align: 'end',
            cell: (row) => (
              <strong className="font-semibold">
                <Money of={asMoney(row.amountDue)} />
              </strong>
            ),
          },
        ]}
      />
    </Card>
  )
}
