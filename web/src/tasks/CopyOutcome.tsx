import { whatFollows } from '@quittance/core/tasks/what-follows.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { allItems, itemsAsked } from './chosen-items.ts'
import { ItemTicks } from './ItemTicks.tsx'
import type { OutcomeProps } from './OutcomePart.tsx'
import { WhatFollows } from './WhatFollows.tsx'

/** A copy of the invoices: which, whether their PDF is there, and when it leaves. */
export function CopyOutcome({ task, end }: OutcomeProps) {
  const { t } = useTranslation('tasks')
  const language = useLanguage()
  const [chosen, setChosen] = useState(() => allItems(task.items))
  const { follows } = task
  const numbers = new Set(task.items.filter(({ id }) => chosen.has(id)).map(({ invoiceNumber }) => invoiceNumber))
  const copy = follows && {
    attached: follows.copy.attached.filter((number) => numbers.has(number)),
    missing: follows.copy.missing.filter((number) => numbers.has(number)),
    leaves: follows.copy.leaves,
  }
  const label = copy && copy.attached.length === 0 ? 'none' : copy?.leaves === 'atOnce' ? 'atOnce' : 'prepare'
  return (
    <div className="grid grid-cols-1 gap-2.5">
      <ItemTicks items={task.items} chosen={chosen} onChange={setChosen} />
      <WhatFollows sentences={copy ? whatFollows({ outcome: 'wantsCopy', copy }, language) : []} />
      <Button
        variant="accent"
        hotkey="ctrl+enter"
        disabledReason={chosen.size === 0 ? t('follows.needsItems') : undefined}
        onPress={() => end({ outcome: 'wantsCopy', ...itemsAsked(task.items, chosen) })}
      >
        {t(`copy.${label}`)}
      </Button>
    </div>
  )
}
