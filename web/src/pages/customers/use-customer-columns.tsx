import { profileName } from '@quittance/core/payers/explain-profile.ts'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../app/session.ts'
import { asMoney } from '../../app/wire.ts'
import type { CustomerRow } from '../../customers/api.ts'
import { useShortHabit } from '../../customers/use-habit-words.ts'
import { NextStep } from '../../invoices/NextStep.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { FirstSum } from '../../ui/FirstSum.tsx'
import { LateBadge } from '../../ui/LateBadge.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { amountWidth } from '../../ui/table/amount-width.ts'
import type { Column } from '../../ui/table/columns.ts'
import { useLanguage } from '../../ui/use-language.ts'

/** Days late, or « À jour »: nothing late is good news, not an empty cell. */
export function CustomerLateness({ row }: { readonly row: CustomerRow }) {
  const { t } = useTranslation('customers')
  return row.lateItems > 0 ? <LateBadge days={row.daysLate} /> : <StatusPill tone="paid">{t('upToDate')}</StatusPill>
}

/** The columns of the list of customers; the id of a sorted one is its word in the address. */
export function useCustomerColumns(rows: readonly CustomerRow[]): readonly Column<CustomerRow>[] {
  const { t } = useTranslation('customers')
  const language = useLanguage()
  const none = asMoney({ amount: 0, currency: useSession().organization.baseCurrency })
  const amounts = rows.flatMap(({ outstanding }) => outstanding.map(asMoney))
  const amount = { width: amountWidth(amounts, language, 18), align: 'end', isSortable: true } as const
  const habitWords = useShortHabit()
  const unknown = <span className="text-ink3">—</span>
  return [
    { id: 'client', title: t('column.customer'), isSortable: true, namesRow: true, cell: (row) => row.name },
    {
      id: 'commercial',
      title: t('column.salesRep'),
      width: '158px',
      hideBelow: 'wide',
      cell: (row) =>
        row.salesRep ? (
          <span className="flex min-w-0 items-center gap-2">
            <Avatar name={row.salesRep.name} />
            <span className="truncate text-ink2">{row.salesRep.name}</span>
          </span>
        ) : (
          unknown
        ),
    },
    {
      id: 'profil',
      title: t('column.profile'),
      width: '112px',
      hideBelow: 'wide',
      cell: (row) => <span className="truncate text-ink2">{profileName(row.profile, language)}</span>,
    },
    {
      id: 'encaisser',
      title: t('column.outstanding'),
      ...amount,
      hideBelow: 'lg',
      cell: (row) => <FirstSum of={row.outstanding.map(asMoney)} none={none} look="quiet" />,
    },
    {
      id: 'retard',
      title: t('column.late'),
      ...amount,
      cell: (row) => <FirstSum of={row.late.map(asMoney)} none={none} look={row.lateItems > 0 ? 'strong' : 'quiet'} />,
    },
    {
      id: 'jours',
      title: t('column.daysLate'),
      width: '104px',
      isSortable: true,
      cell: (row) => <CustomerLateness row={row} />,
    },
    {
      id: 'habitude',
      title: t('column.habit'),
      width: '132px',
      hideBelow: 'xl',
      cell: (row) => <span className="figures text-ink2">{habitWords(row.averageDelay)}</span>,
    },
    {
      id: 'etape',
      title: t('column.next'),
      width: '208px',
      cell: (row) => (row.next ? <NextStep step={row.next} /> : unknown),
    },
    {
      id: 'suivi',
      title: t('column.collector'),
      width: '64px',
      align: 'center',
      hideBelow: 'lg',
      cell: (row) => row.collector && <Avatar name={row.collector.name} named />,
    },
  ]
}
