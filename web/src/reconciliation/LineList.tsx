import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { cx } from '../ui/class-names.ts'
import { formatDay } from '../ui/format-day.ts'
import { Money } from '../ui/Money.tsx'
import { useIsBeside } from '../ui/SidePanel.tsx'
import { RowOpener } from '../ui/table/TableRow.tsx'
import { TwoLineRow } from '../ui/table/TwoLineRow.tsx'
import { useRowKeys } from '../ui/table/use-row-keys.ts'
import { useLanguage } from '../ui/use-language.ts'
import { useIsMobile } from '../ui/use-media-query.ts'
import type { BankLineRow } from './api.ts'
import { ConfidenceMark } from './ConfidenceMark.tsx'

export interface LineListProps {
  readonly label: string
  readonly rows: readonly BankLineRow[]
  readonly currentId: number | undefined
  readonly onOpen: (id: number) => void
}

/** The lines of the bank, walked with J and K; the one that is open stands beside. */
export function LineList({ label, rows, currentId, onOpen }: LineListProps) {
  const box = useRef<HTMLUListElement>(null)
  const isBeside = useIsBeside()
  const ids = rows.map(({ id }) => id)
  const keys = useRowKeys(box, {
    ids,
    currentId,
    selection: undefined,
    onSelect: undefined,
    onSelectAll: undefined,
    onArrive: isBeside ? (index) => ids[index] !== undefined && onOpen(ids[index]) : undefined,
    reveal: () => {},
  })
  return (
    <ul ref={box} aria-label={label} className="divide-y divide-line border-b border-line">
      {rows.map((row) => (
        <LineItem
          key={row.id}
          row={row}
          isCurrent={row.id === currentId}
          onOpen={onOpen}
          onFocus={() => keys.arrive(row.id)}
        />
      ))}
    </ul>
  )
}

interface LineItemProps {
  readonly row: BankLineRow
  readonly isCurrent: boolean
  readonly onOpen: (id: number) => void
  readonly onFocus: () => void
}

function LineItem({ row, isCurrent, onOpen, onFocus }: LineItemProps) {
  const { t } = useTranslation('reconciliation')
  const language = useLanguage()
  const isMobile = useIsMobile()
  const sure = row.state === 'toMatch' ? <ConfidenceMark of={row.confidence} /> : <MatchWord row={row} />
  const amount = <Money of={asMoney(row.amount)} look="strong" />
  return (
    <li
      data-row={row.id}
      aria-current={isCurrent || undefined}
      data-enter={isCurrent ? 'beside' : undefined}
      onFocus={onFocus}
      className={cx(
        'relative flex min-h-[56px] items-center gap-3 px-4 py-1.5 touch:min-h-16',
        isCurrent ? 'bg-accentbg shadow-[inset_3px_0_0_var(--accent)]' : 'hover:bg-sunken',
      )}
    >
      {!isMobile && (
        <span className="figures w-10 shrink-0 text-table text-ink3">
          {formatDay(asDate(row.bookedOn), 'short', language)}
        </span>
      )}
      <div className="min-w-0 flex-1">
        <RowOpener row={row} opening={{ open: () => onOpen(row.id) }} onSpace={undefined}>
          <TwoLineRow
            title={row.title}
            detail={row.isReturned ? t('row.isReturned', { detail: row.subtitle }) : row.subtitle}
            {...(isMobile && { end: amount, endDetail: sure })}
          />
        </RowOpener>
      </div>
      {!isMobile && <span className="w-[104px] shrink-0">{sure}</span>}
      {!isMobile && <span className="w-25 shrink-0 text-right text-body">{amount}</span>}
    </li>
  )
}

/** What a line that is settled was settled as. */
function MatchWord({ row }: { readonly row: BankLineRow }) {
  const { t } = useTranslation('reconciliation')
  if (!row.match) return null
  return (
    <span className="block truncate text-small text-ink2">
      {row.match.byItself ? t('row.byItself') : t(`row.${row.match.kind}`)}
    </span>
  )
}
