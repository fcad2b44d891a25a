import type { Money as Amount } from '@quittance/core/money/money.ts'
import { useTranslation } from 'react-i18next'
import { Money } from '../ui/Money.tsx'
import type { PlanItem } from './api.ts'
import { type PlanDraft, replanned } from './plan-draft.ts'
import { TickedItems } from './TickedItems.tsx'

export interface PlanItemsProps {
  readonly items: readonly PlanItem[]
  readonly total: Amount
  readonly draft: PlanDraft
  readonly onChange: (draft: PlanDraft) => void
}

/** The due lines the plan is about, ticked, and what they come to. */
export function PlanItems({ items, total, draft, onChange }: PlanItemsProps) {
  const { t } = useTranslation('promises')
  const tick = ({ id }: PlanItem, isChosen: boolean) => {
    const chosen = new Set(draft.chosen)
    if (isChosen) chosen.add(id)
    else chosen.delete(id)
    onChange(replanned(draft, { chosen }))
  }
  return (
    <TickedItems
      title={t('plan.items')}
      end={<Money of={total} look="strong" />}
      items={items}
      isChosen={(id) => draft.chosen.has(id)}
      onTick={tick}
    />
  )
}
