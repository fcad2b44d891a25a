import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api.ts'
import { useSession } from '../app/session.ts'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { MomentText } from '../ui/DateText.tsx'
import { ErrorState, SkeletonLines } from '../ui/states.tsx'
import { LoadMore } from '../ui/table/LoadMore.tsx'
import { PlainTable } from '../ui/table/PlainTable.tsx'
import { TwoLineRow } from '../ui/table/TwoLineRow.tsx'
import { type JournalLine, journalQuery } from './api.ts'
import { useJournalWords } from './use-journal-words.ts'

/** Who did what, latest first; nothing here can be changed. */
export function JournalSection() {
  const { t } = useTranslation('settings')
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(journalQuery)
  return (
    <Card label={t('journal.title')}>
      <SectionTitle className="px-4 pt-3 pb-1" note={t('journal.note')}>
        {t('journal.title')}
      </SectionTitle>
      {data && <JournalTable lines={data.pages.flat()} />}
      {data && hasNextPage && <LoadMore loadMore={() => void fetchNextPage()} isLoading={isFetchingNextPage} />}
      {!data && !error && <SkeletonLines lines={10} />}
      {!data && error && (
        <ErrorState
          what={t('journal.what')}
          onRetry={() => void refetch()}
          reference={error instanceof ApiError ? error.reference : undefined}
        />
      )}
    </Card>
  )
}

function JournalTable({ lines }: { readonly lines: readonly JournalLine[] }) {
  const { t } = useTranslation('settings')
  const { timeZone } = useSession().organization
  const words = useJournalWords()
  const moment = ({ at }: JournalLine) => <MomentText at={at} style="dayAndTime" timeZone={timeZone} />
  const detail = (line: JournalLine) => {
    const text = words.detail(line)
    return <span className="block min-w-32 py-1.5 font-regular wrap-anywhere whitespace-normal text-ink2">{text}</span>
  }
  return (
    <PlainTable
      label={t('journal.title')}
      rows={lines}
      rowId={(line) => line.id}
      mobileRow={(line) => (
        <TwoLineRow
          title={words.act(line)}
          detail={
            <>
              {moment(line)} · {words.who(line)}
              {words.detail(line) && ` · ${words.detail(line)}`}
            </>
          }
        />
      )}
      columns={[
        { id: 'at', title: t('journal.at'), width: '140px', cell: moment },
        { id: 'who', title: t('journal.who'), width: '150px', cell: words.who },
        { id: 'act', title: t('journal.act'), cell: words.act },
        { id: 'detail', title: t('journal.detail'), cell: detail },
      ]}
    />
  )
}
