import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { useTranslation } from 'react-i18next'
import type { WireMoney } from '../../app/wire.ts'
import { asMoney } from '../../app/wire.ts'
import type { DisputeRow } from '../../disputes/api.ts'
import { useDisputeName } from '../../disputes/use-dispute-name.ts'
import { Money } from '../../ui/Money.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import { useLanguage } from '../../ui/use-language.ts'

export interface DisputeTableProps {
  readonly rows: readonly DisputeRow[]
  /** What the rows come to, per currency. */
  readonly contested: readonly WireMoney[]
  readonly onOpen: (dispute: number) => void
}

/** Disputes, the oldest first: whose turn, how old, how much. */
export function DisputeTable({ rows, contested, onOpen }: DisputeTableProps) {
  const { t } = useTranslation('disputes')
  const nameOf = useDisputeName()
  const language = useLanguage()
  const sums = (of: readonly WireMoney[]) =>
    of.map((sum) => <Money key={sum.currency} of={asMoney(sum)} look="strong" />)
  const open = (row: DisputeRow) => <TextButton onPress={() => onOpen(row.id)}>{row.customer.name}</TextButton>
  const age = ({ ageDays }: DisputeRow) => (ageDays === 0 ? t('today') : t('days', { count: ageDays }))
  const state = (row: DisputeRow) => (
    <StatusPill tone={row.resolvedOn ? 'paid' : row.isOverdue ? 'danger' : 'dispute'}>
      {row.resolvedOn ? t(`outcome.${row.outcome ?? 'agreed'}`) : t(`turn.${row.turn}`)}
    </StatusPill>
  )
  const columns: readonly Column<DisputeRow>[] = [
    { id: 'customer', title: t('column.customer'), cell: open },
    { id: 'reason', title: t('column.reason'), cell: nameOf },
    { id: 'invoices', title: t('column.invoices'), cell: (row) => row.invoices.map(({ number }) => number).join(', ') },
    { id: 'turn', title: t('whose'), cell: state },
    { id: 'owner', title: t('owner'), cell: (row) => row.owner?.name ?? '—' },
    {
      id: 'deadline',
      title: t('deadline'),
      cell: (row) => (
        <span className={row.isOverdue ? 'font-medium text-danger' : undefined}>
          {row.deadline ? formatDate(asDate(row.deadline), language) : '—'}
        </span>
      ),
    },
    { id: 'age', title: t('column.age'), align: 'end', cell: age },
    { id: 'contested', title: t('column.contested'), align: 'end', cell: (row) => sums(row.contested) },
  ]
  return (
    <PlainTable
      label={t('list.title')}
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      total={[t('column.total'), '', '', '', '', '', '', sums(contested)]}
      mobileRow={(row) => (
        <div className="grid gap-1">
          <span className="flex items-center justify-between gap-3">
            {open(row)}
            <span>{sums(row.contested)}</span>
          </span>
          <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-small text-ink2">
            <span>{[nameOf(row), age(row)].join(' · ')}</span>
            {state(row)}
          </span>
        </div>
      )}
    />
  )
}
