import { type CalendarDate, isAfter } from '@quittance/core/calendar/calendar-date.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { TextArea } from '../ui/form/TextInput.tsx'
import { useToday } from '../ui/today.ts'

export interface Pause {
  readonly until: CalendarDate | 'furtherNotice'
  readonly note: string | null
}

export interface PauseDialogProps {
  readonly isOpen: boolean
  readonly count: number
  readonly onClose: () => void
  readonly onPause: (pause: Pause) => void
}

/** Until when, and why: reminders of these due lines wait. */
export function PauseDialog({ isOpen, count, onClose, onPause }: PauseDialogProps) {
  const { t } = useTranslation('invoices')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('pause.title', { count })}>
      <PauseForm onPause={onPause} />
    </Dialog>
  )
}

function PauseForm({ onPause }: Pick<PauseDialogProps, 'onPause'>) {
  const { t } = useTranslation('invoices')
  const today = useToday()
  const [how, setHow] = useState<'day' | 'furtherNotice'>('day')
  const [day, setDay] = useState<CalendarDate | null>(null)
  const [note, setNote] = useState('')
  const isPast = day !== null && !isAfter(day, today)
  const missing = how === 'day' && (day === null ? t('pause.needsDay') : isPast ? t('pause.notPast') : undefined)

  const save = () => {
    const until = how === 'furtherNotice' ? how : day
    if (until !== null && !missing) onPause({ until, note: note.trim() === '' ? null : note.trim() })
  }
  return (
    <div className="grid gap-3">
      <p className="text-body text-ink2">{t('pause.explain')}</p>
      <SegmentedControl
        label={t('pause.how')}
        value={how}
        onChange={setHow}
        options={[
          { value: 'day', label: t('pause.day') },
          { value: 'furtherNotice', label: t('pause.furtherNotice') },
        ]}
      />
      {how === 'day' && (
        <DateInput
          label={t('pause.until')}
          value={day}
          onChange={setDay}
          toward="future"
          autoFocus
          error={isPast ? t('pause.notPast') : undefined}
        />
      )}
      <TextArea
        label={t('pause.note')}
        isOptional
        value={note}
        onChange={setNote}
        placeholder={t('pause.notePlaceholder')}
      />
      <div className="flex justify-end">
        <Button variant="primary" hotkey="ctrl+enter" onPress={save} disabledReason={missing || undefined}>
          {t('pause.save')}
        </Button>
      </div>
    </div>
  )
}
