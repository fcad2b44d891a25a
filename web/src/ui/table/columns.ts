import type { LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export type RowId = string | number

export interface Column<Row> {
  readonly id: string
  /** Plain words; read by everyone, so never an icon alone. */
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** A CSS width (« 124px »); columns without one share what is left. */
  readonly width?: string
  readonly align?: 'end' | 'center'
  /** The title becomes a button that sorts. */
  readonly isSortable?: boolean
  /** The one cell that names the row: a row header, and where the row is opened. Default: the first column. */
  readonly namesRow?: boolean
  /** Left out where the table has no room for it: '2xl' leaves first, then 'xl', 'wide' and 'lg'. Absent: stays. */
  readonly hideBelow?: 'lg' | 'wide' | 'xl' | '2xl'
}

export interface Sort {
  readonly columnId: string
  readonly direction: 'ascending' | 'descending'
}

/**
 * What opening a row does: a page of its own, or the detail beside the list. With both, J, K and a press show the detail,
 * Enter and a double press open the page.
 */
export interface RowOpening<Row> {
  readonly link?: ((row: Row) => LinkProps) | undefined
  readonly open?: ((row: Row) => void) | undefined
}

/** What sorting by this column means next: a new column starts where the reader expects, the same one turns. */
export function nextSort(sort: Sort | undefined, columnId: string): Sort {
  const turned = sort?.columnId === columnId && sort.direction === 'descending' ? 'ascending' : 'descending'
  return { columnId, direction: turned }
}
