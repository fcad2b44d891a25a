import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { referenceOf } from '../../app/api.ts'
import { useSession } from '../../app/session.ts'
import { WireSums } from '../../app/WireSums.tsx'
import { type Reminder, type ReminderMessage, type ReminderView, remindersQuery } from '../../dunning/api.ts'
import { WhyDialog } from '../../dunning/DecisionList.tsx'
import { DunningTone } from '../../dunning/DunningTone.tsx'
import { sourceAct } from '../../dunning/MessageActs.tsx'
import { MessagePanel } from '../../dunning/MessagePanel.tsx'
import { toneOfSlug } from '../../dunning/reminder-search.ts'
import { TroubleNotice } from '../../dunning/TroubleNotice.tsx'
import { useMessageWords } from '../../dunning/use-message-words.ts'
import { DateText, MomentText } from '../../ui/DateText.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { SidePanel, useIsBeside } from '../../ui/SidePanel.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { TwoLineRow } from '../../ui/table/TwoLineRow.tsx'
import { ToneFilter } from './ListTop.tsx'
import { ReminderTabs } from './ReminderTabs.tsx'
import { useOpenRow } from './use-open-row.ts'
import { useReminderActs } from './use-reminder-acts.ts'

const route = getRouteApi('/shell/relances')

const views = { envoyees: 'sent', essai: 'testOutbox', problemes: 'problems' } as const satisfies Record<
  string,
  ReminderView
>
const empties = {
  envoyees: ['sent.emptySent', 'sent.emptySentNote'],
  essai: ['sent.emptyTest', 'sent.emptyTestNote'],
  problemes: ['problems.empty', 'problems.emptyNote'],
} as const

/** What left, what lies in the test outbox, what went wrong: each message as it was written. */
export function PastView({ view }: { readonly view: keyof typeof views }) {
  const { t } = useTranslation('dunning')
  const { ton } = route.useSearch()
  const list = useInfiniteQuery(remindersQuery({ view: views[view], tone: toneOfSlug(ton) }))
  const [first] = list.data?.pages ?? []
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const { open, openRow } = useOpenRow({ rows, held: [], fallsBack: useIsBeside() })
  const acts = useReminderActs()
  const [why, setWhy] = useState<ReminderMessage['customer'] | null>(null)
  const columns = useColumns(view)
  const words = useMessageWords(rows)
  const [emptyTitle, emptyNote] = empties[view]

  return (
    <Page height="fill">
      <PageHeader
        title={t(`title.${view}`)}
        note={
          first && (
            <>
              {words.count(first.count)} · <WireSums of={first.total} look="strong" />
            </>
          )
        }
      />
      <ReminderTabs current={view} />
      <div className="grid min-h-0 flex-1 gap-3.5 wide:grid-cols-[minmax(600px,1.15fr)_minmax(420px,1fr)]">
        <DataTable
          label={t(`title.${view}`)}
          rows={rows}
          rowId={({ id }) => id}
          rowName={({ customer }) => customer.name}
          opening={{ open: ({ id }) => openRow(id) }}
          currentId={open?.key}
          isLoading={list.isPending}
          loadMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          isLoadingMore={list.isFetchingNextPage}
          rowHeight={40}
          top={
            <div className="flex items-center justify-between gap-3 border-b border-line px-4 py-2 text-small text-ink2">
              <span>{view === 'essai' && t('sent.testExplain')}</span>
              <ToneFilter />
            </div>
          }
          empty={
            list.error ? (
              <ErrorState
                what={t('list.what')}
                onRetry={() => void list.refetch()}
                reference={referenceOf(list.error)}
              />
            ) : (
              <EmptyState title={t(emptyTitle)}>{t(emptyNote)}</EmptyState>
            )
          }
          footerEnd={first && <WireSums of={first.total} look="strong" />}
          mobileRow={(row) => (
            <TwoLineRow
              title={row.customer.name}
              detail={<When reminder={row} />}
              end={<WireSums of={row.total} />}
              endDetail={<DunningTone tone={row.tone} />}
            />
          )}
          columns={columns}
        />
        <SidePanel label={t('message.panel')} isOpen={open !== undefined} onClose={() => openRow(undefined)}>
          {open?.kind === 'message' ? (
            <MessagePanel
              key={open.key}
              id={open.key}
              onWhy={({ customer }) => setWhy(customer)}
              acts={({ id, channel }) =>
                channel === 'email' && <MoreMenu size="small" acts={[sourceAct(id, t('act.source'))]} />
              }
              notice={(message) => (
                <TroubleNotice message={message} onSettle={(left) => void acts.settle(message.id, left)} />
              )}
            />
          ) : (
            rows.length > 0 && <EmptyState title={t('message.choose')} />
          )}
        </SidePanel>
      </div>
      <WhyDialog customer={why} onClose={() => setWhy(null)} />
    </Page>
  )
}

function useColumns(view: keyof typeof views): readonly Column<Reminder>[] {
  const { t } = useTranslation('dunning')
  return [
    { id: 'customer', title: t('held.customer'), cell: (row) => row.customer.name },
    view === 'problemes'
      ? { id: 'state', title: t('problems.state'), width: '150px', cell: (row) => <Trouble reminder={row} /> }
      : {
          id: 'when',
          title: t(view === 'essai' ? 'sent.prepared' : 'sent.when'),
          width: '150px',
          cell: (row) => <When reminder={row} />,
        },
    { id: 'step', title: t('sent.step'), width: '62px', cell: (row) => row.stepLabel },
    { id: 'tone', title: t('list.tone'), width: '130px', cell: (row) => <DunningTone tone={row.tone} /> },
    {
      id: 'amount',
      title: t('sent.amount'),
      width: '112px',
      align: 'end',
      cell: (row) => <WireSums of={row.total} look="strong" />,
    },
  ]
}

function When({ reminder }: { readonly reminder: Reminder }) {
  const { timeZone } = useSession().organization
  return reminder.sentAt ? (
    <MomentText at={reminder.sentAt} style="dayAndTime" timeZone={timeZone} />
  ) : (
    <DateText date={asDate(reminder.decidedOn)} />
  )
}

function Trouble({ reminder }: { readonly reminder: Reminder }) {
  const { t } = useTranslation('dunning')
  return reminder.state === 'uncertain' ? (
    <StatusPill tone="warn">{t('problems.uncertain')}</StatusPill>
  ) : (
    <StatusPill tone="danger">{t('problems.failed')}</StatusPill>
  )
}
