import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { useToday } from '../ui/today.ts'

export interface Reversal {
  readonly reason: 'rejected' | 'mistake'
  readonly on?: CalendarDate
  readonly note: string | null
}

export interface ReversalDialogProps {
  /** Null while closed. */
  readonly reason: Reversal['reason'] | null
  readonly onClose: () => void
  readonly onReverse: (reversal: Reversal) => void
}

/** Why a payment no longer counts: rejected by the bank on a day, or entered by mistake. */
export function ReversalDialog({ reason, onClose, onReverse }: ReversalDialogProps) {
  const { t } = useTranslation('payments')
  return (
    <Dialog
      isOpen={reason !== null}
      onClose={onClose}
      title={reason === 'rejected' ? t('reversal.rejectedTitle') : t('reversal.mistakeTitle')}
    >
      {reason && <ReversalForm reason={reason} onReverse={onReverse} />}
    </Dialog>
  )
}

function ReversalForm({ reason, onReverse }: Pick<ReversalDialogProps, 'onReverse'> & Pick<Reversal, 'reason'>) {
  const { t } = useTranslation('payments')
  const [on, setOn] = useState<CalendarDate | null>(useToday())
  const [note, setNote] = useState('')
  const isRejected = reason === 'rejected'
  const needsDay = isRejected && on === null
  const save = () => {
    if (needsDay) return
    const words = note.trim() === '' ? null : note.trim()
    onReverse({ reason, note: words, ...(isRejected && on !== null && { on }) })
  }
  return (
    <div className="grid gap-3">
      <p className="text-body text-ink2">{isRejected ? t('reversal.rejectedExplain') : t('reversal.mistakeExplain')}</p>
      {isRejected && <DateInput label={t('reversal.on')} value={on} onChange={setOn} toward="past" autoFocus />}
      <TextInput
        label={t('reversal.note')}
        isOptional
        value={note}
        onChange={setNote}
        autoFocus={!isRejected}
        placeholder={t('reversal.notePlaceholder')}
      />
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          onPress={save}
          disabledReason={needsDay ? t('reversal.needsDay') : undefined}
        >
          {isRejected ? t('reversal.saveRejected') : t('reversal.saveMistake')}
        </Button>
      </div>
    </div>
  )
}
