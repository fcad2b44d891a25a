import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { whatFollows } from '@quittance/core/tasks/what-follows.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openPayment } from '../payments/payment-drawer.ts'
import { Button } from '../ui/Button.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { allItems, itemsAsked } from './chosen-items.ts'
import { ItemTicks } from './ItemTicks.tsx'
import type { OutcomeProps } from './OutcomePart.tsx'
import { WhatFollows } from './WhatFollows.tsx'

/** Already paid: the payment is entered when it is there, else somebody looks for it while reminders wait. */
export function SaysPaidOutcome({ task, end }: OutcomeProps) {
  const { t } = useTranslation('tasks')
  const language = useLanguage()
  const [chosen, setChosen] = useState(() => allItems(task.items))
  const { follows } = task
  const sentences = follows
    ? whatFollows({ outcome: 'saysPaid', until: asDate(follows.until), searcher: follows.collector }, language)
    : []
  return (
    <div className="grid grid-cols-1 gap-2.5">
      <ItemTicks items={task.items} chosen={chosen} onChange={setChosen} />
      <WhatFollows sentences={sentences} />
      <div className="flex flex-wrap gap-2">
        <Button
          variant="accent"
          hotkey="ctrl+enter"
          disabledReason={chosen.size === 0 ? t('follows.needsItems') : undefined}
          onPress={() => end({ outcome: 'saysPaid', ...itemsAsked(task.items, chosen) })}
        >
          {t('outcome.waitForIt')}
        </Button>
        <Button
          onPress={() =>
            openPayment({
              ...(task.customer && { customer: task.customer }),
              openItemId: task.items[0]?.id,
              currency: task.amount?.currency,
            })
          }
        >
          {t('outcome.enterIt')}
        </Button>
      </div>
    </div>
  )
}
