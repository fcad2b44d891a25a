import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { DateText } from '../ui/DateText.tsx'
import { LateBadge } from '../ui/LateBadge.tsx'
import { Money } from '../ui/Money.tsx'
import { amountWidth } from '../ui/table/amount-width.ts'
import type { Column } from '../ui/table/columns.ts'
import { useLanguage } from '../ui/use-language.ts'
import type { OpenItem } from './api.ts'
import { EndPill } from './EndPill.tsx'
import { ItemStatusPill } from './ItemStatusPill.tsx'
import { type ColumnId, columnOf } from './list-columns.ts'
import { NextStep } from './NextStep.tsx'

/** « F-2026-0764 », or « F-2026-0764 · 2 sur 3 » when the invoice has several due lines. */
export function useItemNumber(): (item: Pick<OpenItem, 'invoiceNumber' | 'part'>) => string {
  const { t } = useTranslation('invoices')
  return ({ invoiceNumber, part }) => (part ? `${invoiceNumber} · ${t('part', part)}` : invoiceNumber)
}

/** What a paid line shows instead of days late; the days of an open one. */
export function Lateness({ item }: { readonly item: Pick<OpenItem, 'status' | 'daysLate' | 'end'> }) {
  // A hand-over and a procedure are told by the next step, and the days go on.
  if (item.end === 'writtenOff') return <EndPill end={item.end} />
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

/** Every column of a list of due lines; the id of a sorted one is its word in the address. */
function useEveryColumn(rows: readonly OpenItem[]): Readonly<Record<ColumnId, Column<OpenItem>>> {
  const { t } = useTranslation('invoices')
  const language = useLanguage()
  const numberOf = useItemNumber()
  const quiet = (words: string | null | undefined) => <span className="text-ink2">{words}</span>
  const title = (id: ColumnId) => ({ id, title: t(`column.${columnOf[id]}`) })
  const day = (date: string) => <DateText date={asDate(date)} />
  const sorted = { isSortable: true } as const
  const amount = {
    width: amountWidth(
      rows.map((row) => asMoney(row.amount)),
      language,
    ),
    align: 'end',
  } as const
  return {
    client: { ...title('client'), ...sorted, namesRow: true, cell: (row) => row.customer.name },
    facture: { ...title('facture'), ...sorted, width: '112px', cell: (row) => quiet(numberOf(row)) },
    objet: { ...title('objet'), width: '150px', cell: (row) => quiet(row.subject) },
    affaire: { ...title('affaire'), width: '130px', cell: (row) => quiet(row.project) },
    emise: { ...title('emise'), width: '108px', cell: (row) => day(row.issueDate) },
    echeance: { ...title('echeance'), ...sorted, width: '108px', hideBelow: 'lg', cell: (row) => day(row.dueDate) },
    retard: { ...title('retard'), ...sorted, width: '104px', cell: (row) => <Lateness item={row} /> },
    montant: {
      ...title('montant'),
      ...sorted,
      ...amount,
      hideBelow: 'xl',
      cell: (row) => <Money of={asMoney(row.amount)} look="quiet" />,
    },
    reste: {
      ...title('reste'),
      ...sorted,
      ...amount,
      cell: (row) => <Money of={asMoney(row.amountDue)} look={row.amountDue.amount === 0 ? 'quiet' : 'strong'} />,
    },
    penalites: {
      ...title('penalites'),
      width: '104px',
      align: 'end',
      cell: (row) => row.lateInterest && <Money of={asMoney(row.lateInterest)} look="quiet" />,
    },
    relance: {
      ...title('relance'),
      width: '140px',
      hideBelow: 'wide',
      cell: (row) => row.lastReminder && <LastReminder reminder={row.lastReminder} />,
    },
    etape: { ...title('etape'), width: '186px', cell: (row) => row.next && <NextStep step={row.next} /> },
    commercial: { ...title('commercial'), width: '140px', cell: (row) => quiet(row.salesRep?.name) },
    suivi: {
      ...title('suivi'),
      width: '62px',
      align: 'center',
      hideBelow: 'lg',
      cell: (row) => row.owner && <Avatar name={row.owner.name} named />,
    },
  }
}

export interface ShownColumns {
  readonly shown: readonly ColumnId[]
  readonly isUsual: boolean
}

/** The columns a list shows, in their order. Those somebody chose stay whatever the room: the list then scrolls. */
export function useItemColumns(
  rows: readonly OpenItem[],
  { shown, isUsual }: ShownColumns,
): readonly Column<OpenItem>[] {
  const every = useEveryColumn(rows)
  return shown.map((id) => {
    const { hideBelow: _hideBelow, ...stays } = every[id]
    return isUsual ? every[id] : stays
  })
}
