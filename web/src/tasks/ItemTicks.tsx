import { useTranslation } from 'react-i18next'
import { TickedItems } from '../promises/TickedItems.tsx'
import type { Task } from './api.ts'
import { dueLinesOf } from './chosen-items.ts'

export interface ItemTicksProps {
  readonly items: Task['items']
  readonly chosen: ReadonlySet<number>
  readonly onChange: (chosen: ReadonlySet<number>) => void
}

/** Which of the invoices the outcome is about; nothing to tick where there is one. */
export function ItemTicks({ items, chosen, onChange }: ItemTicksProps) {
  const { t } = useTranslation('tasks')
  if (items.length < 2) return null
  const tick = ({ id }: { readonly id: number }, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    onChange(next)
  }
  return (
    <TickedItems
      title={t('follows.items')}
      items={dueLinesOf(items)}
      isChosen={(id) => chosen.has(id)}
      onTick={tick}
      isDense
    />
  )
}
