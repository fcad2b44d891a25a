import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { referenceOf } from '../../app/api.ts'
import { paths } from '../../app/paths.ts'
import { useSession } from '../../app/session.ts'
import { AnswerPanel } from '../../dunning/answers/AnswerPanel.tsx'
import { answerLook } from '../../dunning/answers/answer-look.ts'
import { answerSlugs, viewOfSlug } from '../../dunning/answers/answer-search.ts'
import { type AnswerRow, answersQuery } from '../../dunning/answers/api.ts'
import { MomentText } from '../../ui/DateText.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { SidePanel, useIsBeside } from '../../ui/SidePanel.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { LinkTabs } from '../../ui/Tabs.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { TwoLineRow } from '../../ui/table/TwoLineRow.tsx'
import { ReminderTabs } from '../reminders/ReminderTabs.tsx'
import { AnswerActs } from './AnswerActs.tsx'

const route = getRouteApi('/shell/relances/reponses')

/** What did customers answer, and what is nobody's yet? */
export function AnswersPage() {
  const { t } = useTranslation('answers')
  const { vue, reponse } = route.useSearch()
  const navigate = route.useNavigate()
  const mayDun = !['sales', 'project'].includes(useSession().person.role)
  const list = useInfiniteQuery(answersQuery(viewOfSlug(vue)))
  const rows = list.data?.pages.flatMap((page) => page.answers) ?? []
  const counts = list.data?.pages[0]?.counts
  const isBeside = useIsBeside()
  const open = reponse ?? (isBeside ? rows[0]?.id : undefined)
  const show = (id: number | undefined) =>
    void navigate({ replace: true, search: { vue, ...(id !== undefined && { reponse: id }) } })
  return (
    <Page height="fill">
      <PageHeader title={t('title')} note={counts && t('note', { ...counts })} />
      {mayDun && <ReminderTabs current="reponses" />}
      <LinkTabs
        label={t('views')}
        currentId={vue}
        tabs={answerSlugs.map((slug) => ({
          id: slug,
          label: t(`view.${slug}`),
          count: slug === 'a-lire' ? counts?.unread : slug === 'a-classer' ? counts?.toSort : undefined,
          link: { to: paths.answers, search: { vue: slug } },
        }))}
      />
      <div className="grid min-h-0 flex-1 gap-3.5 wide:grid-cols-[minmax(520px,1.1fr)_minmax(400px,1fr)]">
        <AnswerTable
          rows={rows}
          list={list}
          openId={open}
          onOpen={show}
          withClass={vue !== 'a-lire'}
          empty={<EmptyState title={t(`empty.${vue}`)}>{t(`emptyNote.${vue}`)}</EmptyState>}
        />
        <SidePanel label={t('panel')} isOpen={reponse !== undefined} onClose={() => show(undefined)}>
          {open === undefined ? (
            <EmptyState title={t('choose')} />
          ) : (
            <AnswerPanel key={open} id={open} acts={(answer) => <AnswerActs answer={answer} />} />
          )}
        </SidePanel>
      </div>
    </Page>
  )
}

interface AnswerTableProps {
  readonly rows: readonly AnswerRow[]
  readonly list: {
    readonly data: unknown
    readonly error: Error | null
    readonly refetch: () => unknown
    readonly hasNextPage: boolean
    readonly fetchNextPage: () => unknown
    readonly isFetchingNextPage: boolean
  }
  readonly openId: number | undefined
  readonly onOpen: (id: number) => void
  readonly withClass: boolean
  readonly empty: React.ReactNode
}

function AnswerTable({ rows, list, openId, onOpen, withClass, empty }: AnswerTableProps) {
  const { t } = useTranslation('answers')
  const { timeZone } = useSession().organization
  const who = (row: AnswerRow) => row.customer?.name ?? (row.from.name || row.from.address || t('noSender'))
  const words = (row: AnswerRow) => row.excerpt || row.subject || t('noWords')
  return (
    <DataTable
      label={t('list')}
      rows={rows}
      rowId={(row) => row.id}
      rowName={who}
      opening={{ open: (row) => onOpen(row.id) }}
      currentId={openId}
      isLoading={!list.data && !list.error}
      rowHeight={44}
      {...(list.hasNextPage && { loadMore: () => void list.fetchNextPage() })}
      isLoadingMore={list.isFetchingNextPage}
      empty={
        list.error ? (
          <ErrorState what={t('list')} onRetry={() => void list.refetch()} reference={referenceOf(list.error)} />
        ) : (
          empty
        )
      }
      mobileRow={(row) => (
        <TwoLineRow
          title={who(row)}
          detail={words(row)}
          end={
            <span className="text-small font-normal text-ink2">
              <MomentText at={row.receivedAt} style="dayAndTime" timeZone={timeZone} />
            </span>
          }
        />
      )}
      columns={[
        { id: 'who', title: t('column.who'), width: '138px', cell: who },
        { id: 'words', title: t('column.words'), cell: words },
        // What waits to be read is always an answer of a person.
        ...(withClass
          ? [{ id: 'class', title: t('column.class'), width: '138px', cell: (row: AnswerRow) => <Class row={row} /> }]
          : []),
        {
          id: 'at',
          title: t('column.at'),
          width: '150px',
          cell: (row) => <MomentText at={row.receivedAt} style="dayAndTime" timeZone={timeZone} />,
        },
      ]}
    />
  )
}

function Class({ row }: { readonly row: AnswerRow }) {
  const { t } = useTranslation('answers')
  const { icon, tone } = answerLook[row.class]
  return (
    <StatusPill tone={tone} icon={icon}>
      {t(`class.${row.class}`)}
    </StatusPill>
  )
}
