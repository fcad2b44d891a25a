import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { IconCalendarWeek } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { referenceOf } from '../../app/api.ts'
import { paths } from '../../app/paths.ts'
import { WireSums } from '../../app/WireSums.tsx'
import { DunningTone } from '../../dunning/DunningTone.tsx'
import { type WeekReminder, weekQuery } from '../../dunning/week-api.ts'
import { DateText } from '../../ui/DateText.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { TwoLineRow } from '../../ui/table/TwoLineRow.tsx'
import { ReminderTabs } from './ReminderTabs.tsx'

const looks = { ready: 'paid', sending: 'paid', pendingApproval: 'accent', planned: 'neutral' } as const

/** What leaves until Sunday: what is prepared, and what the scenarios have planned if nothing is paid meanwhile. */
export function WeekView() {
  const { t } = useTranslation('dunning')
  const { data, error, refetch, ...list } = useInfiniteQuery(weekQuery)
  const columns = useColumns()
  const [first] = data?.pages ?? []
  const total = first && <WireSums of={first.total} look="strong" />
  return (
    <Page height="fill">
      <PageHeader
        title={t('title.semaine')}
        note={
          first && (
            <>
              {t('note.emails', { count: first.count })} · {total}
            </>
          )
        }
      />
      <ReminderTabs current="semaine" />
      <DataTable
        label={t('title.semaine')}
        rows={data?.pages.flatMap((page) => page.rows) ?? []}
        rowId={({ reminder, customer, legalEntityId, on }) => reminder ?? `${customer.id}-${legalEntityId}-${on}`}
        rowName={({ customer }) => customer.name}
        opening={{ link: linkOf }}
        isLoading={!data && !error}
        loadMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        isLoadingMore={list.isFetchingNextPage}
        rowHeight={40}
        empty={
          error ? (
            <ErrorState what={t('list.what')} onRetry={() => void refetch()} reference={referenceOf(error)} />
          ) : (
            <EmptyState icon={IconCalendarWeek} title={t('week.empty')}>
              {t('week.emptyNote')}
            </EmptyState>
          )
        }
        footerStart={t('week.note')}
        footerEnd={total}
        mobileRow={(row) => (
          <TwoLineRow
            title={row.customer.name}
            detail={<DateText date={asDate(row.on)} style="weekday" />}
            end={<WireSums of={row.total} />}
            endDetail={row.tone && <DunningTone tone={row.tone} />}
          />
        )}
        columns={columns}
      />
    </Page>
  )
}

const linkOf = ({ reminder, customer }: WeekReminder) =>
  reminder === null
    ? { to: paths.customer, params: { id: String(customer.id) } }
    : { to: paths.reminders, search: { vue: 'pretes' as const, relance: reminder } }

function useColumns(): readonly Column<WeekReminder>[] {
  const { t } = useTranslation('dunning')
  return [
    {
      id: 'on',
      title: t('week.on'),
      width: '130px',
      cell: (row) => <DateText date={asDate(row.on)} style="weekday" />,
    },
    { id: 'customer', title: t('held.customer'), namesRow: true, cell: (row) => row.customer.name },
    { id: 'step', title: t('sent.step'), width: '90px', cell: (row) => row.stepLabel },
    { id: 'tone', title: t('list.tone'), width: '140px', cell: (row) => row.tone && <DunningTone tone={row.tone} /> },
    {
      id: 'state',
      title: t('problems.state'),
      width: '150px',
      cell: (row) => <StatusPill tone={looks[row.state]}>{t(`week.state.${row.state}`)}</StatusPill>,
    },
    {
      id: 'amount',
      title: t('sent.amount'),
      width: '130px',
      align: 'end',
      cell: (row) => <WireSums of={row.total} look="strong" />,
    },
  ]
}
