import { IconSend } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../app/api.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { WireSums } from '../../app/WireSums.tsx'
import { ApproveDialog } from '../../dunning/ApproveDialog.tsx'
import { type Aside, type HeldPart, heldQuery, type Reminder, readyQuery } from '../../dunning/api.ts'
import { filterReminders } from '../../dunning/filter-reminders.ts'
import { ReminderCards } from '../../dunning/ReminderCards.tsx'
import { ReminderList } from '../../dunning/ReminderList.tsx'
import { toneOfSlug } from '../../dunning/reminder-search.ts'
import { sumsOf } from '../../dunning/sums-of.ts'
import { useMessageWords } from '../../dunning/use-message-words.ts'
import { Card } from '../../ui/Card.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { useIsBeside } from '../../ui/SidePanel.tsx'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'
import type { RowId } from '../../ui/table/columns.ts'
import { useIsMobile } from '../../ui/use-media-query.ts'
import { ChangeTimeLink, DepartureNote } from './DepartureNote.tsx'
import { GoneNotice } from './GoneNotice.tsx'
import { ListTop } from './ListTop.tsx'
import { NothingReady } from './NothingReady.tsx'
import { ReadyFilters } from './ReadyFilters.tsx'
import { ReadyPanel } from './ReadyPanel.tsx'
import { ReminderTabs } from './ReminderTabs.tsx'
import { SendingNotice } from './SendingNotice.tsx'
import { useOpenRow } from './use-open-row.ts'
import { useReminderActs } from './use-reminder-acts.ts'

const route = getRouteApi('/shell/relances')

/** Check, then let go: who gets which message today, and who gets none. */
export function ReadyView() {
  const { t } = useTranslation('dunning')
  const { ton, suivi, relance, geste } = route.useSearch()
  const ready = useQuery(readyQuery)
  const heldPart = useHeldPart()
  const held = heldPart.rows
  const acts = useReminderActs()
  const isMobile = useIsMobile()
  const isBeside = useIsBeside()
  const mayWrite = useMayWrite('business')
  const [unticked, setUnticked] = useState<ReadonlySet<RowId>>(new Set())
  const [asked, setAsked] = useState<readonly Reminder[] | null>(null)

  const all = ready.data?.rows ?? []
  const rows = filterReminders(all, { tone: toneOfSlug(ton), collector: suivi })
  const pending = rows.filter(({ state }) => state === 'pendingApproval')
  const approved = rows.filter(({ state }) => state !== 'pendingApproval')
  const chosen = pending.filter(({ id }) => !unticked.has(id))
  const { open, openRow } = useOpenRow({ rows: [...pending, ...approved], held, fallsBack: isBeside })
  const words = useMessageWords(rows)
  const asksToPutAside = geste === 'mettre-de-cote' && mayWrite
  const isFrozen = ready.data?.sendingFrozen ?? false
  const below = (id: RowId | undefined) => rows[rows.findIndex((row) => row.id === id) + 1]?.id
  const setAside = (id: number, aside?: Aside) => {
    openRow(isBeside ? below(id) : undefined)
    void acts.setAside(id, aside)
  }
  const listed = { pending, approved, held: heldPart, empty: <NothingReady page={ready.data} /> }

  return (
    <Page height="fill">
      <PageHeader
        title={t('title.pretes')}
        note={
          ready.data && (
            <>
              {words.count(rows.length)} · {t('invoices', { count: rows.reduce((sum, { items }) => sum + items, 0) })} ·{' '}
              <WireSums of={sumsOf(rows)} look="strong" />
            </>
          )
        }
        actions={
          <>
            <DepartureNote />
            <ChangeTimeLink />
          </>
        }
        primary={{
          label: words.approve(chosen.length),
          icon: IconSend,
          hotkey: 'ctrl+enter',
          onPress: () => setAsked(chosen),
          disabledReason: !mayWrite
            ? t('readonly')
            : isFrozen
              ? t('approve.frozen')
              : chosen.length > 0
                ? undefined
                : pending.length > 0
                  ? words.tickOne
                  : t('primary.nothing'),
        }}
      />
      <ReminderTabs current="pretes" />
      <SendingNotice page={ready.data} />
      {ready.data && <GoneNotice rows={all} />}
      {ready.error && !ready.data ? (
        <Card>
          <ErrorState
            what={t('list.what')}
            onRetry={() => void ready.refetch()}
            reference={ready.error instanceof ApiError ? ready.error.reference : undefined}
          />
        </Card>
      ) : !ready.data ? (
        <Card>
          <SkeletonLines lines={8} />
        </Card>
      ) : (
        <div className="grid min-h-0 flex-1 gap-3.5 wide:grid-cols-[522px_1fr]">
          {isMobile ? (
            <ReminderCards
              {...listed}
              top={<ReadyFilters rows={all} />}
              onOpen={openRow}
              onApprove={(reminder) => setAsked([reminder])}
              onSetAside={({ id }) => setAside(id)}
              onStop={(reminders) => void acts.stop(reminders)}
            />
          ) : (
            <ReminderList
              {...listed}
              label={t('title.pretes')}
              currentKey={open?.key}
              onOpen={openRow}
              selection={new Set(chosen.map(({ id }) => id))}
              onSelect={(selection) =>
                setUnticked(new Set(pending.map(({ id }) => id).filter((id) => !selection.has(id))))
              }
              onStop={(reminders) => void acts.stop(reminders)}
              top={
                <ListTop
                  words={words}
                  chosen={chosen.length}
                  pending={pending.length}
                  onChooseAll={(every) => setUnticked(new Set(every ? [] : pending.map(({ id }) => id)))}
                  filters={<ReadyFilters rows={all} />}
                />
              }
            />
          )}
          <ReadyPanel
            open={open}
            next={below(open?.key)}
            asked={asksToPutAside ? (rows.find(({ id }) => id === relance) ?? null) : null}
            onKeep={openRow}
            onClose={() => openRow(undefined)}
            onSetAside={setAside}
          />
        </div>
      )}
      <ApproveDialog
        reminders={asked}
        isFrozen={isFrozen}
        onClose={() => setAsked(null)}
        onApprove={() => {
          setAsked(null)
          if (asked) void acts.approve(asked)
        }}
      />
    </Page>
  )
}

/** Who is held back, as far as the list was opened. */
function useHeldPart(): HeldPart {
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery(heldQuery)
  const [first] = data?.pages ?? []
  return {
    rows: data?.pages.flatMap((page) => page.rows) ?? [],
    count: first?.count ?? 0,
    total: first?.total ?? [],
    more: hasNextPage ? () => void fetchNextPage() : undefined,
  }
}
