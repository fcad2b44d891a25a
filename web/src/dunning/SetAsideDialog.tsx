import { addDays, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { useToday } from '../ui/today.ts'
import type { ReminderMessage } from './api.ts'

export interface SetAsideDialogProps {
  /** Null while closed. */
  readonly message: Pick<ReminderMessage, 'id' | 'customer'> | null
  readonly onSetAside: (id: number, aside: { until: CalendarDate; reason: string | null }) => void
  readonly onClose: () => void
}

/** Not before a given day, for a reason that stays. */
export function SetAsideDialog({ message, onSetAside, onClose }: SetAsideDialogProps) {
  const { t } = useTranslation('dunning')
  return (
    <Dialog
      isOpen={message !== null}
      onClose={onClose}
      title={t('aside.title', { name: message?.customer.name ?? '' })}
    >
      {message && <SetAsideForm onSetAside={(aside) => onSetAside(message.id, aside)} />}
    </Dialog>
  )
}

interface FormProps {
  readonly onSetAside: (aside: { until: CalendarDate; reason: string | null }) => void
}

function SetAsideForm({ onSetAside }: FormProps) {
  const { t } = useTranslation('dunning')
  const today = useToday()
  const [until, setUntil] = useState<CalendarDate | null>(addDays(today, 7))
  const [reason, setReason] = useState('')
  const isReady = until !== null && until > today
  return (
    <div className="grid gap-3">
      <DateInput
        label={t('aside.until')}
        value={until}
        onChange={setUntil}
        toward="future"
        description={t('aside.note')}
        autoFocus
      />
      <TextInput
        label={t('aside.reason')}
        value={reason}
        onChange={setReason}
        placeholder={t('aside.reasonHint')}
        isOptional
      />
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          disabledReason={isReady ? undefined : t('aside.needs')}
          onPress={() => isReady && onSetAside({ until, reason: reason.trim() === '' ? null : reason.trim() })}
        >
          {t('aside.do')}
        </Button>
      </div>
    </div>
  )
}
