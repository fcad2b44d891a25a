import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { Button } from '../ui/Button.tsx'
import { AmountInput } from '../ui/form/AmountInput.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { TextArea } from '../ui/form/TextInput.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { type Agreements, addPromise, type PlanItem, withdrawPromise } from './api.ts'
import { PromisedItems } from './PromisedItems.tsx'
import { amountOf, missingInPromise, newPromise, partsOf } from './promise-draft.ts'

interface SeveralPromiseFormProps {
  readonly customer: { readonly id: number; readonly name: string }
  readonly currency: string
  readonly replaced?: Agreements['promises'][number]
  readonly items: readonly PlanItem[]
  readonly today: CalendarDate
  readonly onDone: () => void
}

const tickedFirst = (items: readonly PlanItem[], replaced: SeveralPromiseFormProps['replaced']): ReadonlySet<number> =>
  new Set(
    replaced ? replaced.items.map(({ id }) => id) : items.filter(({ daysLate }) => daysLate > 0).map(({ id }) => id),
  )

/** The invoices, the day and the amounts of a promise. */
export function SeveralPromiseForm({ customer, currency, replaced, items, today, onDone }: SeveralPromiseFormProps) {
  const { t } = useTranslation('promises')
  const language = useLanguage()
  const act = useAct()
  const unit = asCurrency(currency)
  const [draft, setDraft] = useState(() => newPromise(items, tickedFirst(items, replaced)))
  const [note, setNote] = useState('')
  const amount = amountOf(draft, items)
  const missing = missingInPromise(draft, items, today)

  const save = async () => {
    const { promisedFor } = draft
    if (promisedFor === null || amount === null || missing) return
    const promise = {
      ...{ customerId: customer.id, promisedFor, amount: money(amount, unit), items: [...draft.amounts.keys()] },
      ...{ parts: partsOf(draft), note: note.trim() === '' ? null : note.trim() },
      ...(replaced && { replaces: replaced.id }),
    }
    const told = { amount: formatMoney(promise.amount, language), date: formatDate(promisedFor, language) }
    const isDone = await act({
      work: () => addPromise(promise),
      done: () => t('saved', told),
      ...(replaced === undefined && { undo: (id: number) => withdrawPromise(id) }),
    })
    if (isDone) onDone()
  }
  return (
    <div className="grid grid-cols-1 gap-3.5">
      <p className="text-body text-ink2">{replaced ? t('replaceExplain') : t('explain')}</p>
      <PromisedItems items={items} draft={draft} currency={unit} onChange={setDraft} />
      <SegmentedControl
        label={t('split.label')}
        isWide
        value={draft.split}
        onChange={(split) => setDraft({ ...draft, split })}
        options={[
          { value: 'total', label: t('split.total') },
          { value: 'each', label: t('split.each') },
        ]}
      />
      <div className="grid grid-cols-2 gap-3">
        <DateInput
          label={t('date')}
          value={draft.promisedFor}
          onChange={(promisedFor) => setDraft({ ...draft, promisedFor })}
          toward="future"
          error={missing === 'notPast' ? t('notPast') : undefined}
        />
        <AmountInput
          label={t('amount')}
          value={amount === null ? null : money(amount, unit)}
          currency={unit}
          isDisabled={draft.split === 'each'}
          onChange={(total) => setDraft({ ...draft, total: total?.amount ?? 0 })}
        />
      </div>
      <TextArea
        label={replaced ? t('because') : t('note')}
        isOptional
        value={note}
        onChange={setNote}
        placeholder={t('notePlaceholder')}
      />
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          disabledReason={missing ? t(missing) : undefined}
          onPress={() => void save()}
        >
          {replaced ? t('replace') : t('save')}
        </Button>
      </div>
    </div>
  )
}
