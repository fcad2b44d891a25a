import { type CalendarDate, isAfter } from '@quittance/core/calendar/calendar-date.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { TextArea } from '../ui/form/TextInput.tsx'
import { useToday } from '../ui/today.ts'
import type { Pause } from './api.ts'

export interface PauseDialogProps {
  readonly isOpen: boolean
  /** « Mettre 3 clients en pause »: what is paused, in the words of who asks. */
  readonly title: string
  /** What happens to it meanwhile. */
  readonly explanation: string
  readonly onClose: () => void
  readonly onPause: (pause: Pause) => void
}

/** Until when, and why: nothing leaves for these customers, or about these invoices, in between. */
export function PauseDialog({ isOpen, onClose, title, ...form }: PauseDialogProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      <PauseForm {...form} />
    </Dialog>
  )
}

function PauseForm({ explanation, onPause }: Pick<PauseDialogProps, 'explanation' | 'onPause'>) {
  const { t } = useTranslation('customers')
  const today = useToday()
  const [how, setHow] = useState<'day' | 'furtherNotice'>('day')
  const [day, setDay] = useState<CalendarDate | null>(null)
  const [note, setNote] = useState('')
  const isPast = day !== null && !isAfter(day, today)
  const until = how === 'furtherNotice' ? how : isPast ? null : day

  return (
    <div className="grid gap-3">
      <p className="text-body text-ink2">{explanation}</p>
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
      <TextArea label={t('pause.note')} isOptional value={note} onChange={setNote} placeholder={t('notePlaceholder')} />
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          disabledReason={until === null ? t(isPast ? 'pause.notPast' : 'pause.needsDay') : undefined}
          onPress={() => until !== null && onPause({ until, note: note.trim() === '' ? null : note.trim() })}
        >
          {t('pause.save')}
        </Button>
      </div>
    </div>
  )
}
