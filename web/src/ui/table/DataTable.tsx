import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { CardFooter } from '../Card.tsx'
import { cx } from '../class-names.ts'
import { useIsMobile } from '../use-media-query.ts'
import type { Column, RowId, RowOpening, Sort } from './columns.ts'
import { fittingColumns, leastWidth } from './fitting-columns.ts'
import { LoadMore } from './LoadMore.tsx'
import { MobileRows, type RowAct } from './MobileRows.tsx'
import { allToggled, type Selection, share } from './selection.ts'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { TableSkeleton } from './TableSkeleton.tsx'
import { useRowKeys } from './use-row-keys.ts'

export interface DataTableProps<Row> {
  /** The name of the list, read aloud. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => RowId
  readonly rowName: (row: Row) => string
  /** A page per row (`link`), or the detail beside the list (`open`, with `currentId`). */
  readonly opening?: RowOpening<Row> | undefined
  readonly currentId?: RowId | undefined
  /** Under 768 px: the acts of a row's ••• menu, the first two also by a swipe to the right and to the left. */
  readonly rowActs?: ((row: Row) => readonly RowAct[]) | undefined
  /** Two lines under 768 px: name + amount, then detail + badge. Default: the naming cell alone. */
  readonly mobileRow: (row: Row) => ReactNode
  readonly sort?: Sort | undefined
  readonly onSort?: ((sort: Sort) => void) | undefined
  /** With `onSelect`: boxes, Space, Shift J/K, Ctrl A. */
  readonly selection?: Selection | undefined
  readonly onSelect?: ((selection: Selection) => void) | undefined
  readonly onSelectAll?: (() => void) | undefined
  /** Absent when every row is here. */
  readonly loadMore?: (() => void) | undefined
  readonly isLoadingMore?: boolean | undefined
  /** First load: the skeleton of the table. */
  readonly isLoading?: boolean | undefined
  /** In place of the rows when there are none, or when they could not be read. */
  readonly empty?: ReactNode
  readonly footerStart?: ReactNode
  /** The total of the list, always at the end. */
  readonly footerEnd?: ReactNode
  /** 36 px, or 44 px in settings. */
  readonly rowHeight?: number | undefined
  /** Above the head, inside the card: tabs, a sentence. */
  readonly top?: ReactNode
  /** Between the rows and the footer: a selection bar. */
  readonly floating?: ReactNode
  readonly className?: string | undefined
}

const virtualFrom = 200
const noOpening: RowOpening<unknown> = {}

/** The list of the house: sorted, selected, walked with J and K, totalled; see the props. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const isMobile = useIsMobile()
  const hasRows = props.rows.length > 0
  return (
    <div
      className={cx(
        'relative flex min-h-0 min-w-0 flex-1 flex-col rounded-card border border-line bg-surface',
        props.className,
      )}
    >
      {props.top}
      {props.isLoading ? (
        <TableSkeleton columns={isMobile ? 2 : props.columns.length} />
      ) : !hasRows ? (
        <div className="min-h-0 flex-1 overflow-auto">{props.empty}</div>
      ) : isMobile ? (
        <MobileRows {...props} />
      ) : (
        <DesktopRows {...props} />
      )}
      {props.floating}
      {(props.footerStart || props.footerEnd) && (
        <CardFooter className="flex-wrap justify-between">
          <span>{props.footerStart}</span>
          <span className="flex min-w-0 flex-wrap items-baseline justify-end gap-x-2">{props.footerEnd}</span>
        </CardFooter>
      )}
    </div>
  )
}

function DesktopRows<Row>(props: DataTableProps<Row>) {
  const { rows, rowId, selection, rowHeight = 36 } = props
  const opening: RowOpening<Row> = props.opening ?? noOpening
  const box = useRef<HTMLDivElement>(null)
  const hasBoxes = selection !== undefined
  const room = useRoom(box)
  // The same array while the list scrolls, so that rows already drawn are left alone.
  const columns = useMemo(() => fittingColumns(props.columns, { room, hasBoxes }), [props.columns, room, hasBoxes])
  const isVirtual = rows.length > virtualFrom
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 15,
    enabled: isVirtual,
  })
  const ids = rows.map(rowId)
  const keys = useRowKeys(box, {
    ids,
    currentId: props.currentId,
    selection,
    onSelect: props.onSelect,
    onSelectAll: props.onSelectAll,
    onArrive: opening.open && ((index) => rows[index] !== undefined && opening.open?.(rows[index])),
    reveal: (index) => isVirtual && virtual.scrollToIndex(index),
  })
  const drawn = isVirtual ? virtual.getVirtualItems().map((item) => item.index) : [...rows.keys()]
  const above = (drawn[0] ?? 0) * rowHeight
  const below = (rows.length - 1 - (drawn.at(-1) ?? rows.length - 1)) * rowHeight

  return (
    <div ref={box} data-scrolls="" className="min-h-0 flex-1 scroll-pt-10 scroll-pb-2 overflow-auto rounded-t-card">
      <table
        aria-label={props.label}
        aria-rowcount={isVirtual ? rows.length + 1 : undefined}
        style={{ minWidth: leastWidth(columns, hasBoxes) }}
        className="w-full table-fixed border-separate border-spacing-0 text-table"
      >
        <colgroup>
          {selection && <col className="w-[42px]" />}
          {columns.map((column) => (
            <col key={column.id} style={column.width === undefined ? undefined : { width: column.width }} />
          ))}
        </colgroup>
        <TableHead
          columns={columns}
          sort={props.sort}
          onSort={props.onSort}
          selection={
            selection && {
              share: share(selection, ids),
              toggle: () => props.onSelect?.(allToggled(selection, ids)),
            }
          }
        />
        <tbody>
          <Spacer height={above} />
          {drawn.map((index) => {
            const row = rows[index]
            if (row === undefined) return null
            const id = rowId(row)
            return (
              <TableRow
                key={id}
                row={row}
                id={id}
                name={props.rowName(row)}
                position={isVirtual ? index + 2 : undefined}
                columns={columns}
                opening={opening}
                isCurrent={id === props.currentId}
                isSelected={selection?.has(id) ?? false}
                tintsSelected={props.currentId === undefined}
                onSelect={selection && keys.select}
                onFocus={keys.arrive}
                height={rowHeight}
              />
            )
          })}
          <Spacer height={below} />
        </tbody>
      </table>
      {props.loadMore && <LoadMore loadMore={props.loadMore} isLoading={props.isLoadingMore ?? false} />}
    </div>
  )
}

/** The room inside the box in px, known before the first paint: a drawer beside the list takes some of it. */
function useRoom(box: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const measure = () => setRoom(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return room
}

/** Stands for the rows that are not drawn. */
function Spacer({ height }: { readonly height: number }) {
  return height > 0 ? (
    <tr>
      <td style={{ height }} />
    </tr>
  ) : null
}
