import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { Money } from '../ui/Money.tsx'
import type { Task } from './api.ts'

export interface ItemTicksProps {
  readonly items: Task['items']
  readonly chosen: ReadonlySet<number>
  readonly onChange: (chosen: ReadonlySet<number>) => void
}

/** Which of the invoices the outcome is about; nothing to tick where there is one. */
export function ItemTicks({ items, chosen, onChange }: ItemTicksProps) {
  const { t } = useTranslation('tasks')
  if (items.length < 2) return null
  const tick = (id: number, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    onChange(next)
  }
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1 text-table text-ink2">{t('follows.items')}</legend>
      <ul className="max-h-40 divide-y divide-line overflow-y-auto rounded-block border border-line2">
        {items.map(({ id, invoiceNumber, amountDue }) => (
          <li key={id} className="flex items-center gap-3 px-2.5 py-1 text-table">
            <Checkbox isSelected={chosen.has(id)} onChange={(isChosen) => tick(id, isChosen)} className="flex-1">
              {invoiceNumber}
            </Checkbox>
            <Money of={asMoney(amountDue)} />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
