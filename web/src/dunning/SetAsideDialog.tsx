import { addDays, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { useToday } from '../ui/today.ts'
import type { ReminderMessage } from './api.ts'

export interface SetAsideDialogProps {
  /** Null while closed. */
  readonly message: ReminderMessage | null
  readonly onSetAside: (id: number, until: CalendarDate) => void
  readonly onClose: () => void
}

/** Not before a given day. */
export function SetAsideDialog({ message, onSetAside, onClose }: SetAsideDialogProps) {
  const { t } = useTranslation('dunning')
  return (
    <Dialog
      isOpen={message !== null}
      onClose={onClose}
      title={t('aside.title', { name: message?.customer.name ?? '' })}
    >
      {message && <SetAsideForm onSetAside={(until) => onSetAside(message.id, until)} />}
    </Dialog>
  )
}

function SetAsideForm({ onSetAside }: { readonly onSetAside: (until: CalendarDate) => void }) {
  const { t } = useTranslation('dunning')
  const today = useToday()
  const [until, setUntil] = useState<CalendarDate | null>(addDays(today, 7))
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
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          disabledReason={isReady ? undefined : t('aside.needs')}
          onPress={() => isReady && onSetAside(until)}
        >
          {t('aside.do')}
        </Button>
      </div>
    </div>
  )
}
