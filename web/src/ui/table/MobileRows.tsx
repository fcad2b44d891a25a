import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '../class-names.ts'
import { Checkbox } from '../form/Checkbox.tsx'
import type { Icon } from '../Glyph.tsx'
import { MoreMenu } from '../Menu.tsx'
import { SwipeRow } from '../SwipeRow.tsx'
import type { Tone } from '../tones.ts'
import type { DataTableProps } from './DataTable.tsx'
import { LoadMore } from './LoadMore.tsx'
import { toggled } from './selection.ts'
import { RowOpener } from './TableRow.tsx'

export interface RowAct {
  readonly id: string
  readonly label: string
  readonly icon: Icon
  /** The colour of the swipe that does it. */
  readonly swipeTone: Tone
  readonly run: () => void
}

/** The same list under 768 px: rows of two lines, drawn by the browser only when near the screen. */
export function MobileRows<Row>(props: DataTableProps<Row>) {
  return (
    <>
      <ul aria-label={props.label} className="min-w-0 overflow-clip rounded-t-card">
        {props.rows.map((row) => (
          <MobileRow key={props.rowId(row)} row={row} list={props} />
        ))}
      </ul>
      {props.loadMore && <LoadMore loadMore={props.loadMore} isLoading={props.isLoadingMore ?? false} />}
    </>
  )
}

function MobileRow<Row>({ row, list }: { readonly row: Row; readonly list: DataTableProps<Row> }) {
  const { t } = useTranslation('ui')
  const { selection, rowActs } = list
  const id = list.rowId(row)
  const acts = rowActs?.(row) ?? []
  const isMarked = selection?.has(id) || id === list.currentId
  return (
    <li
      data-row={String(id)}
      aria-current={id === list.currentId || undefined}
      className="border-b border-line [contain-intrinsic-size:auto_58px] [content-visibility:auto] last:border-b-0"
    >
      <Swiped acts={acts}>
        <div className={cx('relative flex min-h-14 items-center gap-3 px-3.5 py-2', isMarked && 'bg-accentbg')}>
          {selection && (
            <Checkbox
              label={t('table.select', { name: list.rowName(row) })}
              isSelected={selection.has(id)}
              onChange={() => list.onSelect?.(toggled(selection, id))}
              className="relative z-10"
            />
          )}
          <div className="min-w-0 flex-1">
            <RowOpener row={row} opening={list.opening ?? {}} onSpace={undefined}>
              {list.mobileRow(row)}
            </RowOpener>
          </div>
          {acts.length > 0 && (
            <span className="relative z-10 -mr-2.5">
              <MoreMenu acts={acts} label={t('table.acts', { name: list.rowName(row) })} variant="quiet" size="small" />
            </span>
          )}
        </div>
      </Swiped>
    </li>
  )
}

/** The first two acts also by a swipe; a row without acts stays where it is. */
function Swiped({ acts, children }: { readonly acts: readonly RowAct[]; readonly children: ReactNode }) {
  const [toRight, toLeft] = acts
  if (!toRight) return children
  return (
    <SwipeRow
      toRight={{ ...toRight, tone: toRight.swipeTone }}
      toLeft={toLeft && { ...toLeft, tone: toLeft.swipeTone }}
    >
      {children}
    </SwipeRow>
  )
}
