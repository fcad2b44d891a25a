import { IconSend } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { referenceOf } from '../../app/api.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { WireSums } from '../../app/WireSums.tsx'
import { ApproveDialog } from '../../dunning/ApproveDialog.tsx'
import { type Aside, type HeldPart, heldQuery, pageLength, type Reminder } from '../../dunning/api.ts'
import { countChosen, everything, isChosen, nothing, withChosen } from '../../dunning/choice.ts'
import { facetsOf } from '../../dunning/filter-reminders.ts'
import { ReminderCards } from '../../dunning/ReminderCards.tsx'
import { ReminderList } from '../../dunning/ReminderList.tsx'
import { toneOfSlug } from '../../dunning/reminder-search.ts'
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
import { useNamedReminder } from './use-named-reminder.ts'
import { useOpenRow } from './use-open-row.ts'
import { useReadyPart } from './use-ready-part.ts'
import { useReminderActs } from './use-reminder-acts.ts'

const route = getRouteApi('/shell/relances')

/** Check, then let go: who gets which message today, and who gets none. */
export function ReadyView() {
  const { t } = useTranslation('dunning')
  const { ton, suivi, geste } = route.useSearch()
  const filter = { tone: toneOfSlug(ton), collector: suivi }
  const ready = useReadyPart(filter)
  const { first: page, pending, approved, count } = ready
  const held = useHeldPart()
  const acts = useReminderActs()
  const isMobile = useIsMobile()
  const isBeside = useIsBeside()
  const mayWrite = useMayWrite('business')
  const [choice, setChoice] = useState(everything)
  const [asked, setAsked] = useState<readonly Reminder[] | null>(null)

  const rows = [...pending, ...approved]
  const pendingIds = pending.map(({ id }) => id)
  const chosen = countChosen(choice, pendingIds, count.pending)
  const { named, isGone } = useNamedReminder(rows, page !== undefined && ready.more === undefined)
  const { open, openRow } = useOpenRow({ rows, named, held: held.rows, fallsBack: isBeside })
  const isFrozen = page?.sendingFrozen ?? false
  const words = useMessageWords(facetsOf(page?.facets ?? [], filter))
  const below = (id: RowId | undefined) => rows[rows.findIndex((row) => row.id === id) + 1]?.id
  const setAside = (id: number, aside?: Aside) => {
    openRow(isBeside ? below(id) : undefined)
    void acts.setAside(id, aside)
  }
  const askApproval = async () => {
    const all = choice.base === 'all' ? await ready.readAll() : rows
    if (all) setAsked(all.filter(({ id, state }) => state === 'pendingApproval' && isChosen(choice, id)))
  }
  const stopAll = async () => {
    const all = await ready.readAll()
    if (!all) return
    void acts.stop(all)
    ready.shorten()
  }
  const listed = {
    ...{ pending, approved, count, more: ready.more, held },
    empty: <NothingReady page={page} />,
    onStop: (reminders: readonly Reminder[]) => void acts.stop(reminders),
    onStopAll: () => void stopAll(),
  }
  const filters = <ReadyFilters facets={page?.facets ?? []} />

  return (
    <Page height="fill">
      <PageHeader
        title={t('title.pretes')}
        note={
          page && (
            <>
              {words.count(count.messages)} · {t('invoices', { count: count.items })} ·{' '}
              <WireSums of={ready.total} look="strong" />
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
          label: words.approve(chosen),
          icon: IconSend,
          hotkey: 'ctrl+enter',
          onPress: () => void askApproval(),
          isPending: ready.isReadingAll,
          disabledReason: !mayWrite
            ? t('readonly')
            : isFrozen
              ? t('approve.frozen')
              : chosen > 0
                ? undefined
                : count.pending > 0
                  ? words.tickOne
                  : t('primary.nothing'),
        }}
      />
      <ReminderTabs current="pretes" />
      <SendingNotice page={page} pending={count.pending} />
      {isGone && <GoneNotice />}
      {ready.error && !page ? (
        <Card>
          <ErrorState what={t('list.what')} onRetry={ready.refetch} reference={referenceOf(ready.error)} />
        </Card>
      ) : !page ? (
        <Card>
          <SkeletonLines lines={8} />
        </Card>
      ) : (
        <div className="grid min-h-0 flex-1 gap-3.5 wide:grid-cols-[522px_1fr]">
          {isMobile ? (
            <ReminderCards
              {...listed}
              top={filters}
              onOpen={openRow}
              onApprove={(reminder) => setAsked([reminder])}
              onSetAside={({ id }) => setAside(id)}
            />
          ) : (
            <ReminderList
              {...listed}
              label={t('title.pretes')}
              currentKey={open?.key}
              onOpen={openRow}
              selection={new Set(pendingIds.filter((id) => isChosen(choice, id)))}
              onSelect={(selection) => setChoice(withChosen(choice, pendingIds, selection))}
              onSelectAll={() => setChoice(everything)}
              top={
                <ListTop
                  words={words}
                  chosen={chosen}
                  pending={count.pending}
                  onChooseAll={(every) => setChoice(every ? everything : nothing)}
                  filters={filters}
                />
              }
            />
          )}
          <ReadyPanel
            open={open}
            next={below(open?.key)}
            asked={geste === 'mettre-de-cote' && mayWrite ? named : null}
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
          if (!asked) return
          void acts.approve(asked)
          if (asked.length > pageLength) ready.shorten()
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
