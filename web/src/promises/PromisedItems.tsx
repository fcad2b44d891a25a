import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { type Currency, money } from '@quittance/core/money/money.ts'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { SectionTitle } from '../ui/Card.tsx'
import { AmountInput } from '../ui/form/AmountInput.tsx'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { formatDay } from '../ui/format-day.ts'
import { Money } from '../ui/Money.tsx'
import { useLanguage } from '../ui/use-language.ts'
import type { PlanItem } from './api.ts'
import { type PromiseDraft, withAmount, withItem } from './promise-draft.ts'

export interface PromisedItemsProps {
  readonly items: readonly PlanItem[]
  readonly draft: PromiseDraft
  readonly currency: Currency
  readonly onChange: (draft: PromiseDraft) => void
}

/** The due lines a promise is about, ticked, each with its amount where one is given for each. */
export function PromisedItems({ items, draft, currency, onChange }: PromisedItemsProps) {
  const { t } = useTranslation('promises')
  const language = useLanguage()
  return (
    <section aria-label={t('items')}>
      <SectionTitle level={3} className="pb-1.5">
        {t('items')}
      </SectionTitle>
      <ul className="max-h-56 divide-y divide-line overflow-y-auto rounded-block border border-line2">
        {items.map((item) => {
          const { id, number, dueDate, amountDue } = item
          const isChosen = draft.amounts.has(id)
          const typed = draft.amounts.get(id) ?? null
          return (
            <li key={id} className="flex items-center gap-3 px-3 py-1.5 text-body">
              <Checkbox
                isSelected={isChosen}
                onChange={(chosen) => onChange(withItem(draft, item, chosen))}
                className="flex-1"
              >
                {number}{' '}
                <span className="text-small text-ink3">
                  {t('plan.dueOn', { date: formatDay(asDate(dueDate), 'short', language) })}
                </span>
              </Checkbox>
              {draft.split === 'each' && isChosen ? (
                <div className="w-32">
                  <AmountInput
                    label={t('amountOf', { number })}
                    labelHidden
                    size="small"
                    value={typed === null ? null : money(typed, currency)}
                    currency={currency}
                    onChange={(next) => onChange(withAmount(draft, id, next?.amount ?? null))}
                  />
                </div>
              ) : (
                <Money of={asMoney(amountDue)} />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
