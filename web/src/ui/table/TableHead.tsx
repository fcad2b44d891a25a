import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { cx } from '../class-names.ts'
import { Checkbox } from '../form/Checkbox.tsx'
import { Glyph } from '../Glyph.tsx'
import { type Column, nextSort, type Sort } from './columns.ts'

export interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly sort: Sort | undefined
  readonly onSort: ((sort: Sort) => void) | undefined
  /** The box that takes all rows; absent when rows cannot be selected. */
  readonly selection?: { readonly share: 'none' | 'some' | 'all'; readonly toggle: () => void } | undefined
}

const cell =
  'sticky top-0 z-20 h-[34px] border-b border-line bg-surface px-2.5 text-[0.75rem] font-medium text-ink3 first:pl-4 last:pr-4'

/** The titles of the columns; they stay in sight while the rows scroll. */
export function TableHead<Row>({ columns, sort, onSort, selection }: TableHeadProps<Row>) {
  const { t } = useTranslation('ui')
  return (
    <thead>
      <tr>
        {selection && (
          <th scope="col" className={cell}>
            <Checkbox
              label={t('table.selectAll')}
              isSelected={selection.share === 'all'}
              isIndeterminate={selection.share === 'some'}
              onChange={selection.toggle}
            />
          </th>
        )}
        {columns.map((column) => {
          const sorted = sort?.columnId === column.id ? sort.direction : undefined
          return (
            <th
              key={column.id}
              scope="col"
              {...(column.isSortable && { 'aria-sort': sorted ?? ('none' as const) })}
              className={cx(
                cell,
                column.align === 'end' ? 'text-right' : column.align === 'center' ? 'text-center' : 'text-left',
              )}
            >
              {column.isSortable && onSort ? (
                <button
                  type="button"
                  onClick={() => onSort(nextSort(sort, column.id))}
                  className="inline-flex min-h-6 items-center gap-1 rounded-check hover:text-ink"
                >
                  {column.title}
                  {sorted && <Glyph icon={sorted === 'descending' ? IconArrowDown : IconArrowUp} size={14} />}
                </button>
              ) : (
                column.title
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
