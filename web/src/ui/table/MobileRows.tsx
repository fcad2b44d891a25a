import { useTranslation } from 'react-i18next'
import { cx } from '../class-names.ts'
import { Checkbox } from '../form/Checkbox.tsx'
import type { DataTableProps } from './DataTable.tsx'
import { LoadMore } from './LoadMore.tsx'
import { toggled } from './selection.ts'
import { RowOpener } from './TableRow.tsx'

/** The same list under 768 px: rows of two lines, drawn by the browser only when near the screen. */
export function MobileRows<Row>(props: DataTableProps<Row>) {
  const { t } = useTranslation('ui')
  const { selection } = props
  return (
    <>
      <ul aria-label={props.label} className="min-w-0">
        {props.rows.map((row) => {
          const id = props.rowId(row)
          return (
            <li
              key={id}
              data-row={String(id)}
              aria-current={id === props.currentId || undefined}
              className={cx(
                'relative flex min-h-14 items-center gap-3 border-b border-line px-3.5 py-2 [contain-intrinsic-size:auto_58px] [content-visibility:auto] last:border-b-0',
                (selection?.has(id) || id === props.currentId) && 'bg-accentbg',
              )}
            >
              {selection && (
                <Checkbox
                  label={t('table.select', { name: props.rowName(row) })}
                  isSelected={selection.has(id)}
                  onChange={() => props.onSelect?.(toggled(selection, id))}
                  className="relative z-10"
                />
              )}
              <div className="min-w-0 flex-1">
                <RowOpener row={row} opening={props.opening ?? {}} onSpace={undefined}>
                  {props.mobileRow(row)}
                </RowOpener>
              </div>
            </li>
          )
        })}
      </ul>
      {props.loadMore && <LoadMore loadMore={props.loadMore} isLoading={props.isLoadingMore ?? false} />}
    </>
  )
}
