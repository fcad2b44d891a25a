import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Money as Amount } from '@quittance/core/money/money.ts'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { SectionTitle } from '../ui/Card.tsx'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { formatDay } from '../ui/format-day.ts'
import { Money } from '../ui/Money.tsx'
import { useLanguage } from '../ui/use-language.ts'
import type { PlanItem } from './api.ts'
import { type PlanDraft, replanned } from './plan-draft.ts'

export interface PlanItemsProps {
  readonly items: readonly PlanItem[]
  readonly total: Amount
  readonly draft: PlanDraft
  readonly onChange: (draft: PlanDraft) => void
}

/** The due lines the plan is about, ticked, and what they come to. */
export function PlanItems({ items, total, draft, onChange }: PlanItemsProps) {
  const { t } = useTranslation('promises')
  const language = useLanguage()
  const toggle = (id: number, isChosen: boolean) => {
    const chosen = new Set(draft.chosen)
    if (isChosen) chosen.add(id)
    else chosen.delete(id)
    onChange(replanned(draft, { chosen }))
  }
  return (
    <section aria-label={t('plan.items')}>
      <SectionTitle level={3} className="pb-1.5" end={<Money of={total} look="strong" />}>
        {t('plan.items')}
      </SectionTitle>
      <ul className="max-h-44 divide-y divide-line overflow-y-auto rounded-block border border-line2">
        {items.map(({ id, number, dueDate, amountDue }) => (
          <li key={id} className="flex items-center gap-3 px-3 py-1.5 text-body">
            <Checkbox
              isSelected={draft.chosen.has(id)}
              onChange={(isChosen) => toggle(id, isChosen)}
              className="flex-1"
            >
              {number}{' '}
              <span className="text-small text-ink3">
                {t('plan.dueOn', { date: formatDay(asDate(dueDate), 'short', language) })}
              </span>
            </Checkbox>
            <Money of={asMoney(amountDue)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
