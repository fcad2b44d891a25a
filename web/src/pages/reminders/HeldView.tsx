import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { referenceOf } from '../../app/api.ts'
import { WireSums } from '../../app/WireSums.tsx'
import { type HeldCustomer, heldQuery } from '../../dunning/api.ts'
import { HeldPanel } from '../../dunning/HeldPanel.tsx'
import { heldKey } from '../../dunning/HeldRow.tsx'
import { holdLook } from '../../dunning/hold-look.ts'
import { SendAnywayDialog } from '../../dunning/SendAnywayDialog.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { SidePanel, useIsBeside } from '../../ui/SidePanel.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { TwoLineRow } from '../../ui/table/TwoLineRow.tsx'
import { ReminderTabs } from './ReminderTabs.tsx'
import { useOpenRow } from './use-open-row.ts'
import { usePrepareAnyway } from './use-prepare-anyway.ts'
import { useReminderActs } from './use-reminder-acts.ts'

/** Who is late and written to by nobody today, and what lifts it. */
export function HeldView() {
  const { t } = useTranslation('dunning')
  const { data, error, refetch, ...list } = useInfiniteQuery(heldQuery)
  const [first] = data?.pages ?? []
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const { open, openRow } = useOpenRow({ rows: [], held: rows, fallsBack: useIsBeside() })
  const acts = useReminderActs()
  const prepareAnyway = usePrepareAnyway()
  const [anyway, setAnyway] = useState<HeldCustomer | null>(null)
  const total = first && <WireSums of={first.total} look="strong" />

  return (
    <Page height="fill">
      <PageHeader
        title={t('title.mises-de-cote')}
        note={
          first && (
            <>
              {t('note.customers', { count: first.count })} · {total}
            </>
          )
        }
      />
      <ReminderTabs current="mises-de-cote" />
      <div className="grid min-h-0 flex-1 gap-3.5 wide:grid-cols-[minmax(600px,1.25fr)_minmax(380px,1fr)]">
        <DataTable
          label={t('held.list')}
          rows={rows}
          rowId={heldKey}
          rowName={(row) => row.customer.name}
          opening={{ open: (row) => openRow(heldKey(row)) }}
          currentId={open?.key}
          isLoading={!data && !error}
          loadMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          isLoadingMore={list.isFetchingNextPage}
          rowHeight={40}
          empty={
            error ? (
              <ErrorState what={t('list.what')} onRetry={() => void refetch()} reference={referenceOf(error)} />
            ) : (
              <EmptyState title={t('held.empty')}>{t('held.emptyNote')}</EmptyState>
            )
          }
          footerEnd={total}
          mobileRow={(row) => (
            <TwoLineRow title={row.customer.name} detail={row.label} end={<WireSums of={row.total} />} />
          )}
          columns={[
            { id: 'customer', title: t('held.customer'), cell: (row) => row.customer.name },
            { id: 'reason', title: t('held.reason'), width: '210px', cell: (row) => <Reason held={row} /> },
            { id: 'until', title: t('held.untilColumn'), width: '150px', cell: (row) => row.until },
            {
              id: 'amount',
              title: t('held.amount'),
              width: '108px',
              align: 'end',
              cell: (row) => <WireSums of={row.total} look="strong" />,
            },
          ]}
        />
        <SidePanel label={t('why.short')} isOpen={open !== undefined} onClose={() => openRow(undefined)}>
          {open?.kind === 'held' ? (
            <HeldPanel held={open.held} onSendAnyway={setAnyway} onTakeBack={(id) => void acts.takeBack(id)} />
          ) : (
            data && <EmptyState title={t('held.empty')} />
          )}
        </SidePanel>
      </div>
      <SendAnywayDialog
        held={anyway}
        onClose={() => setAnyway(null)}
        onPrepare={(held, tone) => {
          setAnyway(null)
          prepareAnyway(held, tone)
        }}
      />
    </Page>
  )
}

function Reason({ held }: { readonly held: HeldCustomer }) {
  const { icon, tone } = holdLook(held.because)
  return (
    <StatusPill tone={tone} icon={icon}>
      {held.label}
    </StatusPill>
  )
}
