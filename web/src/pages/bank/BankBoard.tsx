import { IconBuildingBank } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { ReadError } from '../../app/ReadError.tsx'
import { LineDetail } from '../../reconciliation/LineDetail.tsx'
import { LineList } from '../../reconciliation/LineList.tsx'
import type { LineActs } from '../../reconciliation/use-line-acts.ts'
import { Button } from '../../ui/Button.tsx'
import { Card, CardFooter } from '../../ui/Card.tsx'
import { MomentText } from '../../ui/DateText.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Kbd } from '../../ui/hotkeys/Kbd.tsx'
import { useIsBeside } from '../../ui/SidePanel.tsx'
import { EmptyState, SkeletonLines } from '../../ui/states.tsx'
import { LinkTabs } from '../../ui/Tabs.tsx'
import { LoadMore } from '../../ui/table/LoadMore.tsx'
import { type BankViewWord, viewOf } from './bank-search.ts'
import type { BankLines } from './use-bank-lines.ts'

export interface BankBoardProps {
  readonly lines: BankLines
  readonly acts: LineActs
  readonly onBring: () => void
}

/** The lines left; right, the open one with its best proposal. */
export function BankBoard({ lines, acts, onBring }: BankBoardProps) {
  const { t } = useTranslation('reconciliation')
  const isBeside = useIsBeside()
  const { open } = lines
  return (
    <div className="grid min-h-0 flex-1 grid-cols-1 gap-3.5 wide:grid-cols-[minmax(0,520px)_minmax(0,1fr)]">
      <Card label={t('title')} className="flex min-h-0 flex-col">
        <Views lines={lines} />
        <div data-scrolls="" className="min-h-0 flex-1 overflow-auto">
          <Listed lines={lines} onBring={onBring} />
        </div>
        <KeysFooter />
      </Card>
      {isBeside ? (
        <div data-scrolls="" className="flex min-h-0 flex-col gap-3.5 overflow-auto">
          {open && <LineDetail id={open.id} acts={acts} />}
        </div>
      ) : (
        <Drawer isOpen={open !== undefined} onClose={() => lines.openLine(undefined)} title={open?.title ?? ''}>
          <div className="grid gap-3">{open && <LineDetail id={open.id} acts={acts} />}</div>
        </Drawer>
      )}
    </div>
  )
}

function Views({ lines }: { readonly lines: BankLines }) {
  const { t } = useTranslation('reconciliation')
  const { search, whole } = lines
  return (
    <div className="px-1.5 pt-2.5">
      <LinkTabs
        label={t('views.label')}
        currentId={search.vue ?? 'a-pointer'}
        tabs={(Object.keys(viewOf) as BankViewWord[]).map((word) => ({
          id: word,
          label: t(`views.${viewOf[word]}`),
          count: whole?.counts[viewOf[word]],
          link: {
            to: paths.bank,
            search: { vue: word, ...(search.compte !== undefined && { compte: search.compte }) },
          },
        }))}
        end={
          whole?.upToDateAt && (
            <span className="px-2 text-small text-ink2 max-md:hidden">
              {t('upToDate')} <MomentText at={whole.upToDateAt} style="time" />
            </span>
          )
        }
      />
    </div>
  )
}

function Listed({ lines, onBring }: Pick<BankBoardProps, 'lines' | 'onBring'>) {
  const { t } = useTranslation('reconciliation')
  const { list, rows, view, whole } = lines
  if (list.isError && !list.data) {
    return <ReadError what={t('what.lines')} error={list.error} onRetry={() => list.refetch()} />
  }
  if (list.isPending) return <SkeletonLines lines={8} />
  if (rows.length === 0) {
    const isNew = whole !== undefined && Object.values(whole.counts).every((count) => count === 0)
    return (
      <EmptyState
        icon={IconBuildingBank}
        title={t(isNew ? 'empty.new' : `empty.${view}`)}
        action={(isNew || view === 'toMatch') && <Button onPress={onBring}>{t('bring.action')}</Button>}
      >
        {isNew ? t('empty.formats') : view === 'toMatch' && t('empty.next')}
      </EmptyState>
    )
  }
  return (
    <>
      <LineList label={t(`views.${view}`)} rows={rows} currentId={lines.open?.id} onOpen={lines.openLine} />
      {list.hasNextPage && <LoadMore isLoading={list.isFetchingNextPage} loadMore={() => void list.fetchNextPage()} />}
    </>
  )
}

function KeysFooter() {
  const { t } = useTranslation('reconciliation')
  return (
    <CardFooter className="max-md:hidden">
      <span className="flex items-center gap-1.5">
        <Kbd keys="j" />
        <Kbd keys="k" /> {t('keys.walk')}
      </span>
      {(['enter', 'x', 'z'] as const).map((key) => (
        <span key={key} className="flex items-center gap-1.5">
          <Kbd keys={key} /> {t(`keys.${key}`)}
        </span>
      ))}
    </CardFooter>
  )
}
