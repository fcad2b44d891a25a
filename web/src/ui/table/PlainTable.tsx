import type { ReactNode } from 'react'
import { cx } from '../class-names.ts'
import { useIsMobile } from '../use-media-query.ts'
import type { Column, RowId } from './columns.ts'

export interface PlainTableProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => RowId
  /** A total row: one cell a column, in order. */
  readonly total?: readonly ReactNode[] | undefined
  /** Two lines under 768 px; without it the table scrolls sideways there. */
  readonly mobileRow?: ((row: Row) => ReactNode) | undefined
}

/** A short table inside a card: no selection, no keys of its own. */
export function PlainTable<Row>({ label, columns, rows, rowId, total, mobileRow }: PlainTableProps<Row>) {
  const isMobile = useIsMobile()
  if (isMobile && mobileRow) {
    return (
      <ul aria-label={label} className="divide-y divide-line">
        {rows.map((row) => (
          <li key={rowId(row)} className="px-4 py-2">
            {mobileRow(row)}
          </li>
        ))}
      </ul>
    )
  }
  const classOf = (column: Column<Row>) =>
    cx(
      'h-9 border-t border-line px-2.5 whitespace-nowrap first:pl-4 last:pr-4',
      column.align === 'end' ? 'text-right' : 'text-left',
    )
  return (
    <div className="@container overflow-x-auto">
      <table aria-label={label} className="w-full border-separate border-spacing-0 text-table">
        <thead className="text-[0.75rem] text-ink3">
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                style={{ width: column.width }}
                className={cx(classOf(column), 'border-t-0 font-medium')}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.id} scope="row" className={cx(classOf(column), 'font-medium')}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={classOf(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot className="font-semibold">
            <tr>
              {columns.map((column, index) => (
                <td key={column.id} className={classOf(column)}>
                  {total[index]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
