import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, type MouseEvent, memo, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '../class-names.ts'
import { Checkbox } from '../form/Checkbox.tsx'
import type { Column, RowId, RowOpening } from './columns.ts'

export interface TableRowProps<Row> {
  readonly row: Row
  readonly id: RowId
  /** Its name, for « Sélectionner … ». */
  readonly name: string
  /** From 1, among all rows; only when rows are left out of the page. */
  readonly position: number | undefined
  readonly columns: readonly Column<Row>[]
  readonly opening: RowOpening<Row>
  readonly isCurrent: boolean
  readonly isSelected: boolean
  /** Off where another row is the current one: two tints would say two things. */
  readonly tintsSelected: boolean
  /** Absent when rows cannot be selected. */
  readonly onSelect: ((id: RowId, extend: boolean) => void) | undefined
  readonly onFocus: (id: RowId) => void
  readonly height: number
}

/** One row: a box, a cell that names and opens it, the others. The whole row can be pressed. */
function PlainTableRow<Row>(props: TableRowProps<Row>) {
  const { row, columns, isCurrent, isSelected, onSelect } = props
  const { t } = useTranslation('ui')
  const shift = useRef(false)
  const opens = props.opening.link !== undefined || props.opening.open !== undefined
  const namingId = columns.find((column) => column.namesRow)?.id ?? columns[0]?.id
  const cellClass = 'border-b border-line px-2.5 first:pl-4 last:pr-4 truncate'

  return (
    <tr
      data-row={String(props.id)}
      aria-rowindex={props.position}
      aria-current={isCurrent || undefined}
      onFocus={() => props.onFocus(props.id)}
      style={{ height: props.height }}
      className={cx(
        'motion-quick group/row relative',
        (isSelected && props.tintsSelected) || isCurrent
          ? 'bg-accentbg'
          : opens && 'hover:bg-sunken focus-within:bg-sunken',
        isCurrent && '[&>*:first-child]:shadow-[inset_3px_0_0_var(--accent)]',
      )}
    >
      {onSelect && (
        <td className={cellClass} onPointerDownCapture={(event) => (shift.current = event.shiftKey)}>
          <Checkbox
            label={t('table.select', { name: props.name })}
            isSelected={isSelected}
            onChange={() => onSelect(props.id, shift.current)}
            className="relative z-10"
          />
        </td>
      )}
      {columns.map((column) => {
        const classes = cx(
          cellClass,
          column.align === 'end' ? 'text-right' : column.align === 'center' ? 'text-center' : 'text-left',
        )
        if (column.id !== namingId) {
          return (
            <td key={column.id} className={classes}>
              {column.cell(row)}
            </td>
          )
        }
        return (
          <th key={column.id} scope="row" className={cx(classes, 'font-medium')}>
            <RowOpener row={row} opening={props.opening} onSpace={onSelect && ((extend) => onSelect(props.id, extend))}>
              {column.cell(row)}
            </RowOpener>
          </th>
        )
      })}
    </tr>
  )
}

/** Drawn again only when something of this row changed: scrolling a long list draws the new rows alone. */
export const TableRow = memo(PlainTableRow) as typeof PlainTableRow

interface RowOpenerProps<Row> {
  readonly row: Row
  readonly opening: RowOpening<Row>
  readonly onSpace: ((extend: boolean) => void) | undefined
  readonly children: ReactNode
}

/** The link or button of a row, stretched over all of it; Space selects instead of opening. */
export function RowOpener<Row>({ row, opening, onSpace, children }: RowOpenerProps<Row>) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== ' ' || !onSpace) return
    event.preventDefault()
    onSpace(event.shiftKey)
  }
  const stretched =
    'block w-full truncate text-left outline-none after:absolute after:inset-0 focus-visible:after:ring-focus focus-visible:after:outline-offset-[-2px] focus-visible:after:rounded-check'
  const { open } = opening
  if (opening.link) {
    const onClick = (event: MouseEvent) => {
      // Enter counts no press; what asks for another tab, and a second press, follow the link.
      if (!open || event.detail !== 1 || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      open(row)
    }
    return (
      <Link {...opening.link(row)} data-opens="" onClick={onClick} onKeyDown={onKeyDown} className={stretched}>
        {children}
      </Link>
    )
  }
  if (open) {
    return (
      <button type="button" data-opens="" onClick={() => open(row)} onKeyDown={onKeyDown} className={stretched}>
        {children}
      </button>
    )
  }
  return <span className="block truncate">{children}</span>
}
