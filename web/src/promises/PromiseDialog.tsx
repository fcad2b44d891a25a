import { type CalendarDate, isBefore } from '@quittance/core/calendar/calendar-date.ts'
import { isPositive, type Money } from '@quittance/core/money/money.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { AmountInput } from '../ui/form/AmountInput.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { TextArea } from '../ui/form/TextInput.tsx'
import { useToday } from '../ui/today.ts'

export interface PromiseWords {
  readonly promisedFor: CalendarDate
  readonly amount: Money
  readonly note: string | null
}

export interface PromiseDialogProps {
  readonly isOpen: boolean
  /** What is left to pay: promised in full unless changed. */
  readonly amount: Money
  readonly onClose: () => void
  readonly onPromise: (promise: PromiseWords) => void
}

/** A date given by the customer, on the phone: three fields. */
export function PromiseDialog({ isOpen, onClose, ...form }: PromiseDialogProps) {
  const { t } = useTranslation('promises')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('title')}>
      <PromiseForm {...form} />
    </Dialog>
  )
}

function PromiseForm({ amount, onPromise }: Pick<PromiseDialogProps, 'amount' | 'onPromise'>) {
  const { t } = useTranslation('promises')
  const today = useToday()
  const [promisedFor, setPromisedFor] = useState<CalendarDate | null>(null)
  const [promised, setPromised] = useState<Money | null>(amount)
  const [note, setNote] = useState('')
  const isPast = promisedFor !== null && isBefore(promisedFor, today)
  const missing = missingIn({ promisedFor, promised, isPast })

  const save = () => {
    if (promisedFor === null || promised === null || missing) return
    onPromise({ promisedFor, amount: promised, note: note.trim() === '' ? null : note.trim() })
  }
  return (
    <div className="grid gap-3">
      <p className="text-body text-ink2">{t('explain')}</p>
      <div className="grid grid-cols-2 gap-3">
        <DateInput
          label={t('date')}
          value={promisedFor}
          onChange={setPromisedFor}
          toward="future"
          autoFocus
          error={isPast ? t('notPast') : undefined}
        />
        <AmountInput label={t('amount')} value={promised} currency={amount.currency} onChange={setPromised} />
      </div>
      <TextArea label={t('note')} isOptional value={note} onChange={setNote} placeholder={t('notePlaceholder')} />
      <div className="flex justify-end">
        <Button variant="primary" hotkey="ctrl+enter" onPress={save} disabledReason={missing ? t(missing) : undefined}>
          {t('save')}
        </Button>
      </div>
    </div>
  )
}

const missingIn = (form: { promisedFor: CalendarDate | null; promised: Money | null; isPast: boolean }) => {
  if (form.promisedFor === null) return 'needsDate'
  if (form.isPast) return 'notPast'
  return form.promised === null || !isPositive(form.promised) ? 'needsAmount' : undefined
}
