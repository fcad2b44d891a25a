import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PileTableRow } from './PileTableRow.tsx'
import type { Pile } from './use-pile.ts'

const columns = ['date', 'customer', 'amount', 'means', 'reference', 'invoices', 'gap', 'state'] as const
const widths = {
  date: 'w-[172px]',
  customer: 'w-[196px]',
  amount: 'w-[116px]',
  means: 'w-[126px]',
  reference: 'w-[116px]',
  invoices: '',
  gap: 'w-[92px]',
  state: 'w-[164px]',
} as const

/** The pile as a table one types in: Tab goes from cell to cell, Enter opens the next row. */
export function PileTable({ pile }: { readonly pile: Pile }) {
  const { t } = useTranslation('payments')
  const box = useRef<HTMLDivElement>(null)
  const started = useRef(pile.rows[0]?.key)
  return (
    <div ref={box} className="min-h-0 flex-1 overflow-auto rounded-card border border-line bg-surface">
      <table
        aria-label={t('pile.rows')}
        className="w-full min-w-[1100px] table-fixed border-separate border-spacing-0 text-table"
      >
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className={`sticky top-0 z-20 h-[34px] border-b border-line bg-surface px-2 text-[0.75rem] font-medium text-ink3 first:pl-4 ${widths[column]} ${column === 'amount' || column === 'gap' ? 'text-right' : 'text-left'}`}
              >
                {t(`pile.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pile.rows.map((row, index) => (
            <PileTableRow
              key={row.key}
              row={row}
              number={index + 1}
              pile={pile}
              focus={row.key === started.current ? 'amount' : 'customer'}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
