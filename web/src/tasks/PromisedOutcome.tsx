import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { isPositive, type Money } from '@quittance/core/money/money.ts'
import { whatFollows } from '@quittance/core/tasks/what-follows.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { AmountInput } from '../ui/form/AmountInput.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { useToday } from '../ui/today.ts'
import { useLanguage } from '../ui/use-language.ts'
import { allItems, itemsAsked, sumOf } from './chosen-items.ts'
import { ItemTicks } from './ItemTicks.tsx'
import type { OutcomeProps } from './OutcomePart.tsx'
import { WhatFollows } from './WhatFollows.tsx'

/** The day, the amount and the invoices of a promise made on the phone; all that is late unless changed. */
export function PromisedOutcome({ task, end }: OutcomeProps) {
  const { t } = useTranslation('tasks')
  const language = useLanguage()
  const today = useToday()
  const [on, setOn] = useState<CalendarDate | null>(null)
  const [chosen, setChosen] = useState(() => allItems(task.items))
  const [typed, setTyped] = useState<Money | null>(null)
  const sums = sumOf(task.items, chosen)
  const only = sums.length === 1 ? sums[0] : undefined
  const amounts = only && typed ? [typed] : sums
  const isPast = on !== null && on < today
  const need =
    chosen.size === 0
      ? t('follows.needsItems')
      : on === null || isPast
        ? t('outcome.needsDate')
        : amounts.every(isPositive)
          ? undefined
          : t('outcome.needsAmount')
  const save = () =>
    on !== null &&
    end({
      outcome: 'promises',
      promisedFor: on,
      ...itemsAsked(task.items, chosen),
      ...(only && typed && { promisedAmount: typed.amount }),
    })
  return (
    <div className="grid grid-cols-1 gap-2.5">
      <ItemTicks
        items={task.items}
        chosen={chosen}
        onChange={(next) => {
          setChosen(next)
          setTyped(null)
        }}
      />
      <div className="grid grid-cols-2 gap-2">
        <DateInput
          label={t('outcome.promisedFor')}
          value={on}
          onChange={setOn}
          toward="future"
          autoFocus
          error={isPast ? t('outcome.notPast') : undefined}
        />
        {only && (
          <AmountInput
            label={t('outcome.promisedAmount')}
            value={typed ?? only}
            currency={only.currency}
            onChange={setTyped}
          />
        )}
      </div>
      {on !== null && !isPast && (
        <WhatFollows sentences={whatFollows({ outcome: 'promises', promisedFor: on, amounts }, language)} />
      )}
      <Button variant="accent" hotkey="ctrl+enter" disabledReason={need} onPress={save}>
        {t('outcome.savePromise')}
      </Button>
    </div>
  )
}
