import { whatFollows } from '@quittance/core/tasks/what-follows.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PromiseFields } from '../promises/PromiseFields.tsx'
import { missingInPromise, newPromise, partsOf, sumsOf } from '../promises/promise-draft.ts'
import { Button } from '../ui/Button.tsx'
import { useToday } from '../ui/today.ts'
import { useLanguage } from '../ui/use-language.ts'
import { allItems, dueLinesOf, itemsAsked } from './chosen-items.ts'
import type { OutcomeProps } from './OutcomePart.tsx'
import { WhatFollows } from './WhatFollows.tsx'

/** The day, the amounts and the invoices of a promise made on the phone; all that is late unless changed. */
export function PromisedOutcome({ task, end }: OutcomeProps) {
  const { t } = useTranslation(['tasks', 'promises'])
  const language = useLanguage()
  const today = useToday()
  const items = dueLinesOf(task.items)
  const [draft, setDraft] = useState(() => newPromise(items, allItems(task.items)))
  const { promisedFor, split, total } = draft
  const missing = missingInPromise(draft, items, today)
  const amounts = sumsOf(draft, items) ?? []
  const save = () =>
    promisedFor !== null &&
    end({
      outcome: 'promises',
      promisedFor,
      ...itemsAsked(task.items, new Set(draft.amounts.keys())),
      ...(split === 'each' ? { promisedParts: partsOf(draft) } : total !== null && { promisedAmount: total }),
    })
  return (
    <div className="grid grid-cols-1 gap-2.5">
      <PromiseFields items={items} draft={draft} today={today} onChange={setDraft} isDense />
      {promisedFor !== null && !missing && (
        <WhatFollows sentences={whatFollows({ outcome: 'promises', promisedFor, amounts }, language)} />
      )}
      <Button
        variant="accent"
        hotkey="ctrl+enter"
        disabledReason={missing ? t(`promises:${missing}`) : undefined}
        onPress={save}
      >
        {t('outcome.savePromise')}
      </Button>
    </div>
  )
}
