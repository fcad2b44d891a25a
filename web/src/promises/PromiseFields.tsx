import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { asCurrency, type Currency, type Money, money } from '@quittance/core/money/money.ts'
import { useTranslation } from 'react-i18next'
import { AmountInput } from '../ui/form/AmountInput.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { currencyOf, missingInPromise, type PromiseDraft, sumsOf, withAmount, withItem } from './promise-draft.ts'
import { type DueLine, TickedItems } from './TickedItems.tsx'

export interface PromiseFieldsProps {
  readonly items: readonly DueLine[]
  readonly draft: PromiseDraft
  readonly today: CalendarDate
  readonly onChange: (draft: PromiseDraft) => void
  /** More is promised than this, all that is left to pay. */
  readonly most: Money | null
  /** In a panel, beside other things. */
  readonly isDense?: boolean
}

/** The invoices, the day and the amounts of a promise: one amount for all of them, or one for each. */
export function PromiseFields({ items, draft, today, onChange, most, isDense = false }: PromiseFieldsProps) {
  const { t } = useTranslation('promises')
  const language = useLanguage()
  const { promisedFor, split } = draft
  const currency = currencyOf(draft, items)
  const [sum = null] = sumsOf(draft, items) ?? []
  const isEach = split === 'each'
  const missing = missingInPromise(draft, items, today)
  const wrongDay = missing === 'notPast' || missing === 'tooFar' ? missing : undefined
  return (
    <>
      {items.length > 1 && (
        <>
          <TickedItems
            title={t('items')}
            items={items}
            isChosen={(id) => draft.amounts.has(id)}
            onTick={(item, isChosen) => onChange(withItem(draft, item, isChosen))}
            amountOf={(item) =>
              isEach && draft.amounts.has(item.id) && <PartOf item={item} draft={draft} onChange={onChange} />
            }
            isDense={isDense}
          />
          <SegmentedControl
            label={t('split.label')}
            isWide
            value={split}
            onChange={(next) => onChange({ ...draft, split: next })}
            options={[
              { value: 'total', label: t('split.total') },
              { value: 'each', label: t('split.each') },
            ]}
          />
        </>
      )}
      <div className="grid grid-cols-2 gap-3">
        <DateInput
          label={t('date')}
          value={promisedFor}
          onChange={(next) => onChange({ ...draft, promisedFor: next })}
          toward="future"
          autoFocus
          error={wrongDay && t(wrongDay)}
        />
        {currency !== null && (
          <AmountInput
            label={t('amount')}
            value={sum}
            currency={currency}
            isDisabled={isEach}
            error={most ? t('room.most', { amount: formatMoney(most, language) }) : undefined}
            onChange={(total) => onChange({ ...draft, total: total?.amount ?? 0 })}
          />
        )}
      </div>
    </>
  )
}

interface PartOfProps {
  readonly item: DueLine
  readonly draft: PromiseDraft
  readonly onChange: (draft: PromiseDraft) => void
}

/** What is promised of one invoice. */
function PartOf({ item, draft, onChange }: PartOfProps) {
  const { t } = useTranslation('promises')
  const { id, number, amountDue } = item
  const typed = draft.amounts.get(id) ?? null
  const currency: Currency = asCurrency(amountDue.currency)
  return (
    <div className="w-32 shrink-0 touch:w-38">
      <AmountInput
        label={t('amountOf', { number })}
        labelHidden
        size="small"
        value={typed === null ? null : money(typed, currency)}
        currency={currency}
        onChange={(next) => onChange(withAmount(draft, id, next?.amount ?? null))}
      />
    </div>
  )
}
