import { asDate, type CalendarDate, maxDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { delayedUntil } from '@quittance/core/promises/extra-delay.ts'
import { isTooFar } from '@quittance/core/promises/furthest-day.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { TextArea } from '../ui/form/TextInput.tsx'
import { useToday } from '../ui/today.ts'
import { useLanguage } from '../ui/use-language.ts'
import { endDelay, grantDelay } from './api.ts'

export interface DelayDialogProps {
  readonly isOpen: boolean
  readonly invoice: { readonly id: number; readonly number: string; readonly dueDate: string }
  readonly onClose: () => void
}

/** « Accorder un délai »: more time for one invoice, once, with its reason. */
export function DelayDialog({ isOpen, invoice, onClose }: DelayDialogProps) {
  const { t } = useTranslation('promises')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('delay.title', { number: invoice.number })}>
      <DelayForm invoice={invoice} onDone={onClose} />
    </Dialog>
  )
}

const spans = ['7', '15', '30', 'date'] as const
type Span = (typeof spans)[number]

function DelayForm({ invoice, onDone }: Pick<DelayDialogProps, 'invoice'> & { readonly onDone: () => void }) {
  const { t } = useTranslation('promises')
  const language = useLanguage()
  const today = useToday()
  const act = useAct()
  const [span, setSpan] = useState<Span>('15')
  const [day, setDay] = useState<CalendarDate | null>(null)
  const [reason, setReason] = useState('')
  const [isSaving, setSaving] = useState(false)
  const due = asDate(invoice.dueDate)
  const until = span === 'date' ? day : delayedUntil({ days: Number(span) }, due, today)
  const isEarly = until !== null && (until <= due || until < today)
  const isFar = until !== null && isTooFar('delay', until, maxDate(due, today))
  const wrongDay = isEarly ? 'later' : isFar ? 'far' : undefined
  const missing = until === null ? 'date' : (wrongDay ?? (reason.trim() === '' ? 'reason' : undefined))

  const save = async () => {
    if (until === null || missing) return
    setSaving(true)
    const isDone = await act({
      work: () => grantDelay(invoice.id, { until, reason: reason.trim() }),
      done: () => t('delay.saved', { date: formatDate(until, language) }),
      undo: (id) => endDelay(id),
    })
    setSaving(false)
    if (isDone) onDone()
  }
  return (
    <div className="grid gap-3">
      <p className="text-body text-ink2">{t('delay.explain', { date: formatDate(due, language) })}</p>
      <SegmentedControl
        label={t('delay.span')}
        isWide
        value={span}
        onChange={setSpan}
        options={spans.map((value) => ({
          value,
          label: value === 'date' ? t('delay.byDate') : t('delay.days', { count: Number(value) }),
        }))}
      />
      {span === 'date' && (
        <DateInput
          label={t('delay.date')}
          value={day}
          onChange={setDay}
          toward="future"
          autoFocus
          error={wrongDay && t(`delay.need.${wrongDay}`)}
        />
      )}
      {until !== null && !wrongDay && (
        <p role="status" className="text-small text-ink2">
          {t('delay.then', { date: formatDate(until, language) })}
        </p>
      )}
      <TextArea
        label={t('delay.reason')}
        value={reason}
        onChange={setReason}
        autoFocus={span !== 'date'}
        placeholder={t('delay.reasonPlaceholder')}
      />
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          isPending={isSaving}
          disabledReason={missing ? t(`delay.need.${missing}`) : undefined}
          onPress={() => void save()}
        >
          {t('delay.act')}
        </Button>
      </div>
    </div>
  )
}
