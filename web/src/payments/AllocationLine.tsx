import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { useTranslation } from 'react-i18next'
import { AmountInput } from '../ui/form/AmountInput.tsx'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { formatDay } from '../ui/format-day.ts'
import { StatusPill } from '../ui/Pill.tsx'
import { useLanguage } from '../ui/use-language.ts'
import {
  allocated,
  closableGap,
  type DueItem,
  lineOf,
  type PaymentDraft,
  withClosing,
  withLine,
} from './payment-draft.ts'

export interface AllocationLineProps {
  readonly item: DueItem
  readonly items: readonly DueItem[]
  readonly draft: PaymentDraft
  readonly differenceLimit: number
  readonly onChange: (draft: PaymentDraft) => void
}

/** One due line: ticked or not, so much of the payment, what that leaves; a small gap can be closed here. */
export function AllocationLine({ item, items, draft, differenceLimit, onChange }: AllocationLineProps) {
  const { t } = useTranslation('payments')
  const language = useLanguage()
  const { openItemId: id } = item
  const name = useLineName(item, items)
  const currency = asCurrency(item.amountDue.currency)
  const due = item.amountDue.amount
  const line = lineOf(draft, item)
  const isClosed = draft.closings.has(id)
  const gap = closableGap(draft, item, differenceLimit)
  const set = (amount: number) => onChange(withLine(draft, items, id, amount))
  const take = (isTaken: boolean) => set(isTaken ? Math.min(due, Math.max(allocated(draft, items).rest, 0)) : 0)

  return (
    <div className="px-3 py-1.5">
      <div className="flex items-center gap-3">
        <Checkbox isSelected={line > 0} onChange={take} label={t('allocation.take', { number: name })} />
        <div className="min-w-0 flex-1 text-body">
          <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5 font-medium">
            <span className="truncate">{name}</span>
            {(line === due || (gap > 0 && isClosed)) && <StatusPill tone="paid">{t('allocation.settles')}</StatusPill>}
          </div>
          <div className="text-small text-ink3">
            <LineNote item={item} line={gap > 0 && isClosed ? due : line} />
          </div>
        </div>
        <AmountInput
          label={t('allocation.item', { number: name })}
          labelHidden
          value={line === 0 ? null : money(line, currency)}
          currency={currency}
          onChange={(amount) => set(amount?.amount ?? 0)}
          showsCurrency={false}
          size="small"
          className="w-28 shrink-0"
          error={
            line > due ? t('allocation.tooMuch', { amount: formatMoney(money(due, currency), language) }) : undefined
          }
        />
      </div>
      {gap > 0 && <Gap item={item} name={name} gap={gap} draft={draft} onChange={onChange} />}
    </div>
  )
}

/** The number of the invoice; with the day it is due where another line of the same invoice stands beside. */
function useLineName({ openItemId, invoiceNumber, dueDate }: DueItem, items: readonly DueItem[]): string {
  const { t } = useTranslation('payments')
  const language = useLanguage()
  const isAlone = items.every((other) => other.openItemId === openItemId || other.invoiceNumber !== invoiceNumber)
  if (isAlone) return invoiceNumber
  return t('allocation.line', { number: invoiceNumber, date: formatDay(asDate(dueDate), 'short', language) })
}

function LineNote({ item, line }: { readonly item: DueItem; readonly line: number }) {
  const { t } = useTranslation('payments')
  const language = useLanguage()
  const currency = asCurrency(item.amountDue.currency)
  const words = (amount: number) => formatMoney(money(amount, currency), language)
  const due = item.amountDue.amount
  if (line > 0 && line < due) return t('allocation.willLeave', { amount: words(due - line) })
  if (line === 0 && item.daysLate <= 0) {
    return t('allocation.dueOn', { amount: words(due), date: formatDay(asDate(item.dueDate), 'short', language) })
  }
  return t('allocation.left', { amount: words(due) })
}

type GapProps = Pick<AllocationLineProps, 'item' | 'draft' | 'onChange'> & {
  readonly name: string
  readonly gap: number
}

function Gap({ item, name, gap, draft, onChange }: GapProps) {
  const { t } = useTranslation('payments')
  const amount = formatMoney(money(gap, asCurrency(item.amountDue.currency)), useLanguage())
  return (
    <div className="flex flex-wrap items-center gap-2 pt-1.5 pl-7 text-small text-ink2">
      {t('allocation.gap', { amount })}
      <SegmentedControl
        label={t('allocation.gapOf', { amount, number: name })}
        size="small"
        value={draft.closings.get(item.openItemId) ?? 'open'}
        onChange={(reason) => onChange(withClosing(draft, item.openItemId, reason === 'open' ? null : reason))}
        options={[
          { value: 'open', label: t('allocation.gapOpen') },
          { value: 'bankFee', label: t('allocation.bankFee') },
          { value: 'discount', label: t('allocation.discount') },
        ]}
      />
    </div>
  )
}
