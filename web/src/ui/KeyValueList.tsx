import type { ReactNode } from 'react'
import { cx } from './class-names.ts'

export interface KeyValue {
  readonly key: string
  readonly value: ReactNode
}

export interface KeyValueListProps {
  readonly items: readonly KeyValue[]
  /** `rows`: label left, value right-aligned; `columns`: label in a narrow column; `stacked`: side by side, label above. */
  readonly layout?: 'rows' | 'columns' | 'stacked'
}

/** Facts with their names. */
export function KeyValueList({ items, layout = 'rows' }: KeyValueListProps) {
  const list = { rows: 'grid gap-2', columns: 'grid gap-1', stacked: 'flex flex-wrap gap-x-8 gap-y-3' }[layout]
  const row = { rows: 'flex justify-between gap-4', columns: 'grid grid-cols-[68px_1fr] gap-2', stacked: '' }[layout]
  return (
    <dl className={cx(list, layout === 'stacked' ? 'text-body' : 'text-small')}>
      {items.map(({ key, value }) => (
        <div key={key} className={cx(row, 'min-w-0')}>
          <dt className="text-ink3">{key}</dt>
          <dd
            className={cx(
              'min-w-0',
              layout === 'rows' && 'text-right font-medium',
              layout === 'stacked' && 'font-medium',
            )}
          >
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
